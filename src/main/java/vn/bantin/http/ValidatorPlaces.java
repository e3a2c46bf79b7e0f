package vn.bantin.http;

import com.github.benmanes.caffeine.cache.Interner;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.bantin.field.HttpDate;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;

/**
 * Where the validators stand among a feed's own bytes, which are its address, Last-Modified and the
 * entity-tag of each coding that is ready; and the heads of 304 that they are put into. Both are
 * the same for many feeds.
 */
final class ValidatorPlaces {

  /** How many bytes a feed has for them behind its address; three long entity-tags fit. */
  static final int ROOM = 192;

  private static final Interner<ValidatorPlaces> SHARED = Interner.newWeakInterner();

  private final Map<Coding, Place> places = new EnumMap<>(Coding.class);
  private final int length;

  private ValidatorPlaces(Snapshot snapshot) {
    int at = HttpDate.LENGTH;
    for (Coding coding : snapshot.codings().byPreference()) {
      Representation selected = snapshot.codings().in(coding);
      ResponseHead head = ResponseHead.of(304, FeedFields.prepared(snapshot, selected)).shared();
      int size = selected.entityTag().length();
      places.put(coding, new Place(head, at, size));
      at += size;
    }
    if (at > ROOM) {
      throw new IllegalArgumentException("entity-tags of " + at + " bytes");
    }
    this.length = at;
  }

  /**
   * That of a snapshot, and of all others whose heads and sizes of entity-tags are the same.
   *
   * @throws IllegalArgumentException if there is no {@link #ROOM} for them
   */
  static ValidatorPlaces of(Snapshot snapshot) {
    return SHARED.intern(new ValidatorPlaces(snapshot));
  }

  /** The entity-tags of a snapshot, one behind the other. */
  byte[] tags(Snapshot snapshot) {
    byte[] tags = new byte[length - HttpDate.LENGTH];
    places.forEach((coding, place) -> {
      byte[] tag = Ascii.bytes(snapshot.codings().in(coding).entityTag());
      System.arraycopy(tag, 0, tags, place.tag - HttpDate.LENGTH, place.size);
    });
    return tags;
  }

  /** Puts {@link #tags} into a feed's bytes. */
  void put(byte[] tags, byte[] own) {
    System.arraycopy(tags, 0, own, start(own) + HttpDate.LENGTH, tags.length);
  }

  /** Puts Last-Modified into a feed's bytes. */
  void date(byte[] own, byte[] date) {
    System.arraycopy(date, 0, own, start(own), HttpDate.LENGTH);
  }

  /** Whether a stretch of a request is Last-Modified. */
  boolean isDate(byte[] own, byte[] bytes, PlainRequest.Span stretch) {
    int start = start(own);
    return Arrays.equals(bytes, stretch.from, stretch.to, own, start, start + HttpDate.LENGTH);
  }

  /** Whether a stretch of a request is the coding's entity-tag. */
  boolean isTag(byte[] own, Coding coding, byte[] bytes, PlainRequest.Span stretch) {
    Place place = place(coding);
    int tag = start(own) + place.tag;
    return Arrays.equals(bytes, stretch.from, stretch.to, own, tag, tag + place.size);
  }

  /** The head of a 304 in a coding. */
  ResponseHead notModified(Coding coding) {
    return place(coding).head;
  }

  /**
   * Appends a head with a feed's validators.
   *
   * @param head of an answer in the coding
   * @param now the present as an HTTP date
   * @param close whether it says that the connection ends with the answer
   */
  void write(
      ResponseHead head, Coding coding, ByteBuffer out, byte[] now, byte[] own, boolean close) {
    Place place = place(coding);
    int start = start(own);
    head.writeTo(out, now, own, start, start + place.tag, place.size, close);
  }

  private Place place(Coding coding) {
    return Objects.requireNonNull(places.get(coding));
  }

  private static int start(byte[] own) {
    return own.length - ROOM;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValidatorPlaces that && places.equals(that.places);
  }

  @Override
  public int hashCode() {
    return places.hashCode();
  }

  /**
   * A coding's share.
   *
   * @param head of its 304
   * @param tag where its entity-tag begins, counted from where Last-Modified does
   * @param size how long that is
   */
  private record Place(ResponseHead head, int tag, int size) {}
}

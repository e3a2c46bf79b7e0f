package vn.bantin.http;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Embed;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.field.ConditionalGet;
import vn.bantin.field.HttpDate;
import vn.bantin.field.Preconditions;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Effort;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.snapshot.Validators;

/**
 * A feed at its own address, with the answers for the snapshot that was last seen of it.
 *
 * <p>The snapshot itself is not held: when the bytes of a feed are let go, nothing here keeps them.
 * With thousands of feeds an answer costs what must be fetched from memory for it, so the bytes by
 * which a feed is found and told unchanged stand in one place.
 */
final class HotFeed {

  private static final WeakReference<Snapshot> NONE = new WeakReference<>(null);
  private static final long NEVER = Long.MIN_VALUE;

  /** For how many seconds the snapshots are not asked while they tell of no change. */
  private static final int TRUSTED = 8;

  private final Key key;
  private final int length;

  /** The address and, behind it, room for the validators at their {@link ValidatorPlaces}. */
  private final byte[] own;

  private @Nullable ValidatorPlaces places;
  private long changedAt;
  private long dated = NEVER;
  private int changes;
  private long asked = NEVER;
  private List<Coding> ready = List.of();
  private boolean settled;
  private @Nullable FeedCatalog known;
  private WeakReference<Snapshot> seen = NONE;
  private Map<Coding, Validators> validators = Map.of();
  private final Map<Coding, HotAnswer> answers = new EnumMap<>(Coding.class);

  /**
   * The feed at an address.
   *
   * @param target its path and query, from behind the first slash on
   */
  HotFeed(byte[] target, Key key) {
    this.own = Arrays.copyOf(target, target.length + ValidatorPlaces.ROOM);
    this.length = target.length;
    this.key = key;
  }

  /** How many of {@link #own}'s bytes are the address. */
  int length() {
    return length;
  }

  /** The bytes that begin with the address; always the same array. */
  byte[] own() {
    return own;
  }

  /**
   * Brings the answers up to date; whether there are any.
   *
   * <p>The snapshots are asked after each change, and now and then: they keep what is asked for.
   *
   * @param second the present
   */
  boolean refresh(Snapshots snapshots, long second) {
    int now = snapshots.changes();
    long since = second - asked;
    return (now == changes && since >= 0 && since < TRUSTED) || ask(snapshots, now, second);
  }

  private boolean ask(Snapshots snapshots, int now, long second) {
    Snapshot warm = isKnown(snapshots.catalog()) ? snapshots.warm(key) : null;
    if (warm != null && !seen.refersTo(warm)) {
      see(warm);
    }
    changes = now;
    asked = warm != null && snapshots.isCurrent(warm) ? second : NEVER;
    return warm != null;
  }

  private void see(Snapshot warm) {
    List<Coding> codings = warm.codings().byPreference();
    ValidatorPlaces found = ValidatorPlaces.of(warm);
    byte[] tags = found.tags(warm);
    Map<Coding, Validators> others = new EnumMap<>(Coding.class);
    codings.forEach(coding -> others.put(coding, warm.codings().in(coding).validators()));
    WeakReference<Snapshot> reference = new WeakReference<>(warm);
    // From here on nothing fails: half of it would give the bytes of one version the tag of
    // another.
    answers.clear();
    ready = codings;
    settled = warm.codings().effort() == Effort.BEST;
    places = found;
    found.put(tags, own);
    validators = others;
    changedAt = warm.changedAt().getEpochSecond();
    dated = NEVER;
    seen = reference;
  }

  // Other definitions may leave the address to the other lane.
  private boolean isKnown(FeedCatalog catalog) {
    if (catalog != known) {
      String address = Ascii.text(own, 0, length);
      known = key.equals(KnownAddress.key(address, catalog)) ? catalog : null;
    }
    return known != null;
  }

  /** Whether to have it built costs a share. */
  boolean isMadeOnDemand() {
    return !(key.view() instanceof Format);
  }

  /**
   * Has its snapshot built, if it can be; never waits.
   *
   * @param workers threads that may wait
   * @param then what to do when it is built, or cannot be; whoever asks Undertow's lane then is
   *     told
   */
  void prepare(Snapshots snapshots, Executor workers, Runnable then) {
    switch (key.view()) {
      case Format format ->
          workers.execute(() -> {
            try {
              snapshots.get(key.feed(), format);
            } catch (RuntimeException | Error _) {
              // told there
            } finally {
              then.run();
            }
          });
      case Page _, Embed _ -> {
        Future<?> _ = snapshots.requested().onDemand(key).whenComplete((_, _) -> then.run());
      }
    }
  }

  /** The codings that are ready, the one to send first when a client likes them all. */
  List<Coding> ready() {
    return ready;
  }

  /** Has better bytes made of the snapshot, if there can be any. */
  void want(Snapshots snapshots) {
    Snapshot snapshot = settled ? null : seen.get();
    if (snapshot != null) {
      snapshots.asked(snapshot);
    }
  }

  /** The snapshot of {@link #refresh}; null when it has been let go. */
  @Nullable Snapshot snapshot() {
    Snapshot snapshot = seen.get();
    if (snapshot == null) {
      asked = NEVER;
    }
    return snapshot;
  }

  /** The answer in a coding that is ready, after {@link #refresh}. */
  HotAnswer in(Coding coding) {
    return answers.computeIfAbsent(coding, HotAnswer::new);
  }

  /** The head of a 304 in a coding that is ready, after {@link #refresh}. */
  ResponseHead notModified(Coding coding) {
    return Objects.requireNonNull(places).notModified(coding);
  }

  /** Whether the client has this version already; after {@link #refresh}. */
  boolean isKnownTo(PlainRequest request, byte[] bytes, Coding coding, long second) {
    ValidatorPlaces at = Objects.requireNonNull(places);
    PlainRequest.Span tag = request.ifNoneMatch;
    PlainRequest.Span date = request.ifModifiedSince;
    if (tag.isThere()) {
      if (at.isTag(own, coding, bytes, tag)) {
        return true;
      }
    } else if (!date.isThere()) {
      return false;
    } else if (isDate(at, bytes, date, second)) {
      return true;
    }
    Preconditions conditions =
        new Preconditions(List.of(), line(bytes, tag), line(bytes, date), List.of());
    Instant now = Instant.ofEpochSecond(second);
    Validators ours = Objects.requireNonNull(validators.get(coding));
    return ConditionalGet.decide("GET", conditions, ours, now)
        == ConditionalGet.Outcome.NOT_MODIFIED;
  }

  private boolean isDate(ValidatorPlaces at, byte[] bytes, PlainRequest.Span stretch, long second) {
    date(at, second);
    return changedAt <= second && at.isDate(own, bytes, stretch);
  }

  /**
   * Appends the head of an answer, after {@link #refresh}.
   *
   * @param head of an answer in the coding
   * @param second the present
   * @param now the same as an HTTP date
   * @param close whether it says that the connection ends with the answer
   */
  void write(
      ResponseHead head, Coding coding, ByteBuffer out, long second, byte[] now, boolean close) {
    ValidatorPlaces at = Objects.requireNonNull(places);
    date(at, second);
    at.write(head, coding, out, now, own, close);
  }

  // When it changed, or the present while that lies ahead (RFC 9110 §8.8.2.1).
  private void date(ValidatorPlaces at, long second) {
    long date = Math.min(second, changedAt);
    if (date != dated) {
      dated = date;
      at.date(own, Ascii.bytes(HttpDate.format(Instant.ofEpochSecond(date))));
    }
  }

  private static List<String> line(byte[] bytes, PlainRequest.Span stretch) {
    return stretch.isThere() ? List.of(Ascii.text(bytes, stretch.from, stretch.to)) : List.of();
  }
}

package vn.bantin.http;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bantin.field.ConditionalGet;
import vn.bantin.field.Preconditions;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/**
 * A feed at its own address, with the answers for the snapshot that was last seen of it.
 *
 * <p>The snapshot itself is not held: when the bytes of a feed are let go, nothing here keeps them.
 */
final class HotFeed {

  private static final WeakReference<Snapshot> NONE = new WeakReference<>(null);

  private final byte[] target;
  private final Key key;
  private WeakReference<Snapshot> seen = NONE;
  private byte[] lastModified = new byte[0];
  private long changedAt;
  private final Map<Coding, HotAnswer> answers = new EnumMap<>(Coding.class);

  /**
   * The feed at an address.
   *
   * @param target what stands behind {@code /feeds/}
   */
  HotFeed(byte[] target, Key key) {
    this.target = target;
    this.key = key;
  }

  byte[] target() {
    return target;
  }

  boolean isAt(byte[] bytes, PlainRequest.Span stretch) {
    return Ascii.is(bytes, stretch.from, stretch.to, target);
  }

  /** The snapshot that is served now, which the answers are of from now on; null for none. */
  @Nullable Snapshot refresh(Snapshots snapshots) {
    Snapshot warm = snapshots.warm(key);
    if (warm != null && !seen.refersTo(warm)) {
      seen = new WeakReference<>(warm);
      lastModified = Ascii.bytes(warm.lastModified());
      changedAt = warm.changedAt().getEpochSecond();
      answers.clear();
    }
    return warm;
  }

  /** Whether its change is ahead of the clock, so that its date may not be sent yet. */
  boolean isAhead(long second) {
    return changedAt > second;
  }

  /** The answer with one of the representations of the snapshot of {@link #refresh}. */
  HotAnswer in(Representation selected) {
    HotAnswer answer = answers.get(selected.coding());
    if (answer == null) {
      answer = new HotAnswer(selected);
      answers.put(selected.coding(), answer);
    }
    return answer;
  }

  /** Whether the client has this version already; after {@link #refresh}. */
  boolean isKnownTo(PlainRequest request, byte[] bytes, Representation selected, long second) {
    PlainRequest.Span tag = request.ifNoneMatch;
    PlainRequest.Span date = request.ifModifiedSince;
    if (tag.isThere()) {
      if (in(selected).isTag(bytes, tag)) {
        return true;
      }
    } else if (!date.isThere()) {
      return false;
    } else if (Ascii.is(bytes, date.from, date.to, lastModified)) {
      return true;
    }
    Preconditions asked =
        new Preconditions(List.of(), line(bytes, tag), line(bytes, date), List.of());
    Instant now = Instant.ofEpochSecond(second);
    return ConditionalGet.decide("GET", asked, selected.validators(), now)
        == ConditionalGet.Outcome.NOT_MODIFIED;
  }

  private static List<String> line(byte[] bytes, PlainRequest.Span stretch) {
    return stretch.isThere() ? List.of(Ascii.text(bytes, stretch.from, stretch.to)) : List.of();
  }
}

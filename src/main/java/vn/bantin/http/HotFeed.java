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
import vn.bantin.snapshot.Effort;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.snapshot.Validators;

/**
 * A feed at its own address, with the answers for the snapshot that was last seen of it.
 *
 * <p>The snapshot itself is not held: when the bytes of a feed are let go, nothing here keeps them.
 */
final class HotFeed {

  /** How often in a row the snapshots need not be asked; they keep what is asked for most. */
  private static final int MOST_UNASKED = 8;

  private static final WeakReference<Snapshot> NONE = new WeakReference<>(null);

  private final byte[] target;
  private final Key key;
  private WeakReference<Snapshot> seen = NONE;
  private byte[] lastModified = new byte[0];
  private long changedAt;
  private long dated;
  private List<Coding> ready = List.of();
  private boolean settled;
  private final Map<Coding, HotAnswer> answers = new EnumMap<>(Coding.class);
  private int asked;
  private int unasked = MOST_UNASKED;

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
    int changes = snapshots.changes();
    Snapshot known = seen.get();
    if (known != null && changes == asked && unasked < MOST_UNASKED) {
      unasked++;
      return known;
    }
    Snapshot warm = snapshots.warm(key);
    if (warm != null && !seen.refersTo(warm)) {
      seen = new WeakReference<>(warm);
      ready = warm.codings().byPreference();
      settled = warm.codings().effort() == Effort.BEST;
      lastModified = Ascii.bytes(warm.lastModified());
      changedAt = warm.changedAt().getEpochSecond();
      answers.clear();
    }
    asked = changes;
    unasked = warm != null && snapshots.isCurrent(warm) ? 0 : MOST_UNASKED;
    return warm;
  }

  /** Has its snapshot built, if it can be; may wait. */
  void prepare(Snapshots snapshots) {
    try {
      snapshots.get(key.feed(), key.format());
    } catch (RuntimeException | Error _) {
      // whoever asks Undertow's lane then meets it again, and is told
    }
  }

  /** The codings that are ready, the one to send first when a client likes them all. */
  List<Coding> ready() {
    return ready;
  }

  private boolean isAhead(long second) {
    return changedAt > second;
  }

  /** Whether no better bytes follow while it does not change. */
  boolean isSettled() {
    return settled;
  }

  /**
   * The answer in a coding that is ready, with the snapshot of {@link #refresh}.
   *
   * @param second the present, which the date of a change that lies ahead is not later than
   */
  HotAnswer in(Coding coding, Snapshot snapshot, long second) {
    long date = Math.min(second, changedAt);
    if (date != dated) {
      dated = date;
      answers.clear();
    }
    HotAnswer answer = answers.get(coding);
    if (answer == null) {
      answer = new HotAnswer(snapshot.codings().in(coding), Instant.ofEpochSecond(date));
      answers.put(coding, answer);
    }
    return answer;
  }

  /** Whether the client has this version already; after {@link #refresh}. */
  boolean isKnownTo(
      PlainRequest request, byte[] bytes, HotAnswer answer, Snapshot snapshot, long second) {
    PlainRequest.Span tag = request.ifNoneMatch;
    PlainRequest.Span date = request.ifModifiedSince;
    if (tag.isThere()) {
      if (answer.isTag(bytes, tag)) {
        return true;
      }
    } else if (!date.isThere()) {
      return false;
    } else if (!isAhead(second) && Ascii.is(bytes, date.from, date.to, lastModified)) {
      return true;
    }
    Preconditions conditions =
        new Preconditions(List.of(), line(bytes, tag), line(bytes, date), List.of());
    Validators validators = snapshot.codings().in(answer.coding()).validators();
    Instant now = Instant.ofEpochSecond(second);
    return ConditionalGet.decide("GET", conditions, validators, now)
        == ConditionalGet.Outcome.NOT_MODIFIED;
  }

  private static List<String> line(byte[] bytes, PlainRequest.Span stretch) {
    return stretch.isThere() ? List.of(Ascii.text(bytes, stretch.from, stretch.to)) : List.of();
  }
}

package vn.bantin.http;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Embed;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.field.ConditionalGet;
import vn.bantin.field.Preconditions;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Effort;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/**
 * A feed at its own address, with the answers for the snapshot that was last seen of it.
 *
 * <p>The snapshot itself is not held: when the bytes of a feed are let go, nothing here keeps them.
 * With thousands of feeds an answer costs what must be fetched from memory for it, so an unchanged
 * feed is told so from here and one {@link HotAnswer} alone.
 */
final class HotFeed {

  private static final WeakReference<Snapshot> NONE = new WeakReference<>(null);
  private static final long NEVER = Long.MIN_VALUE;

  /** For how many seconds the snapshots are not asked while they tell of no change. */
  private static final int TRUSTED = 8;

  private final byte[] target;
  private final Key key;
  private @Nullable FeedCatalog known;
  private int changes;
  private long asked = NEVER;
  private List<Coding> ready = List.of();
  private boolean settled;
  private @Nullable HotAnswer identity;
  private @Nullable HotAnswer gzip;
  private @Nullable HotAnswer brotli;
  private WeakReference<Snapshot> seen = NONE;

  /**
   * The feed at an address.
   *
   * @param target its path and query, from behind the first slash on
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
      seen = new WeakReference<>(warm);
      ready = warm.codings().byPreference();
      settled = warm.codings().effort() == Effort.BEST;
      identity = null;
      gzip = null;
      brotli = null;
    }
    changes = now;
    asked = warm != null && snapshots.isCurrent(warm) ? second : NEVER;
    return warm != null;
  }

  // Other definitions may leave the address to the other lane.
  private boolean isKnown(FeedCatalog catalog) {
    if (catalog != known) {
      String address = Ascii.text(target, 0, target.length);
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

  /**
   * The answer in a coding that is ready, after {@link #refresh}; null when the bytes have been let
   * go before.
   */
  @Nullable HotAnswer in(Coding coding) {
    HotAnswer answer =
        switch (coding) {
          case IDENTITY -> identity;
          case GZIP -> gzip;
          case BROTLI -> brotli;
        };
    return answer == null ? make(coding) : answer;
  }

  private @Nullable HotAnswer make(Coding coding) {
    Snapshot snapshot = snapshot();
    if (snapshot == null) {
      return null;
    }
    HotAnswer answer = new HotAnswer(snapshot, snapshot.codings().in(coding));
    switch (coding) {
      case IDENTITY -> identity = answer;
      case GZIP -> gzip = answer;
      case BROTLI -> brotli = answer;
    }
    return answer;
  }

  /** Whether the client has this version already; after {@link #refresh}. */
  boolean isKnownTo(PlainRequest request, byte[] bytes, HotAnswer answer, long second) {
    PlainRequest.Span tag = request.ifNoneMatch;
    PlainRequest.Span date = request.ifModifiedSince;
    if (tag.isThere()) {
      if (answer.isTag(bytes, tag)) {
        return true;
      }
    } else if (!date.isThere()) {
      return false;
    } else if (answer.isDate(bytes, date, second)) {
      return true;
    }
    Preconditions conditions =
        new Preconditions(List.of(), line(bytes, tag), line(bytes, date), List.of());
    Instant now = Instant.ofEpochSecond(second);
    return ConditionalGet.decide("GET", conditions, answer.validators(), now)
        == ConditionalGet.Outcome.NOT_MODIFIED;
  }

  private static List<String> line(byte[] bytes, PlainRequest.Span stretch) {
    return stretch.isThere() ? List.of(Ascii.text(bytes, stretch.from, stretch.to)) : List.of();
  }
}

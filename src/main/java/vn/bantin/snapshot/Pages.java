package vn.bantin.snapshot;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Page;
import vn.bantin.observe.Observer;

/**
 * The snapshots of what people and partner sites see of single feeds, and of the front page; one is
 * behind as soon as its feed has moved, and the front page as soon as any has.
 */
final class Pages implements AutoCloseable {

  private final SnapshotBuilder builder;
  private final Supplier<Edition> edition;
  private final ToLongFunction<String> versions;
  private final LongSupplier moves;
  private final OnDemand<Key> snapshots;

  /**
   * Pages of the feeds of an edition.
   *
   * @param thread the name of the thread that builds
   * @param edition the one in force
   * @param versions the version that a feed's snapshot must have at least
   * @param moves how often any feed has moved
   */
  Pages(
      String thread,
      SnapshotBuilder builder,
      Supplier<Edition> edition,
      ToLongFunction<String> versions,
      LongSupplier moves,
      Observer observer) {
    this.builder = builder;
    this.edition = edition;
    this.versions = versions;
    this.moves = moves;
    this.snapshots = new OnDemand<>(thread, this::build, OnDemand.PATIENCE, observer);
  }

  /** The snapshot if it is ready and as new as it must be; never waits. */
  @Nullable Snapshot warm(Key key) {
    return snapshots.warm(key);
  }

  /** The snapshot, as {@link OnDemand#get} gives it. */
  CompletableFuture<OnDemandReply> get(Key key) {
    return snapshots.get(key);
  }

  /** Lets go of the pages of feeds that there are no more. */
  void redefine(FeedCatalog catalog) {
    snapshots.forget(key -> !key.isOfFrontPage() && catalog.feed(key.feed()).isEmpty());
  }

  @Override
  public void close() {
    snapshots.close();
  }

  // What it is compared with is read before the store, so that a change meanwhile is seen next.
  private OnDemand.@Nullable Built build(Key key) {
    Edition now = edition.get();
    long moved = moves.getAsLong();
    if (key.isOfFrontPage()) {
      return key.view() instanceof Page page
          ? new OnDemand.Built(
              builder.front(now, page), () -> isOld(now) || moves.getAsLong() != moved)
          : null;
    }
    Snapshot snapshot = builder.build(now, key.feed(), key.view()).orElse(null);
    return snapshot == null
        ? null
        : new OnDemand.Built(
            snapshot, () -> isOld(now) || snapshot.version() < versions.applyAsLong(key.feed()));
  }

  private boolean isOld(Edition of) {
    return of.number() != edition.get().number();
  }
}

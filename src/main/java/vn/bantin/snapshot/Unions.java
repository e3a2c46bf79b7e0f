package vn.bantin.snapshot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Union;
import vn.bantin.observe.Observer;

/** The snapshots of unions; one is behind as soon as a member has moved. */
final class Unions implements AutoCloseable {

  private final SnapshotBuilder builder;
  private final Supplier<Edition> edition;
  private final ToLongFunction<String> versions;
  private final OnDemand<Key> snapshots;

  /**
   * Unions of the feeds of an edition.
   *
   * @param edition the one in force
   * @param versions the version that a feed's snapshot must have at least
   * @param patience how long a reader waits for a build
   */
  Unions(
      SnapshotBuilder builder,
      Supplier<Edition> edition,
      ToLongFunction<String> versions,
      Duration patience,
      Observer observer) {
    this.builder = builder;
    this.edition = edition;
    this.versions = versions;
    this.snapshots = new OnDemand<>("union-build", this::build, patience, observer);
  }

  /** The snapshot if it is ready and as new as it must be; never waits. */
  @Nullable Snapshot warm(Key key) {
    return snapshots.warm(key);
  }

  /** The snapshot, as {@link OnDemand#get} gives it. */
  CompletableFuture<OnDemandReply> get(Key key) {
    return Union.of(key.feed(), edition.get().catalog()).isEmpty()
        ? CompletableFuture.completedFuture(new OnDemandReply.Unknown())
        : snapshots.get(key);
  }

  /** Lets go of what is no union any more. */
  void redefine(FeedCatalog catalog) {
    snapshots.forget(key -> Union.of(key.feed(), catalog).isEmpty());
  }

  @Override
  public void close() {
    snapshots.close();
  }

  private OnDemand.@Nullable Built build(Key key) {
    Edition current = edition.get();
    Union union = Union.of(key.feed(), current.catalog()).orElse(null);
    Snapshot snapshot =
        union == null ? null : builder.build(current, union, key.view()).orElse(null);
    return union == null || snapshot == null
        ? null
        : new OnDemand.Built(snapshot, () -> isBehind(union, snapshot));
  }

  private boolean isBehind(Union union, Snapshot snapshot) {
    if (snapshot.edition() != edition.get().number()) {
      return true;
    }
    for (FeedDefinition member : union.members()) {
      if (snapshot.version() < versions.applyAsLong(member.name())) {
        return true;
      }
    }
    return false;
  }
}

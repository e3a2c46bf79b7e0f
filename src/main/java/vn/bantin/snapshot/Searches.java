package vn.bantin.snapshot;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;

/**
 * The snapshots of search results; one is behind as soon as anything in the store has changed, for
 * which the store is asked each time.
 */
final class Searches implements AutoCloseable {

  private final ArticleStore store;
  private final SnapshotBuilder builder;
  private final Supplier<Edition> edition;
  private final OnDemand<SearchKey> snapshots;

  /**
   * Searches by the definitions of an edition.
   *
   * @param edition the one in force
   */
  Searches(
      ArticleStore store, SnapshotBuilder builder, Supplier<Edition> edition, Observer observer) {
    this.store = store;
    this.builder = builder;
    this.edition = edition;
    this.snapshots = new OnDemand<>("search", this::build, OnDemand.PATIENCE, observer);
  }

  /** Whether there is something of it, if not as it is now. */
  boolean isHeld(SearchKey key) {
    return snapshots.isHeld(key);
  }

  /** The page, as {@link OnDemand#get} gives it; asks the store how far it is. */
  CompletableFuture<OnDemandReply> get(SearchKey key) {
    return snapshots.get(key);
  }

  @Override
  public void close() {
    snapshots.close();
  }

  private OnDemand.@Nullable Built build(SearchKey key) {
    SnapshotBuilder.Found found = builder.build(edition.get(), key).orElse(null);
    if (found == null) {
      return null;
    }
    Retry again = found.isCut() ? Retry.after(null) : null;
    Snapshot snapshot = found.snapshot();
    StoreMoment of = new StoreMoment(snapshot.edition(), snapshot.version());
    return new OnDemand.Built(
        snapshot, () -> (again != null && again.isDue()) || of.isPast(edition, store));
  }
}

package vn.bantin.snapshot;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.ArticleId;
import vn.bantin.feed.Page;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;

/**
 * The snapshots of articles that have no page elsewhere; one is behind as soon as anything in the
 * store has changed, for which the store is asked each time.
 */
final class ArticlePages implements AutoCloseable {

  private final ArticleStore store;
  private final SnapshotBuilder builder;
  private final Supplier<Edition> edition;
  private final OnDemand<Key> snapshots;

  /**
   * Pages by the definitions of an edition.
   *
   * @param edition the one in force
   */
  ArticlePages(
      ArticleStore store, SnapshotBuilder builder, Supplier<Edition> edition, Observer observer) {
    this.store = store;
    this.builder = builder;
    this.edition = edition;
    this.snapshots = new OnDemand<>("article-page", this::build, OnDemand.PATIENCE, observer);
  }

  /** The page, as {@link OnDemand#get} gives it; asks the store how far it is. */
  CompletableFuture<OnDemandReply> get(ArticleId article, Page page) {
    return snapshots.get(new Key(article, page));
  }

  @Override
  public void close() {
    snapshots.close();
  }

  private OnDemand.@Nullable Built build(Key key) {
    Edition now = edition.get();
    StoreMoment of = new StoreMoment(now.number(), store.sequence());
    return builder
        .article(now, key.article, key.page)
        .map(snapshot -> new OnDemand.Built(snapshot, () -> of.isPast(edition, store)))
        .orElse(null);
  }

  private record Key(ArticleId article, Page page) {}
}

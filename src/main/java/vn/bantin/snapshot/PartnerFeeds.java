package vn.bantin.snapshot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.State;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.FeedBuilder;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Format;
import vn.bantin.feed.Tombstone;
import vn.bantin.store.ArticleQuery;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedEntry;
import vn.bantin.store.LoggedEntry;

/**
 * Feeds as partners with a key get them: with what is embargoed, in front, and with the reasons of
 * withdrawals. They are few and private, so each is built when it is asked for.
 */
final class PartnerFeeds {

  /** The most embargoed articles that are looked at, the newest. */
  private static final int MOST_EMBARGOED = ArticleQuery.MAX_LIMIT;

  private final ArticleStore store;
  private final String base;
  private final FeedBuilder builder = new FeedBuilder();

  PartnerFeeds(ArticleStore store, String base) {
    this.store = store;
    this.base = base;
  }

  /** The feed as it is now; empty when there is no such feed. */
  Optional<Document> build(FeedCatalog catalog, String feed, Format format) {
    Optional<FeedDefinition> definition = catalog.feed(feed);
    if (definition.isEmpty()) {
      return Optional.empty();
    }
    // Before the feed: what becomes public between the two is in both, and not in none.
    List<Article> embargoed = embargoed(catalog, feed);
    return store
        .feed(feed, definition.get().limit())
        .map(contents -> source(catalog, definition.get(), embargoed, contents))
        .map(source -> Document.of(format.contentType(), builder.build(source, format).bytes()));
  }

  private List<Article> embargoed(FeedCatalog catalog, String feed) {
    return store.list(new ArticleQuery(State.EMBARGOED, null, null, MOST_EMBARGOED)).stream()
        .filter(article -> catalog.feedsOf(article).contains(feed))
        .toList();
  }

  private FeedSource source(
      FeedCatalog catalog,
      FeedDefinition definition,
      List<Article> embargoed,
      FeedContents contents) {
    Map<ArticleId, Article> articles = new LinkedHashMap<>();
    embargoed.forEach(article -> articles.put(article.id(), article));
    contents.entries().stream()
        .map(FeedEntry::article)
        .forEach(article -> articles.put(article.id(), article));
    Instant oldest = contents.version().changedAt().minus(definition.tombstones());
    List<LoggedEntry> gone =
        contents.gone().stream()
            .filter(entry -> !articles.containsKey(entry.article()))
            .filter(entry -> entry.changedAt().isAfter(oldest))
            .toList();
    Map<ArticleId, String> reasons =
        store.reasons(gone.stream().map(LoggedEntry::article).toList());
    return new FeedSource(
        catalog.site(),
        definition,
        new Addresses(base, catalog.site().authority()),
        contents.version().changedAt(),
        articles.values().stream().limit(definition.limit()).toList(),
        gone.stream()
            .map(entry ->
                new Tombstone(entry.article(), entry.changedAt(), reasons.get(entry.article())))
            .toList(),
        null);
  }
}

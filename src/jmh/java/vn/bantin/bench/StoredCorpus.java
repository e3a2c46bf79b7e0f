package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.bantin.article.Actor;
import vn.bantin.article.ArticleChange;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Fingerprint;
import vn.bantin.feed.Newsrooms;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.SqlArticleStore;

/**
 * Invented articles in a store of their own, which goes when it is closed.
 *
 * @param folder where the store is
 * @param store with the articles
 * @param catalog the feeds that they are in
 */
public record StoredCorpus(Path folder, ArticleStore store, FeedCatalog catalog)
    implements AutoCloseable {

  /** The public address. */
  public static final String BASE = "https://feeds.songmay.example";

  /** Stores so many articles. */
  public static StoredCorpus of(int articles) throws IOException {
    Path folder = Files.createTempDirectory("bantin-bench");
    ArticleStore store =
        SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), Clock.systemUTC());
    FeedCatalog catalog = Newsrooms.catalog();
    store.define(catalog.feeds().stream().map(f -> declaration(catalog, f)).toList(), catalog);
    List<ArticleChange> puts =
        Corpus.articles(articles).stream().<ArticleChange>map(ArticleChange.Put::new).toList();
    store.apply(puts, catalog, Actor.UNKNOWN);
    return new StoredCorpus(folder, store, catalog);
  }

  /** Removes it. */
  @Override
  public void close() throws IOException {
    store.close();
    Report.delete(folder);
  }

  private static FeedDeclaration declaration(FeedCatalog catalog, FeedDefinition feed) {
    return new FeedDeclaration(
        feed.name(), Fingerprint.rules(feed), Fingerprint.look(feed, catalog.site(), BASE));
  }
}

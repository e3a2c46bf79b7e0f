package vn.bantin.snapshot;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.ArticleId;
import vn.bantin.feed.Embed;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.feed.Union;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;

/** What is made when it is asked for, and not ahead: unions, pages, archives, searches and more. */
public final class Requested implements AutoCloseable {

  private final Unions unions;
  private final Pages pages;
  private final Pages embeds;
  private final ArticlePages articles;
  private final Searches searches;
  private final Archives archives;
  private final PartnerFeeds partners;
  private final Deliveries deliveries;
  private final Directory directory;
  private final StaticFiles files;

  /**
   * All of it, by the definitions of an edition.
   *
   * @param edition the one in force
   * @param versions the version that a feed has at least
   * @param moves how often any feed has moved
   */
  Requested(
      ArticleStore store,
      String base,
      SnapshotBuilder builder,
      Compressor compressor,
      Supplier<Edition> edition,
      ToLongFunction<String> versions,
      LongSupplier moves,
      Observer observer) {
    this.unions = new Unions(builder, edition, versions, OnDemand.PATIENCE, observer);
    this.pages = new Pages("page-build", builder, edition, versions, moves, observer);
    this.embeds = new Pages("embed-build", builder, edition, versions, moves, observer);
    this.articles = new ArticlePages(store, builder, edition, observer);
    this.searches = new Searches(store, builder, edition, observer);
    this.archives = new Archives(store, builder, edition, versions, observer);
    this.partners = new PartnerFeeds(store, base);
    this.deliveries = new Deliveries(store, base);
    this.directory = new Directory(store, base, edition);
    this.files = new StaticFiles(compressor);
  }

  /** The union or page if it is ready and as new as it must be; never waits. */
  @Nullable Snapshot warm(Key key) {
    return Union.isNamedBy(key.feed()) ? unions.warm(key) : shelf(key).warm(key);
  }

  // Embeds are many, and must keep no page waiting.
  private Pages shelf(Key key) {
    return key.view() instanceof Embed ? embeds : pages;
  }

  /**
   * The snapshot of a union, or of what people and partner sites see of a feed, built when it is
   * not ready; never waits, and only so many can.
   *
   * @return what comes within ten seconds; fails as its first build does
   */
  public CompletableFuture<OnDemandReply> onDemand(Key key) {
    return Union.isNamedBy(key.feed()) ? unions.get(key) : shelf(key).get(key);
  }

  /**
   * The page of an article that has none elsewhere, built when it is not ready; asks the store how
   * far it is, and only so many can wait.
   *
   * @return what comes within ten seconds; fails as its first build does
   */
  public CompletableFuture<OnDemandReply> article(ArticleId article, Page page) {
    return articles.get(article, page);
  }

  /** The files that pages need. */
  public StaticFiles files() {
    return files;
  }

  /** What tells programs which feeds and articles there are. */
  public Directory directory() {
    return directory;
  }

  /** Whether a page of search results has been made already, if not as it is now. */
  public boolean isSearchHeld(SearchKey key) {
    return searches.isHeld(key);
  }

  /**
   * A page of search results, built when it is not ready; never waits for that, and only so many
   * can.
   *
   * @return what comes within ten seconds; fails as its first build does
   */
  public CompletableFuture<OnDemandReply> search(SearchKey key) {
    return searches.get(key);
  }

  /** Whether a page of an archive has been made already, if not as it is now. */
  public boolean isArchiveHeld(PageKey key) {
    return archives.isHeld(key);
  }

  /** A page of a feed's archive; may wait for the store; empty when there is no such page. */
  public Optional<Snapshot> archive(PageKey key) {
    return archives.get(key);
  }

  /**
   * The feed as a partner with a key gets it; may wait for the store; empty when there is no such
   * feed.
   */
  public Optional<Document> forPartner(FeedCatalog catalog, String feed, Format format) {
    return partners.build(catalog, feed, format);
  }

  /** Feeds for partners who show articles elsewhere. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Lets go of what is of feeds that there are no more. */
  void redefine(FeedCatalog catalog) {
    unions.redefine(catalog);
    pages.redefine(catalog);
    embeds.redefine(catalog);
  }

  @Override
  public void close() {
    unions.close();
    pages.close();
    embeds.close();
    articles.close();
    searches.close();
  }
}

package vn.bantin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.bantin.api.ArticleApi;
import vn.bantin.article.Actor;
import vn.bantin.article.Lifetimes;
import vn.bantin.config.Settings;
import vn.bantin.feed.CopyLifetimes;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Fingerprint;
import vn.bantin.feed.Site;
import vn.bantin.ingest.ArticleReader;
import vn.bantin.ingest.Ingest;
import vn.bantin.ingest.Origin;
import vn.bantin.newsroom.FileMistake;
import vn.bantin.newsroom.NewsroomReader;
import vn.bantin.newsroom.Reading;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.SqlArticleStore;
import vn.bantin.store.TokenStore;

/** The rooms put together over one newsroom and one database. */
public final class App implements AutoCloseable {

  private final Settings settings;
  private final Observer observer;
  private final Clock clock;
  private final FeedCatalog catalog;
  private final SqlArticleStore store;

  private App(
      Settings settings,
      Observer observer,
      Clock clock,
      FeedCatalog catalog,
      SqlArticleStore store) {
    this.settings = settings;
    this.observer = observer;
    this.clock = clock;
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * Reads the newsroom and opens the store.
   *
   * @throws NewsroomMistakesException if the newsroom has mistakes
   * @throws vn.bantin.store.StoreException if the database cannot be opened
   */
  public static App open(Settings settings, Observer observer, Clock clock) {
    FeedCatalog catalog = newsroom(settings);
    SqlArticleStore store = SqlArticleStore.open(settings.database(), clock);
    return new App(settings, observer, clock, catalog, store);
  }

  /**
   * Reads the newsroom alone.
   *
   * @throws NewsroomMistakesException if it has mistakes
   */
  public static FeedCatalog newsroom(Settings settings) {
    Reading reading = NewsroomReader.read(settings.feeds());
    FeedCatalog catalog = reading.catalog();
    if (catalog == null) {
      throw new NewsroomMistakesException(reading.mistakes());
    }
    return catalog;
  }

  /** How long copies of its feeds may be used; the longest when the newsroom has mistakes. */
  public static Lifetimes lifetimes(Settings settings) {
    return new CopyLifetimes(NewsroomReader.read(settings.feeds()).catalog());
  }

  /**
   * Opens the store alone, for what needs no newsroom.
   *
   * @throws vn.bantin.store.StoreException if there is no database, or it cannot be opened
   */
  public static SqlArticleStore store(Settings settings) {
    return SqlArticleStore.openExisting(settings.database(), Clock.systemUTC());
  }

  /**
   * Reads articles for a newsroom.
   *
   * @param clock tells what is yet to come
   */
  public static ArticleReader reader(FeedCatalog newsroom, InstantSource clock) {
    Site site = newsroom.site();
    return new ArticleReader(
        new Origin(site.zone(), site.language(), site.home(), site.categories().keySet()),
        newsroom,
        clock);
  }

  /** The newsroom's definitions as they were when the app was opened. */
  public FeedCatalog catalog() {
    return catalog;
  }

  /** The store. */
  public ArticleStore store() {
    return store;
  }

  /**
   * What writes to the store, by the newsroom's files as they are now; their rules are in force
   * when it returns.
   *
   * @param actor who brings the articles
   * @throws NewsroomMistakesException if the newsroom has mistakes
   */
  public Ingest ingest(Actor actor) {
    FeedCatalog now = newsroom(settings);
    store.introduce(declarations(now, null), now);
    return ingest(now, actor);
  }

  /** What writes to the store by definitions that are in force. */
  Ingest ingest(FeedCatalog inForce, Actor actor) {
    return new Ingest(reader(inForce, clock), store, inForce, actor);
  }

  /**
   * The API over the store.
   *
   * @param newsroom the definitions in force
   * @param served brings all addresses up to what the store holds
   */
  ArticleApi api(Supplier<FeedCatalog> newsroom, Runnable served) {
    return new ArticleApi(
        store,
        store,
        store,
        by -> ingest(newsroom.get(), by),
        () -> new CopyLifetimes(newsroom.get()),
        served,
        clock);
  }

  /** The newsroom's tokens. */
  TokenStore tokens() {
    return store;
  }

  /** Whoever types commands here. */
  public static Actor operator() {
    String user = System.getProperty("user.name", "");
    String name = user.strip().isEmpty() ? "cli" : "cli:" + user.strip();
    return new Actor(name.substring(0, Math.min(name.length(), Actor.MAX_LENGTH)));
  }

  /** The folder of sample articles for a store that is empty. */
  public Path samples() {
    return settings.feeds().resolve("samples");
  }

  /** Whether there is nothing to serve but there are samples to begin with. */
  public boolean wantsSamples() {
    return Files.isDirectory(samples()) && store.isEmpty();
  }

  /** Starts to serve; the app must stay open meanwhile. */
  public RunningServer serve() {
    return RunningServer.start(this, settings, observer, clock);
  }

  /**
   * Tells the store that these are the feeds there are.
   *
   * @param base the public address
   */
  void declare(FeedCatalog feeds, String base) {
    store.define(declarations(feeds, base), feeds);
  }

  @Override
  public void close() {
    store.close();
  }

  private static List<FeedDeclaration> declarations(FeedCatalog feeds, @Nullable String base) {
    Map<String, String> looks = base == null ? Map.of() : Fingerprint.looks(feeds, base);
    return feeds.rules().entrySet().stream()
        .map(feed -> new FeedDeclaration(feed.getKey(), feed.getValue(), looks.get(feed.getKey())))
        .toList();
  }

  /** The newsroom's files cannot be used. */
  public static final class NewsroomMistakesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FileMistake> mistakes;

    NewsroomMistakesException(List<FileMistake> mistakes) {
      super(mistakes.size() + " mistakes in the newsroom");
      this.mistakes = List.copyOf(mistakes);
    }

    /** All of them, in order of files and lines. */
    public List<FileMistake> mistakes() {
      return mistakes;
    }
  }
}

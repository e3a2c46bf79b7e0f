package vn.bantin;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.bantin.access.Scope;
import vn.bantin.access.Secret;
import vn.bantin.access.Token;
import vn.bantin.api.ArticleApi;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.article.State;
import vn.bantin.config.Option;
import vn.bantin.config.Settings;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.observe.Event;

/** A small newsroom in a folder of its own, served over real sockets by the clock of a test. */
public final class ServedNewsroom implements Served {

  /** Its public address, the same whatever port it listens to. */
  public static final String BASE = "https://feeds.songmay.example";

  /** A moment for clocks to start at. */
  public static final Instant START = Instant.parse("2026-03-01T08:30:00.250Z");

  private static final Duration TURNED = Duration.ofSeconds(5);
  private static final Duration RELOADED = Duration.ofSeconds(5);

  private final Path folder;
  private final Clock clock;
  private final Map<Option, String> options;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private App app;
  private RunningServer server;

  private ServedNewsroom(Path folder, Clock clock, Map<Option, String> options) {
    this.folder = folder;
    this.clock = clock;
    this.options = Map.copyOf(options);
    this.app = open();
    this.server = app.serve();
  }

  /** Writes the four feeds' files and serves them from an empty store. */
  public static ServedNewsroom start(Path folder, Clock clock) throws IOException {
    return start(folder, clock, Map.of());
  }

  /** Writes the four feeds' files and serves them from an empty store, with options of its own. */
  public static ServedNewsroom start(Path folder, Clock clock, Map<Option, String> options)
      throws IOException {
    found(folder);
    return resume(folder, clock, options);
  }

  /** Writes the four feeds' files. */
  public static void found(Path folder) throws IOException {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    Files.writeString(feeds.resolve("site.yaml"), site("Đài Sông Mây"));
    for (String name : List.of("dan-van", "ton-giao", "kinh-te")) {
      Files.writeString(feeds.resolve(name + ".yaml"), feed("Mục " + name, name));
    }
    Files.writeString(
        feeds.resolve("moi-nhat.yaml"),
        """
        title: Mới nhất
        description: Mọi tin của Đài Sông Mây
        """);
  }

  /** Serves what stands in a folder already. */
  public static ServedNewsroom resume(Path folder, Clock clock) {
    return resume(folder, clock, Map.of());
  }

  /** Serves what stands in a folder already, with options of its own. */
  public static ServedNewsroom resume(Path folder, Clock clock, Map<Option, String> options) {
    return new ServedNewsroom(folder, clock, options);
  }

  /** What stands in the file of the newsroom itself. */
  public static String site(String title) {
    return """
    title: %s
    description: Tin tức tỉnh Sông Mây
    home: https://songmay.example/
    language: vi
    zone: Asia/Ho_Chi_Minh
    authority: songmay.example,2026
    categories:
      dan-van: Dân vận
      ton-giao: Tôn giáo
      kinh-te: Kinh tế
    """
        .formatted(title);
  }

  /** What stands in the file of a feed of one category. */
  public static String feed(String title, String category) {
    return "title: %s\ndescription: Tin của mục\ncategories:\n  include: [%s]\n"
        .formatted(title, category);
  }

  @Override
  public int port() {
    return server.port();
  }

  /** The port that readers connect to by TLS. */
  public int tlsPort() {
    return server.tlsPort();
  }

  /** The port that health checks connect to. */
  public int adminPort() {
    return server.adminPort();
  }

  /** The app behind the server. */
  public App app() {
    return app;
  }

  /** An API over the same store, after whose changes nobody is told. */
  public ArticleApi api() {
    return app.api(server::catalog, () -> {});
  }

  @Override
  public String token(Scope... scopes) {
    Secret secret = Secret.random();
    Set<Scope> allowed = Set.of(scopes);
    String name = "t-" + secret.id();
    app.tokens().add(new Token(secret.id(), name, secret.hash(), allowed, START, null));
    return secret.text();
  }

  /** A key to the feeds of a partner, as it stands in their addresses. */
  public String partnerToken(String partner) {
    Secret secret = Secret.random();
    String name = "t-" + secret.id();
    app.tokens().add(new Token(secret.id(), name, secret.hash(), Set.of(), partner, START, null));
    return secret.text();
  }

  /** Revokes a token of {@link #token}. */
  public void revoke(String token) {
    app.tokens().revoke("t-" + Secret.parse(token).orElseThrow().id());
  }

  /** The server. */
  public RunningServer server() {
    return server;
  }

  /** What the server has told so far. */
  public List<Event> events() {
    return events;
  }

  /** Where the database is. */
  public Path database() {
    return folder.resolve("data").resolve("bantin.db");
  }

  /** The file of a feed. */
  public Path feedFile(String name) {
    return folder.resolve("feeds").resolve(name + ".yaml");
  }

  /** Stores the articles, one change each, and waits until they are served. */
  public void put(Article... articles) {
    for (Article article : articles) {
      change(new ArticleChange.Put(article));
    }
    server.catchUp();
  }

  /** Withdraws the article and waits until it is no longer served. */
  public void withdraw(String id) {
    change(new ArticleChange.Withdraw(new ArticleId(id), "nhầm"));
    server.catchUp();
  }

  /** Waits until the clock has brought an article into a state, and that is served. */
  public void awaitTurn(String id, State state) {
    await()
        .atMost(TURNED)
        .pollInterval(Duration.ofMillis(20))
        .until(() ->
            app.store().find(new ArticleId(id)).map(Article::state).equals(Optional.of(state)));
    server.catchUp();
  }

  /** Makes a change that the server finds out about by itself. */
  public void change(ArticleChange change) {
    FeedCatalog catalog = server.catalog();
    app.store().apply(List.of(change), catalog, Articles.EDITOR);
  }

  /** Rewrites a feed's file and waits until the server has taken it over. */
  public void redefine(String name, String yaml) {
    awaitReload(() -> {
      try {
        Files.writeString(feedFile(name), yaml);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** Does something to the files and waits until the server has taken it over. */
  public void awaitReload(Runnable edit) {
    long before = reloads();
    edit.run();
    await().atMost(RELOADED).until(() -> reloads() > before);
  }

  /** Asks for a feed until its bytes are those that stay as long as it does not change. */
  public void settle(String feed, String format) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> {
          String target = "/feeds/" + feed + "." + format;
          String tag = get(target, "Accept-Encoding: gzip").header("ETag");
          long version = Long.parseLong(tag.substring(1, tag.indexOf('-')), Character.MAX_RADIX);
          return events.stream().anyMatch(e -> isImproved(e, feed, format, version));
        });
  }

  private static boolean isImproved(Event event, String feed, String format, long version) {
    return event instanceof Event.SnapshotImproved improved
        && improved.feed().equals(feed)
        && improved.format().equals(format)
        && improved.version() == version;
  }

  @Override
  public void restart() {
    close();
    app = open();
    server = app.serve();
  }

  @Override
  public void close() {
    server.close();
    app.close();
  }

  /** Opens the same database with the definitions of another folder. */
  App open(Path feeds) {
    return App.open(settings(feeds), events::add, clock);
  }

  /** What the server was started with, but for the definitions' folder. */
  Settings settings(Path feeds) {
    Map<Option, String> flags = new EnumMap<>(Option.class);
    flags.put(Option.LISTEN, "127.0.0.1:0");
    flags.put(Option.ADMIN_LISTEN, "127.0.0.1:0");
    flags.put(Option.FEEDS, feeds.toString());
    flags.put(Option.DATA, folder.resolve("data").toString());
    flags.put(Option.BASE_URL, BASE);
    flags.putAll(options);
    return Settings.of(flags, Map.of());
  }

  private App open() {
    return open(folder.resolve("feeds"));
  }

  private long reloads() {
    return events.stream().filter(Event.NewsroomReloaded.class::isInstance).count();
  }
}

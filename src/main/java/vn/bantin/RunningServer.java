package vn.bantin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.bantin.api.ArticleApi;
import vn.bantin.change.ChangeFollower;
import vn.bantin.change.SearchFiller;
import vn.bantin.change.Timekeeper;
import vn.bantin.config.Settings;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Fingerprint;
import vn.bantin.http.ClientBudgets;
import vn.bantin.http.HttpServer;
import vn.bantin.http.Limits;
import vn.bantin.http.LiveStreams;
import vn.bantin.http.Routes;
import vn.bantin.http.Transport;
import vn.bantin.newsroom.NewsroomWatcher;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.purge.Purger;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedVersion;
import vn.bantin.tls.CertificateFiles;
import vn.bantin.tls.ServerTls;

/** A server at work: what follows the store and the newsroom, and the listeners. */
public final class RunningServer implements AutoCloseable {

  private final HttpServer http;
  private final Optional<ServerTls> tls;
  private final Snapshots snapshots;
  private final Purger purger;
  private final LiveStreams streams;
  private final ChangeFollower follower;
  private final Timekeeper timekeeper;
  private final SearchFiller searchFiller;
  private final NewsroomWatcher watcher;
  private final String baseUrl;
  private final Observer observer;
  private FeedCatalog declared;

  private RunningServer(
      HttpServer http,
      Optional<ServerTls> tls,
      App app,
      Settings settings,
      Observer observer,
      Clock clock) {
    this.http = http;
    this.tls = tls;
    this.observer = observer;
    this.baseUrl = settings.baseUrl(http.port());
    this.declared = app.catalog();
    app.declare(declared, baseUrl);
    this.snapshots =
        new Snapshots(app.store(), app.catalog(), baseUrl, settings.feedMemory(), observer);
    this.streams = new LiveStreams(settings.liveStreams());
    this.purger = new Purger(settings.purge(), observer);
    this.follower = new ChangeFollower(app.store(), this::follow, purger::purgeSearches, observer);
    this.timekeeper = new Timekeeper(app.store(), snapshots::catalog, observer);
    this.searchFiller = new SearchFiller(app.store(), observer);
    this.watcher =
        new NewsroomWatcher(
            settings.feeds(), app.catalog(), catalog -> redefine(app, catalog), observer);
    ClientBudgets budgets =
        new ClientBudgets(settings.clientBudget(), settings.trustedProxies(), clock);
    ArticleApi api = app.api(snapshots::catalog, this::catchUp);
    http.open(
        new Routes(snapshots, app.store(), api, clock, budgets, streams, observer),
        settings.fastLane());
    // What changed while no server ran is old in the caches.
    purger.purgeAll();
    follower.start();
    timekeeper.start();
    searchFiller.start();
    watcher.start();
  }

  static RunningServer start(App app, Settings settings, Observer observer, Clock clock) {
    Optional<ServerTls> tls =
        settings.tlsListen().map(_ -> ServerTls.open(certificate(settings), clock, observer));
    Limits limits = Limits.of(settings);
    HttpServer http;
    try {
      http =
          HttpServer.bind(
              settings.listen(),
              settings.adminListen(),
              Transport.of(settings, tls),
              limits,
              observer);
    } catch (RuntimeException e) {
      tls.ifPresent(ServerTls::close);
      throw e;
    }
    try {
      if (limits.connections() < settings.maxConnections()) {
        observer.observe(
            new Event.ConnectionsLimited(settings.maxConnections(), limits.connections()));
      }
      RunningServer server = new RunningServer(http, tls, app, settings, observer, clock);
      observer.observe(
          new Event.ServerReady(
              server.baseUrl, app.catalog().feeds().size(), sinceProcessStart().toMillis()));
      return server;
    } catch (RuntimeException e) {
      http.close();
      tls.ifPresent(ServerTls::close);
      throw e;
    }
  }

  private static CertificateFiles certificate(Settings settings) {
    return new CertificateFiles(settings.tlsCertificate(), settings.tlsKey());
  }

  // Not from the management beans: to load them takes a tenth of the whole start.
  private static Duration sinceProcessStart() {
    Instant now = Instant.now();
    Instant start = ProcessHandle.current().info().startInstant().orElse(now);
    return Duration.between(start, now);
  }

  /** The public address. */
  public String baseUrl() {
    return baseUrl;
  }

  /** The port that readers connect to. */
  public int port() {
    return http.port();
  }

  /** The port that readers connect to by TLS; -1 when there is none. */
  public int tlsPort() {
    return http.tlsPort();
  }

  /** The port that health checks connect to. */
  public int adminPort() {
    return http.adminPort();
  }

  /** How many open pages are told of changes as they come. */
  public int liveStreams() {
    return streams.open();
  }

  /** The definitions in force. */
  public FeedCatalog catalog() {
    return snapshots.catalog();
  }

  /** Brings every answer up to what the store holds now. */
  public void catchUp() {
    follower.catchUp();
  }

  // Caches hear of it first, though nobody waits until they have done what they are told.
  private void follow(List<FeedVersion> moved) {
    Set<String> anew = snapshots.follow(moved);
    purger.purge(anew);
    streams.tell(anew, snapshots::version);
  }

  @Override
  public void close() {
    // Readers first: whoever is still served while the server stops is served what is new.
    http.close();
    watcher.close();
    searchFiller.close();
    timekeeper.close();
    follower.close();
    purger.close();
    tls.ifPresent(ServerTls::close);
    snapshots.close();
    observer.observe(new Event.ServerStopped());
  }

  /** Puts other definitions in force; the watcher does when files have changed. */
  void redefine(App app, FeedCatalog catalog) {
    // The definitions before the store: new bytes with the old Last-Modified are asked for again
    // when the version moves; old bytes with the new one would stay with a reader for good. Another
    // server of the same newsroom may have told the store already: then this one, which has served
    // old bytes with the new version since, moves it once more.
    ArticleStore store = app.store();
    snapshots.redefine(catalog);
    long before = store.sequence();
    app.declare(catalog, baseUrl);
    Set<String> unmoved = changed(declared, catalog);
    store.changedSince(before).forEach(version -> unmoved.remove(version.feed()));
    store.touch(unmoved);
    declared = catalog;
    follower.catchUp();
    streams.redefine(catalog);
    // Feeds may have come or gone, and with them redirects and answers that there is none.
    purger.purgeAll();
  }

  private Set<String> changed(FeedCatalog before, FeedCatalog after) {
    Map<String, String> old = Fingerprint.looks(before, baseUrl);
    Map<String, String> looks = Fingerprint.looks(after, baseUrl);
    Set<String> names = new TreeSet<>(looks.keySet());
    names.removeIf(name -> Objects.equals(looks.get(name), old.get(name)));
    return names;
  }
}

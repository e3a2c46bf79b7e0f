package vn.bantin.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Article;
import vn.bantin.config.Network;
import vn.bantin.config.Rate;
import vn.bantin.feed.Format;
import vn.bantin.observe.Event;
import vn.bantin.snapshot.Snapshots;

/** A newsroom that is served once more, within bounds that a test can reach. */
final class BoundedNewsroom implements AutoCloseable {

  /** Bounds that nobody meets. */
  static final Limits WIDE =
      new Limits(
          Duration.ofMinutes(5), Duration.ofMinutes(5), 1024, 1_000, Duration.ZERO, Duration.ZERO);

  private static final long FEED_MEMORY = 64L * 1024 * 1024;
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final ServedNewsroom newsroom;
  private final Snapshots snapshots;
  private final LiveStreams streams = new LiveStreams(2, Duration.ofMillis(100));
  private final ClientBudgets budgets;
  private final Clock clock;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private HttpServer server;

  private BoundedNewsroom(
      ServedNewsroom newsroom,
      Limits limits,
      Optional<Rate> budget,
      List<Network> proxies,
      Clock clock,
      boolean fastLane) {
    this.newsroom = newsroom;
    this.clock = clock;
    this.budgets = new ClientBudgets(budget, proxies, clock, true);
    this.snapshots =
        new Snapshots(
            newsroom.app().store(),
            newsroom.app().catalog(),
            ServedNewsroom.BASE,
            FEED_MEMORY,
            events::add);
    // Made ahead: what a test waits for is then the server alone.
    this.snapshots.get("dan-van", Format.ATOM);
    this.server = serve(limits, fastLane);
  }

  /** The open pages that are told of changes, two at most. */
  LiveStreams streams() {
    return streams;
  }

  private HttpServer serve(Limits limits, boolean fastLane) {
    return serve(Transport.PLAIN, limits, fastLane);
  }

  private HttpServer serve(Transport transport, Limits limits, boolean fastLane) {
    HttpServer bound = HttpServer.bind(ANYWHERE, ANYWHERE, transport, limits, events::add);
    bound.open(
        new Routes(
            snapshots,
            newsroom.app().store(),
            newsroom.api(),
            clock,
            budgets,
            streams,
            events::add),
        fastLane);
    return bound;
  }

  /** Serves the same within other limits, at other ports. */
  void rebind(Limits limits, boolean fastLane) {
    server.close();
    server = serve(limits, fastLane);
  }

  /** Serves the same by other means. */
  void rebind(Transport transport, Limits limits) {
    server.close();
    server = serve(transport, limits, true);
  }

  /** Serves the articles within limits. */
  static BoundedNewsroom start(Path folder, Limits limits, boolean fastLane, Article... articles)
      throws IOException {
    return start(
        folder, limits, Optional.empty(), List.of(), Clock.systemUTC(), fastLane, articles);
  }

  /** Serves the articles within limits and a budget by a clock, behind proxies. */
  static BoundedNewsroom start(
      Path folder,
      Limits limits,
      Optional<Rate> budget,
      List<Network> proxies,
      Clock clock,
      boolean fastLane,
      Article... articles)
      throws IOException {
    ServedNewsroom newsroom = ServedNewsroom.start(folder, clock);
    newsroom.put(articles);
    return new BoundedNewsroom(newsroom, limits, budget, proxies, clock, fastLane);
  }

  int port() {
    return server.port();
  }

  int adminPort() {
    return server.adminPort();
  }

  HttpServer server() {
    return server;
  }

  List<Event> events() {
    return events;
  }

  /** Asks once, on a connection of its own. */
  RawAnswer get(String target, String... headers) {
    try (RawHttp http = RawHttp.connect(port())) {
      return http.get(target, headers);
    }
  }

  @Override
  public void close() {
    server.close();
    snapshots.close();
    newsroom.close();
  }
}

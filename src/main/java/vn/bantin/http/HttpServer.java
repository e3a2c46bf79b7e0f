package vn.bantin.http;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import vn.bantin.http2.Http2Door;
import vn.bantin.net.Loops;
import vn.bantin.observe.Observer;

/**
 * The two listeners: one for readers, one for the newsroom's own tools. Both are bound at once; the
 * readers' one answers 503 until {@link #open}.
 */
public final class HttpServer implements AutoCloseable {

  /** Without end: Undertow says its limit with a stack trace on standard error. */
  private static final long UNDERTOW_BODY = -1;

  private static final Duration TICK = Duration.ofMillis(10);
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int WORKERS = 16;

  /** How many connections the newsroom's own tools may have. */
  private static final int TOOLS = 50;

  private final Loops loops;
  private final Listener readers;
  private final Listener newsroom;
  private final Http2Door http2;
  private final Limits limits;
  private final Connections connections;
  private final Gate gate;
  private final int port;
  private final int adminPort;
  private final int tlsPort;
  private volatile @Nullable FastLane lane;
  private volatile @Nullable Routes served;
  private volatile boolean ready;
  private boolean closed;

  private HttpServer(
      InetSocketAddress listen,
      InetSocketAddress adminListen,
      Transport transport,
      Limits limits,
      Observer observer)
      throws IOException {
    this.limits = limits;
    this.connections = new Connections(limits.connections());
    this.gate = new Gate(Problem.STARTING::send, limits);
    OptionMap options = options(limits);
    ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES);
    // As many as processors: a second one on the same makes the slowest answers several times
    // slower.
    this.loops = new Loops(Runtime.getRuntime().availableProcessors(), WORKERS, observer);
    try {
      this.readers = new Listener(loops, buffers, options, connections, gate);
      this.newsroom =
          new Listener(
              loops, buffers, options, new Connections(TOOLS), new Gate(this::administer, limits));
      this.http2 = new Http2Door(buffers, options, gate, limits.idle());
      Doors doors = new Doors(transport, limits, http2);
      this.port = readers.listen(listen, doors.plain(readers), Connections::refuse);
      this.adminPort = newsroom.listen(adminListen, newsroom::enter, Connections::refuse);
      Transport.Secure secure = transport.secure();
      this.tlsPort =
          secure == null
              ? -1
              : readers.listen(secure.listen(), doors.secure(secure, readers), IoUtils::safeClose);
    } catch (IOException | RuntimeException e) {
      loops.close();
      throw e;
    }
  }

  private static OptionMap options(Limits limits) {
    return OptionMap.builder()
        .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
        .set(UndertowOptions.MAX_ENTITY_SIZE, UNDERTOW_BODY)
        .set(UndertowOptions.MAX_HEADERS, 2 * RequestLimits.FIELDS)
        .set(UndertowOptions.MAX_HEADER_SIZE, 2 * RequestLimits.FIELD_BYTES)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(limits.head().toMillis()))
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, Math.toIntExact(limits.idle().toMillis()))
        .getMap();
  }

  /**
   * Takes all addresses.
   *
   * @throws RuntimeException wrapping a {@link java.net.BindException} if one is taken
   */
  public static HttpServer bind(
      InetSocketAddress listen,
      InetSocketAddress adminListen,
      Transport transport,
      Limits limits,
      Observer observer) {
    try {
      return new HttpServer(listen, adminListen, transport, limits, observer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Answers readers from now on.
   *
   * @param fastLane whether plain requests for warm feeds take the short way
   */
  public void open(Routes routes, boolean fastLane) {
    gate.leadTo(routes);
    served = routes;
    if (fastLane) {
      FastLane way = routes.fastLane(readers.undertow(), limits);
      lane = way;
      readers.enterBy(way);
    }
    ready = true;
  }

  /** The port that readers connect to. */
  public int port() {
    return port;
  }

  /** The port that readers connect to by TLS; -1 when there is none. */
  public int tlsPort() {
    return tlsPort;
  }

  /** The port that health checks connect to. */
  public int adminPort() {
    return adminPort;
  }

  /** How many connections Undertow serves. */
  int handedOver() {
    return gate.visits().connections();
  }

  /** How many connections readers have open. */
  int connections() {
    return connections.open();
  }

  /**
   * Stops. It is not ready from the first moment on, and after the delay takes no connections any
   * more. Answers under way have some time to end. Health checks are answered until then.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    ready = false;
    try {
      Thread.sleep(limits.drainDelay());
      readers.close();
      drain();
    } catch (InterruptedException _) {
      readers.close();
      Thread.currentThread().interrupt();
    }
    newsroom.close();
    loops.close();
  }

  private void drain() throws InterruptedException {
    FastLane way = lane;
    Routes routes = served;
    if (routes != null) {
      routes.drain();
    }
    gate.visits().drain();
    http2.drain();
    if (way != null) {
      way.drain();
    }
    long end = System.nanoTime() + limits.drain().toNanos();
    while (!isDrained(way) && System.nanoTime() - end < 0) {
      Thread.sleep(TICK);
    }
  }

  private boolean isDrained(@Nullable FastLane way) {
    return gate.visits().areOver() && http2.isDrained() && (way == null || way.isDrained());
  }

  private void administer(HttpServerExchange exchange) {
    switch (exchange.getRelativePath()) {
      case "/healthz" -> say(exchange, 200, "alive");
      case "/readyz" -> say(exchange, ready ? 200 : 503, ready ? "ready" : "not ready");
      default -> Problem.NO_PAGE.send(exchange);
    }
  }

  private static void say(HttpServerExchange exchange, int status, String word) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    Bodies.send(exchange, ByteBuffer.wrap((word + "\n").getBytes(StandardCharsets.UTF_8)));
  }
}

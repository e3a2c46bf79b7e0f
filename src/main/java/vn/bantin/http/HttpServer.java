package vn.bantin.http;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Protocols;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioExecutor;
import org.xnio.XnioWorker;

/**
 * The two listeners: one for readers, one for the newsroom's own tools. Both are bound at once; the
 * readers' one answers 503 until {@link #open}.
 */
public final class HttpServer implements AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(75);
  private static final Duration SLOW_REQUEST = Duration.ofSeconds(10);
  private static final long MAX_BODY = 64L * 1024;
  private static final int MAX_HEADERS = 100;
  private static final int MAX_HEADER_BYTES = 32 * 1024;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int WORKERS = 16;
  private static final int MAX_STREAMS = 100;
  private static final int MAX_RESETS = 200;
  private static final Duration RESETS_WITHIN = Duration.ofSeconds(30);

  // As many threads as processors: a second one on the same processor makes the slowest answers
  // several times slower.
  private static final OptionMap THREADS =
      OptionMap.builder()
          .set(Options.WORKER_IO_THREADS, Runtime.getRuntime().availableProcessors())
          .set(Options.WORKER_TASK_CORE_THREADS, WORKERS)
          .set(Options.WORKER_TASK_MAX_THREADS, WORKERS)
          .set(Options.TCP_NODELAY, true)
          .getMap();

  private final XnioWorker worker;
  private final Listener readers;
  private final Listener newsroom;
  private final Duration idle;
  private final int port;
  private final int adminPort;
  private final int tlsPort;
  private volatile HttpHandler routes = Problem.STARTING::send;
  private volatile boolean ready;

  private HttpServer(
      InetSocketAddress listen,
      InetSocketAddress adminListen,
      Transport transport,
      Duration idle,
      Duration slow)
      throws IOException {
    this.idle = idle;
    OptionMap options = options(idle, slow);
    ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES);
    this.worker = Xnio.getInstance(HttpServer.class.getClassLoader()).createWorker(THREADS);
    try {
      this.readers =
          new Listener(worker, buffers, withHttp2(options, transport.h2c()), this::handle);
      this.newsroom = new Listener(worker, buffers, options, this::administer);
      Doors doors = new Doors(transport, buffers, slow);
      this.port = readers.listen(listen, doors.plain(readers::enter));
      this.adminPort = newsroom.listen(adminListen, newsroom::enter);
      Transport.Secure secure = transport.secure();
      this.tlsPort =
          secure == null ? -1 : readers.listen(secure.listen(), doors.secure(secure, readers));
    } catch (IOException e) {
      worker.shutdownNow();
      throw e;
    }
  }

  private static OptionMap options(Duration idle, Duration slow) {
    return OptionMap.builder()
        .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
        .set(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY)
        .set(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
        .set(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(slow.toMillis()))
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, Math.toIntExact(idle.toMillis()))
        .getMap();
  }

  // What remains of Undertow's own limits holds for HTTP/2, too.
  private static OptionMap withHttp2(OptionMap options, boolean withoutTls) {
    return OptionMap.builder()
        .addAll(options)
        .set(UndertowOptions.ENABLE_HTTP2, withoutTls)
        .set(UndertowOptions.HTTP2_SETTINGS_ENABLE_PUSH, false)
        .set(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, MAX_STREAMS)
        .set(UndertowOptions.MAX_RST_FRAMES_PER_WINDOW, MAX_RESETS)
        .set(UndertowOptions.RST_FRAMES_TIME_WINDOW, Math.toIntExact(RESETS_WITHIN.toMillis()))
        .getMap();
  }

  /**
   * Takes all addresses.
   *
   * @throws RuntimeException wrapping a {@link java.net.BindException} if one is taken
   */
  public static HttpServer bind(
      InetSocketAddress listen, InetSocketAddress adminListen, Transport transport) {
    return bind(listen, adminListen, transport, IDLE, SLOW_REQUEST);
  }

  /** Takes both addresses, for HTTP/1.1 without TLS. */
  static HttpServer bind(InetSocketAddress listen, InetSocketAddress adminListen) {
    return bind(listen, adminListen, Transport.PLAIN);
  }

  /**
   * Takes all addresses.
   *
   * @param idle how long a connection may stay without a request, and how long a body may take
   * @param slow how long a request's head may take to arrive
   */
  static HttpServer bind(
      InetSocketAddress listen,
      InetSocketAddress adminListen,
      Transport transport,
      Duration idle,
      Duration slow) {
    try {
      return new HttpServer(listen, adminListen, transport, idle, slow);
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
    this.routes = routes;
    if (fastLane) {
      readers.enterBy(routes.fastLane(readers.undertow(), idle));
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

  @Override
  public void close() {
    ready = false;
    readers.close();
    newsroom.close();
    worker.shutdown();
    try {
      worker.awaitTermination();
    } catch (InterruptedException _) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpServerExchange exchange) throws Exception {
    limitBody(exchange);
    sayWhetherItStays(exchange);
    routes.handleRequest(exchange);
  }

  // Undertow keeps or ends a connection as it was asked to, but does not say so on every answer.
  private static void sayWhetherItStays(HttpServerExchange exchange) {
    if (exchange.getProtocol().equals(Protocols.HTTP_2_0)) {
      return; // has no such field (RFC 9113 §8.2.2)
    }
    if (!exchange.isPersistent()) {
      exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
    } else if (exchange.isHttp10()) {
      exchange.getResponseHeaders().put(Headers.CONNECTION, "keep-alive");
    }
  }

  private void administer(HttpServerExchange exchange) {
    limitBody(exchange);
    switch (exchange.getRelativePath()) {
      case "/healthz" -> say(exchange, 200, "alive");
      case "/readyz" -> say(exchange, ready ? 200 : 503, ready ? "ready" : "not ready");
      default -> Problem.NO_PAGE.send(exchange);
    }
  }

  // Undertow passes over a body before it goes on, and waits for the rest of it without end. Its
  // READ_TIMEOUT would see to that, but logs an error for what it answers while it is stopped.
  private void limitBody(HttpServerExchange exchange) {
    if (exchange.isRequestComplete()) {
      return;
    }
    XnioExecutor.Key end =
        exchange
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(exchange.getConnection()),
                idle.toMillis(),
                TimeUnit.MILLISECONDS);
    exchange.addExchangeCompleteListener((done, next) -> {
      end.remove();
      next.proceed();
    });
  }

  private static void say(HttpServerExchange exchange, int status, String word) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    Bodies.send(exchange, ByteBuffer.wrap((word + "\n").getBytes(StandardCharsets.UTF_8)));
  }
}

package vn.bantin.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

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

  private final Undertow undertow;
  private final Duration idle;
  private volatile HttpHandler routes = Problem.STARTING::send;
  private volatile boolean ready;

  private HttpServer(
      InetSocketAddress listen, InetSocketAddress adminListen, Duration idle, Duration slow) {
    this.idle = idle;
    this.undertow =
        Undertow.builder()
            .addHttpListener(listen.getPort(), listen.getHostString(), this::handle)
            .addHttpListener(adminListen.getPort(), adminListen.getHostString(), this::administer)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY)
            .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
            .setServerOption(
                UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(slow.toMillis()))
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, Math.toIntExact(idle.toMillis()))
            .build();
  }

  /**
   * Takes both addresses.
   *
   * @throws RuntimeException wrapping a {@link java.net.BindException} if one is taken
   */
  public static HttpServer bind(InetSocketAddress listen, InetSocketAddress adminListen) {
    return bind(listen, adminListen, IDLE, SLOW_REQUEST);
  }

  /**
   * Takes both addresses.
   *
   * @param idle how long a connection may stay without a request, and how long a body may take
   * @param slow how long a request's head may take to arrive
   */
  static HttpServer bind(
      InetSocketAddress listen, InetSocketAddress adminListen, Duration idle, Duration slow) {
    HttpServer server = new HttpServer(listen, adminListen, idle, slow);
    server.undertow.start();
    return server;
  }

  /** Answers readers from now on. */
  public void open(Routes routes) {
    this.routes = routes;
    ready = true;
  }

  /** The port that readers connect to. */
  public int port() {
    return port(0);
  }

  /** The port that health checks connect to. */
  public int adminPort() {
    return port(1);
  }

  @Override
  public void close() {
    ready = false;
    undertow.stop();
  }

  private int port(int listener) {
    return ((InetSocketAddress) undertow.getListenerInfo().get(listener).getAddress()).getPort();
  }

  private void handle(HttpServerExchange exchange) throws Exception {
    limitBody(exchange);
    routes.handleRequest(exchange);
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

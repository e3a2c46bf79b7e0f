package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.Protocols;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.IoUtils;
import vn.bantin.http2.Http2Connection;

/**
 * The connections that Undertow serves, and whether each is waited on or at rest. One on which no
 * request has come in whole is not among them, nor is one by HTTP/2: that is a {@link
 * Http2Connection}.
 */
final class Visits {

  private final Limits limits;

  /** Whether an exchange is under way on the connection. */
  private final Map<ServerConnection, Boolean> busy = new ConcurrentHashMap<>();

  private volatile boolean draining;

  Visits(Limits limits) {
    this.limits = limits;
  }

  /** Takes a new exchange in; its connection ends with it if no more are wanted. */
  Visit begin(HttpServerExchange exchange) {
    if (!isHttp2(exchange)) {
      ServerConnection connection = exchange.getConnection();
      if (busy.put(connection, true) == null) {
        connection.addCloseListener(busy::remove);
      }
    }
    Visit visit = new Visit(this, limits, exchange);
    exchange.addExchangeCompleteListener(visit);
    endConnectionIfLast(exchange);
    return visit;
  }

  /** Takes note that the exchange has ended. */
  void ended(HttpServerExchange exchange) {
    if (!isHttp2(exchange)) {
      busy.replace(exchange.getConnection(), false);
    }
    endConnectionIfLast(exchange);
  }

  /** Closes the connections at rest now, and each of the others behind its answer. */
  void drain() {
    draining = true;
    for (ServerConnection connection : busy.keySet()) {
      connection
          .getIoThread()
          .execute(() -> {
            if (Boolean.FALSE.equals(busy.get(connection))) {
              IoUtils.safeClose(connection);
            }
          });
    }
  }

  /** Whether the answers now are the last of their connections. */
  boolean areLast() {
    return draining;
  }

  /** How many connections of HTTP/1.1 there are. */
  int connections() {
    return busy.size();
  }

  /** Whether no exchange is under way. */
  boolean areOver() {
    return !busy.containsValue(true);
  }

  private void endConnectionIfLast(HttpServerExchange exchange) {
    if (draining && !isHttp2(exchange)) {
      exchange.setPersistent(false);
    }
  }

  // There, each exchange has a connection object of its own, and a connection no such field.
  static boolean isHttp2(HttpServerExchange exchange) {
    return exchange.getProtocol().equals(Protocols.HTTP_2_0);
  }
}

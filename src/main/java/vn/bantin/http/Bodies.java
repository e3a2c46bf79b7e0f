package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.nio.ByteBuffer;

/** Ends an exchange with a body, or with the length that it would have had. */
final class Bodies {

  private Bodies() {}

  /** Says that the client has the newest already (RFC 9110 §15.4.5). */
  static void notModified(HttpServerExchange exchange) {
    // To a HEAD Undertow would say that nothing comes in chunks.
    exchange.setRequestMethod(Methods.GET);
    exchange.setStatusCode(304).endExchange();
  }

  /** Sends the bytes; to HEAD, only their length (RFC 9110 §9.3.2). */
  static void send(HttpServerExchange exchange, ByteBuffer bytes) {
    exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, bytes.remaining());
    if (exchange.getRequestMethod().equals(Methods.HEAD)) {
      exchange.endExchange();
    } else {
      exchange.getResponseSender().send(bytes);
    }
  }
}

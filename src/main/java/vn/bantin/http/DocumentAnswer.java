package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import vn.bantin.snapshot.Document;

/** Answers with a document: 304, or the body. */
final class DocumentAnswer {

  private DocumentAnswer() {}

  /**
   * Ends the exchange with what is for everybody.
   *
   * @param fresh how long a copy may be used
   */
  static void send(HttpServerExchange exchange, Document document, Duration fresh) {
    String caching = "public, max-age=" + fresh.toSeconds() + ", stale-if-error=86400";
    if (!isKnown(exchange, document, caching)) {
      SurrogateKeys.mark(exchange.getResponseHeaders(), List.of());
      sendBody(exchange, document);
    }
  }

  /** Ends the exchange with what is for this client alone. */
  static void sendPrivately(HttpServerExchange exchange, Document document) {
    if (!isKnown(exchange, document, "private, no-cache")) {
      sendBody(exchange, document);
    }
  }

  private static boolean isKnown(HttpServerExchange exchange, Document document, String caching) {
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(Headers.ETAG, document.entityTag());
    fields.put(Headers.CACHE_CONTROL, caching);
    List<String> held = exchange.getRequestHeaders().get(Headers.IF_NONE_MATCH);
    boolean isKnown = held != null && document.isAmong(held);
    if (isKnown) {
      Bodies.notModified(exchange);
    }
    return isKnown;
  }

  private static void sendBody(HttpServerExchange exchange, Document document) {
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(Headers.CONTENT_TYPE, document.contentType());
    fields.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    Bodies.send(exchange, ByteBuffer.wrap(document.bytes()));
  }
}

package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import vn.bantin.snapshot.Document;

/** Answers for everybody with a document: 304, or the body. */
final class DocumentAnswer {

  private DocumentAnswer() {}

  /**
   * Ends the exchange.
   *
   * @param fresh how long a copy may be used
   */
  static void send(HttpServerExchange exchange, Document document, Duration fresh) {
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(Headers.ETAG, document.entityTag());
    fields.put(
        Headers.CACHE_CONTROL, "public, max-age=" + fresh.toSeconds() + ", stale-if-error=86400");
    List<String> held = exchange.getRequestHeaders().get(Headers.IF_NONE_MATCH);
    if (held != null && document.isAmong(held)) {
      Bodies.notModified(exchange);
      return;
    }
    fields.put(Headers.CONTENT_TYPE, document.contentType());
    fields.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    SurrogateKeys.mark(fields, List.of());
    Bodies.send(exchange, ByteBuffer.wrap(document.bytes()));
  }
}

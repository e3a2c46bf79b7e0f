package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.util.List;
import vn.bantin.snapshot.Document;
import vn.bantin.snapshot.Snapshots;

/** Answers with what depends on the newsroom's definitions alone. */
final class DefinitionsHandler {

  private static final String CACHING = "public, max-age=3600, stale-if-error=86400";

  private final Snapshots snapshots;

  DefinitionsHandler(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** All feeds, for readers to import (OPML 2.0). */
  void opml(HttpServerExchange exchange) {
    send(exchange, snapshots.opml());
  }

  /** How to search, for browsers (OpenSearch 1.1). */
  void openSearch(HttpServerExchange exchange) {
    send(exchange, snapshots.openSearch());
  }

  private static void send(HttpServerExchange exchange, Document document) {
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(Headers.ETAG, document.entityTag());
    fields.put(Headers.CACHE_CONTROL, CACHING);
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

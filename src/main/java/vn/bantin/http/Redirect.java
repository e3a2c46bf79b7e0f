package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Leads to the one address of a feed for good (RFC 9110 §15.4.2). */
final class Redirect {

  // As long as a newsroom may have to wait until a mistake in site.yaml is out of all caches.
  private static final String CACHING = "public, max-age=3600";

  private Redirect() {}

  /**
   * Ends the exchange with 301.
   *
   * @param location an absolute path or a whole address, in ASCII
   */
  static void send(HttpServerExchange exchange, String location) {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.LOCATION, location);
    headers.put(Headers.CACHE_CONTROL, CACHING);
    Cors.open(headers);
    SurrogateKeys.mark(headers, List.of());
    headers.put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    exchange.setStatusCode(301);
    byte[] text = ("Moved to " + location + "\n").getBytes(StandardCharsets.UTF_8);
    Bodies.send(exchange, ByteBuffer.wrap(text));
  }
}

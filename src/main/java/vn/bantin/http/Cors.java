package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;

/**
 * What browsers are told of pages from elsewhere (Fetch Standard, CORS protocol): all may read what
 * is public, and ask with the validators that they have, and without credentials.
 */
final class Cors {

  private static final List<String> PUBLIC =
      List.of("/feeds/", "/embed/", "/embed.", "/search", "/oembed", "/feeds.opml", "/partners/");
  private static final HttpString METHOD = new HttpString("Access-Control-Request-Method");
  private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
  private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
  private static final HttpString ALLOW_METHODS = new HttpString("Access-Control-Allow-Methods");
  private static final HttpString ALLOW_HEADERS = new HttpString("Access-Control-Allow-Headers");
  private static final HttpString MAX_AGE = new HttpString("Access-Control-Max-Age");

  private Cors() {}

  /** Lets pages from anywhere read the answer. */
  static void open(HeaderMap headers) {
    headers.put(ALLOW_ORIGIN, "*");
  }

  /** Lets pages of one origin read the answer, which varies by it. */
  static void open(HeaderMap headers, String origin) {
    headers.put(ALLOW_ORIGIN, origin);
  }

  /** Lets them read its validators, too. */
  static void expose(HeaderMap headers) {
    headers.put(EXPOSE_HEADERS, "ETag, Last-Modified");
  }

  /** Whether a browser asks beforehand, for what is public. */
  static boolean isAskedBeforehand(HttpServerExchange exchange) {
    return exchange.getRequestMethod().toString().equals("OPTIONS")
        && exchange.getRequestHeaders().contains(METHOD)
        && exchange.getRequestHeaders().contains(Headers.ORIGIN)
        && PUBLIC.stream().anyMatch(exchange.getRelativePath()::startsWith);
  }

  /** Ends the exchange with 204: it may ask. */
  static void answerBeforehand(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getResponseHeaders();
    open(headers);
    headers.put(ALLOW_METHODS, "GET, HEAD");
    headers.put(ALLOW_HEADERS, "Accept, A-IM, If-None-Match, If-Modified-Since, Last-Event-ID");
    headers.put(MAX_AGE, "86400");
    headers.put(Headers.CACHE_CONTROL, "public, max-age=86400");
    exchange.setStatusCode(204).endExchange();
  }
}

package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * The addresses that a partner's key stands in. Whoever knows one can read what it opens: so it is
 * in no index, in no field that a browser sends on, and in no log.
 */
final class KeyedAddress {

  /** What stands in front of the key. */
  static final String PATH = "/partners/";

  private static final HttpString ROBOTS = new HttpString("X-Robots-Tag");

  private KeyedAddress() {}

  /** Whether a key may stand in the path. */
  static boolean isAt(String path) {
    return path.startsWith(PATH);
  }

  /** The path without a key. */
  static String withoutKey(String path) {
    return isAt(path) ? PATH + "…" : path;
  }

  /** Keeps the address to whoever has it; does nothing at others. */
  static void shield(HttpServerExchange exchange) {
    if (isAt(exchange.getRelativePath())) {
      HeaderMap fields = exchange.getResponseHeaders();
      fields.put(ROBOTS, "noindex, nofollow");
      fields.put(Headers.REFERRER_POLICY, "no-referrer");
    }
  }
}

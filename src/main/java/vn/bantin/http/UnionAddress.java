package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.util.List;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Union;

/**
 * The one address of a union: its members' names in order, each once, with a plain {@code +}
 * between and nothing behind. Every other spelling leads there, so that caches and readers hold one
 * copy.
 */
final class UnionAddress {

  private UnionAddress() {}

  /**
   * Whether the request is at that address; the exchange is ended where it is not.
   *
   * @param name what stands before the dot, with a {@code +} in it
   * @param ending the rest: a dot and more, or nothing
   */
  static boolean isAsked(
      HttpServerExchange exchange, String name, String ending, FeedCatalog catalog) {
    List<String> names = Union.namesIn(name);
    boolean known = names.stream().allMatch(feed -> catalog.feed(feed).isPresent());
    boolean written = ending.isEmpty() || Format.ofExtension(ending.substring(1)).isPresent();
    if (!known || !written) {
      Problem.NO_FEED.send(exchange);
      return false;
    }
    if (names.size() > Union.MAX_FEEDS) {
      Problem.TOO_MANY_FEEDS.send(exchange);
      return false;
    }
    String address = "/feeds/" + Union.name(names) + ending;
    boolean here =
        names.size() > 1
            && exchange.getRequestURI().endsWith(address)
            && exchange.getQueryString().isEmpty();
    if (!here) {
      Redirect.send(exchange, address);
    }
    return here;
  }
}

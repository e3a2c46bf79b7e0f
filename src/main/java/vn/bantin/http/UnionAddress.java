package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FormerFeed;
import vn.bantin.feed.Union;

/**
 * The one address of a union: its members' names in order, each once, with a plain {@code +}
 * between and nothing behind. Every other spelling leads there, so that caches and readers hold one
 * copy.
 *
 * <p>A member that is now another feed of this newsroom leads there, too. With one that has ended
 * or has gone elsewhere the union is no more, and its readers are told: without that member it
 * would be something else than what they chose, and nobody would know that a part is missing.
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
    List<String> asked = Union.namesIn(name);
    boolean written = ending.isEmpty() || KnownAddress.view(ending.substring(1)).isPresent();
    if (!written || !asked.stream().allMatch(feed -> isKnown(feed, catalog))) {
      Problem.NO_FEED.send(exchange);
      return false;
    }
    List<String> now = new ArrayList<>();
    for (String feed : asked) {
      switch (former(feed, catalog)) {
        case FormerFeed.Renamed renamed -> now.add(renamed.feed());
        case FormerFeed.MovedAway away -> {
          Problem.memberMoved(feed, away.address()).send(exchange);
          return false;
        }
        case FormerFeed.Ended ended -> {
          Problem.memberEnded(feed, ended.sentence()).send(exchange);
          return false;
        }
        case null -> now.add(feed);
      }
    }
    List<String> names = Union.namesIn(Union.name(now));
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

  private static boolean isKnown(String feed, FeedCatalog catalog) {
    return catalog.feed(feed).isPresent() || former(feed, catalog) != null;
  }

  private static @Nullable FormerFeed former(String feed, FeedCatalog catalog) {
    return catalog.feed(feed).isPresent() ? null : catalog.signposts().former().get(feed);
  }
}

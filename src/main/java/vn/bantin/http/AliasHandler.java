package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import vn.bantin.snapshot.Snapshots;

/** Leads from addresses that are not a feed's own to the feed, or says that there is none. */
final class AliasHandler {

  private final Snapshots snapshots;

  AliasHandler(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * Whether the address is written as the path says: without a query, parameters behind a
   * semicolon, and percent signs where none need be.
   *
   * <p>No feed depends on any of these. An answer with the feed's bytes would make a copy of its
   * own in every cache for every spelling that somebody invents. So the feed has one address, and
   * the others lead to it; most readers then keep that one.
   */
  static boolean isPlain(HttpServerExchange exchange) {
    return exchange.getQueryString().isEmpty()
        && exchange.getRequestURI().endsWith(exchange.getRelativePath());
  }

  /**
   * Ends the exchange with 301, 410, or the given problem when the address stands for nothing.
   *
   * @param otherwise the problem
   */
  void handle(HttpServerExchange exchange, Problem otherwise) {
    switch (FeedAliases.find(exchange.getRelativePath(), snapshots.catalog())) {
      case Alias.Moved(String location) when isHere(exchange, location) -> otherwise.send(exchange);
      case Alias.Moved(String location) -> Redirect.send(exchange, location);
      case Alias.Ended ended -> Problem.feedEnded(ended.sentence()).send(exchange);
      case Alias.Unknown _ -> otherwise.send(exchange);
    }
  }

  // A newsroom may name this very address as the one that a feed has moved away to. The scheme does
  // not count: a proxy in front may have taken TLS off.
  private static boolean isHere(HttpServerExchange exchange, String location) {
    return location.endsWith("://" + exchange.getHostAndPort() + exchange.getRelativePath());
  }
}

package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bantin.config.Network;
import vn.bantin.field.ForwardedFor;

/**
 * The proxies whose word on their clients' addresses counts.
 *
 * <p>Each proxy adds to the fields whom it has the request from. So they are believed from the end,
 * as long as the address before is a trusted proxy's. What is malformed is not believed, nor what
 * stands before it. Of the two fields a proxy writes one, and may let the other pass as the client
 * has made it up: when they do not agree, neither counts.
 */
final class Proxies {

  private final List<Network> networks;

  Proxies(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /** Whether the address is one of a trusted proxy. */
  boolean isTrusted(InetAddress address) {
    for (Network network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** Who has made the request, as far as can be believed. */
  InetAddress client(HttpServerExchange exchange) {
    HeaderMap fields = exchange.getRequestHeaders();
    return client(
        exchange.getSourceAddress().getAddress(),
        fields.get(Headers.FORWARDED),
        fields.get(Headers.X_FORWARDED_FOR));
  }

  /**
   * Who has made a request, as far as can be believed.
   *
   * @param peer who has sent it to this server
   * @param forwarded the lines of {@code Forwarded} (RFC 7239); null when there are none
   * @param forwardedFor the lines of {@code X-Forwarded-For}; null when there are none
   */
  InetAddress client(
      InetAddress peer, @Nullable List<String> forwarded, @Nullable List<String> forwardedFor) {
    if (!isTrusted(peer)) {
      return peer;
    }
    if (forwarded == null) {
      return forwardedFor == null ? peer : follow(peer, ForwardedFor.plain(forwardedFor));
    }
    InetAddress client = follow(peer, ForwardedFor.nodes(forwarded));
    boolean agree =
        forwardedFor == null || follow(peer, ForwardedFor.plain(forwardedFor)).equals(client);
    return agree ? client : peer;
  }

  private InetAddress follow(InetAddress peer, List<String> nodes) {
    InetAddress client = peer;
    for (String node : nodes.reversed()) {
      Optional<InetAddress> before = ForwardedFor.address(node);
      if (before.isEmpty() || !isTrusted(client)) {
        break;
      }
      client = before.get();
    }
    return client;
  }
}

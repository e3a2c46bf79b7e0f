package vn.bantin.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bantin.config.Network;
import vn.bantin.config.Settings;
import vn.bantin.tls.ServerTls;

/**
 * What readers' connections are made of below HTTP/1.1.
 *
 * @param secure where and how readers connect by TLS; null when they cannot
 * @param h2c whether HTTP/2 is taken without TLS, from a client that begins with it (RFC 9113 §3.3)
 * @param proxyProtocol whether every connection begins with the PROXY protocol
 * @param proxies those whose word on a client's address counts
 */
public record Transport(
    @Nullable Secure secure, boolean h2c, boolean proxyProtocol, List<Network> proxies) {

  /** Nothing but HTTP/1.1 straight from the client. */
  static final Transport PLAIN = new Transport(null, false, false, List.of());

  /**
   * TLS, where readers may connect by it.
   *
   * @param http2 whether HTTP/2 is offered (RFC 9113 §3.2)
   */
  record Secure(InetSocketAddress listen, ServerTls tls, boolean http2) {}

  /** Copies the list. */
  public Transport {
    proxies = List.copyOf(proxies);
  }

  /**
   * The transport that the settings describe.
   *
   * @param tls the server's side of TLS, when readers may connect by it
   */
  public static Transport of(Settings settings, Optional<ServerTls> tls) {
    Secure secure =
        tls.flatMap(
                server -> settings.tlsListen().map(at -> new Secure(at, server, settings.http2())))
            .orElse(null);
    return new Transport(
        secure, settings.h2c(), settings.proxyProtocol(), settings.trustedProxies());
  }
}

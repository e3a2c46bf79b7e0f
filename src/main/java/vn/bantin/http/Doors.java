package vn.bantin.http;

import org.xnio.ChannelListener;
import org.xnio.StreamConnection;
import vn.bantin.http2.Http2Door;
import vn.bantin.net.PrefaceDoor;
import vn.bantin.net.ProxyDoor;

/**
 * The ways in from an address to HTTP: through the PROXY protocol, through TLS, both or neither.
 */
final class Doors {

  private final Transport transport;
  private final Limits limits;
  private final Http2Door http2;

  /** Doors to be put into addresses. */
  Doors(Transport transport, Limits limits, Http2Door http2) {
    this.transport = transport;
    this.limits = limits;
    this.http2 = http2;
  }

  /** The way in without TLS. */
  ChannelListener<? super StreamConnection> plain(Listener listener) {
    return proxied(
        transport.h2c() ? new PrefaceDoor(limits.idle(), listener::enter, http2) : listener::enter);
  }

  /** The way in by TLS. */
  ChannelListener<? super StreamConnection> secure(Transport.Secure secure, Listener listener) {
    return proxied(new TlsDoor(secure, limits.head(), listener::enter, http2));
  }

  private ChannelListener<? super StreamConnection> proxied(
      ChannelListener<StreamConnection> next) {
    return transport.proxyProtocol()
        ? new ProxyDoor(new Proxies(transport.proxies())::isTrusted, limits.head(), next)
        : next;
  }
}

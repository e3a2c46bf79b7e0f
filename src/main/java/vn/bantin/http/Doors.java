package vn.bantin.http;

import io.undertow.connector.ByteBufferPool;
import java.time.Duration;
import org.xnio.ChannelListener;
import org.xnio.StreamConnection;

/**
 * The ways in from an address to HTTP: through the PROXY protocol, through TLS, both or neither.
 */
final class Doors {

  private final Transport transport;
  private final ByteBufferPool buffers;
  private final Duration patience;

  /**
   * Doors to be put into addresses.
   *
   * @param patience how long each step before HTTP may take
   */
  Doors(Transport transport, ByteBufferPool buffers, Duration patience) {
    this.transport = transport;
    this.buffers = buffers;
    this.patience = patience;
  }

  /** The way in without TLS. */
  ChannelListener<? super StreamConnection> plain(ChannelListener<StreamConnection> next) {
    return transport.proxyProtocol()
        ? new ProxyDoor(new Proxies(transport.proxies()), buffers, patience, next)
        : next;
  }

  /** The way in by TLS. */
  ChannelListener<? super StreamConnection> secure(Transport.Secure secure, Listener listener) {
    return plain(new TlsDoor(secure, patience, listener::enter, listener::enterHttp2));
  }
}

package vn.bantin.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * A way in for proxies alone: takes the PROXY protocol's preamble off each connection and leads it
 * on as one from the client. Undertow's own has no limit of time, does not ask who speaks, and
 * breaks off when a preamble comes in pieces.
 */
public final class ProxyDoor implements ChannelListener<StreamConnection> {

  private final Predicate<InetAddress> trusted;
  private final Duration patience;
  private final ChannelListener<? super StreamConnection> next;

  /**
   * A door.
   *
   * @param trusted who may come in
   * @param patience how long a preamble may take
   */
  public ProxyDoor(
      Predicate<InetAddress> trusted,
      Duration patience,
      ChannelListener<? super StreamConnection> next) {
    this.trusted = trusted;
    this.patience = patience;
    this.next = next;
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
    if (peer != null && trusted.test(peer.getAddress())) {
      Opening.begin(connection, patience, this::judge);
    } else {
      IoUtils.safeClose(connection);
    }
  }

  private Opening.Verdict judge(ByteBuffer received) {
    byte[] bytes = new byte[received.remaining()];
    received.get(bytes);
    return switch (ProxyPreamble.in(bytes)) {
      case ProxyPreamble.Unfinished _ -> new Opening.Verdict.Unfinished();
      case ProxyPreamble.Broken _ -> new Opening.Verdict.Refused();
      case ProxyPreamble.Whole whole ->
          new Opening.Verdict.Led(whole.length(), proxy -> lead(proxy, whole.client()));
    };
  }

  private void lead(StreamConnection proxy, @Nullable InetSocketAddress client) {
    next.handleEvent(client == null ? proxy : new ProxiedConnection(proxy, client));
  }
}

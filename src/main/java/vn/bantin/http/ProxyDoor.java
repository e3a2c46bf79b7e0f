package vn.bantin.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.util.PooledAdaptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.PushBackStreamSourceConduit;

/**
 * A way in for proxies alone: takes the PROXY protocol's preamble off each connection and leads it
 * on as one from the client. Undertow's own has no limit of time, does not ask who speaks, and
 * breaks off when a preamble comes in pieces.
 */
final class ProxyDoor implements ChannelListener<StreamConnection> {

  private final Proxies proxies;
  private final ByteBufferPool buffers;
  private final Duration patience;
  private final ChannelListener<? super StreamConnection> next;

  /**
   * A door.
   *
   * @param proxies who may come in
   * @param buffers of more than {@link ProxyPreamble#MAX_BYTES}
   * @param patience how long a preamble may take
   */
  ProxyDoor(
      Proxies proxies,
      ByteBufferPool buffers,
      Duration patience,
      ChannelListener<? super StreamConnection> next) {
    this.proxies = proxies;
    this.buffers = buffers;
    this.patience = patience;
    this.next = next;
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
    InetAddress address = peer == null ? null : peer.getAddress();
    if (address == null || !proxies.isTrusted(address)) {
      IoUtils.safeClose(connection);
      return;
    }
    new Arrival(connection).begin();
  }

  /** A connection whose preamble is not yet whole. */
  private final class Arrival {
    private final StreamConnection connection;
    private final ConduitStreamSourceChannel source;
    private final PooledByteBuffer received = buffers.allocate();
    private XnioExecutor.@Nullable Key end;

    Arrival(StreamConnection connection) {
      this.connection = connection;
      this.source = connection.getSourceChannel();
    }

    void begin() {
      end =
          connection
              .getIoThread()
              .executeAfter(this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS);
      source.setReadListener(_ -> read());
      read();
    }

    private void read() {
      try {
        int count = source.read(received.getBuffer());
        if (count < 0) {
          giveUp();
        } else if (count > 0) {
          judge();
        } else {
          source.resumeReads();
        }
      } catch (IOException _) {
        giveUp();
      }
    }

    private void judge() {
      byte[] bytes = new byte[received.getBuffer().position()];
      received.getBuffer().get(0, bytes);
      switch (ProxyPreamble.in(bytes)) {
        case ProxyPreamble.Unfinished _ -> source.resumeReads();
        case ProxyPreamble.Broken _ -> giveUp();
        case ProxyPreamble.Whole whole -> lead(whole);
      }
    }

    private void lead(ProxyPreamble.Whole whole) {
      stopWaiting();
      source.setReadListener(null);
      source.suspendReads();
      received.getBuffer().flip().position(whole.length());
      PushBackStreamSourceConduit rest = new PushBackStreamSourceConduit(source.getConduit());
      rest.pushBack(new PooledAdaptor(received));
      source.setConduit(rest);
      next.handleEvent(
          whole.client() == null ? connection : new ProxiedConnection(connection, whole.client()));
    }

    private void giveUp() {
      stopWaiting();
      received.close();
      IoUtils.safeClose(connection);
    }

    private void stopWaiting() {
      if (end != null) {
        end.remove();
      }
    }
  }
}

package vn.bantin.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DelegateOpenListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** An address that is listened to, and the way that its connections go. */
final class Listener implements AutoCloseable {

  private static final int BACKLOG = 1_000;

  private final HttpOpenListener undertow;
  private final AcceptingChannel<StreamConnection> channel;
  private volatile ChannelListener<? super StreamConnection> entrance;

  /**
   * Takes the address.
   *
   * @param options for Undertow
   * @throws IOException if it is taken already
   */
  Listener(
      XnioWorker worker,
      InetSocketAddress address,
      ByteBufferPool buffers,
      OptionMap options,
      HttpHandler handler)
      throws IOException {
    this.undertow = new HttpOpenListener(buffers, options);
    this.undertow.setRootHandler(handler);
    this.entrance = undertow;
    OptionMap socket =
        OptionMap.builder()
            .set(Options.TCP_NODELAY, true)
            .set(Options.REUSE_ADDRESSES, true)
            .set(Options.BACKLOG, BACKLOG)
            .set(Options.WORKER_IO_THREADS, worker.getIoThreadCount())
            .set(Options.BALANCING_TOKENS, 1)
            .set(Options.BALANCING_CONNECTIONS, 2)
            .getMap();
    this.channel =
        worker.createStreamConnectionServer(
            address, ChannelListeners.openListenerAdapter(this::enter), socket);
    this.channel.resumeAccepts();
  }

  /** What takes any connection. */
  DelegateOpenListener undertow() {
    return undertow;
  }

  /** Lets connections go another way from now on. */
  void enterBy(ChannelListener<? super StreamConnection> way) {
    entrance = way;
  }

  int port() {
    return channel.getLocalAddress(InetSocketAddress.class).getPort();
  }

  @Override
  public void close() {
    IoUtils.safeClose(channel);
  }

  private void enter(StreamConnection connection) {
    entrance.handleEvent(connection);
  }
}

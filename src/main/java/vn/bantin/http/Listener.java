package vn.bantin.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DelegateOpenListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.xnio.ChannelListener;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import vn.bantin.net.Acceptor;
import vn.bantin.net.Loops;

/** Addresses that are listened to, and the way that their connections go. */
final class Listener implements AutoCloseable {

  private static final int BACKLOG = 1_000;

  private final Loops loops;
  private final Connections connections;
  private final HttpOpenListener undertow;
  private final List<Acceptor> acceptors = new ArrayList<>();
  private volatile ChannelListener<? super StreamConnection> entrance;

  /**
   * Listens nowhere yet.
   *
   * @param options for Undertow
   * @param connections where those to all addresses are counted
   */
  Listener(
      Loops loops,
      ByteBufferPool buffers,
      OptionMap options,
      Connections connections,
      HttpHandler handler) {
    this.loops = loops;
    this.connections = connections;
    this.undertow = new HttpOpenListener(buffers, options);
    this.undertow.setRootHandler(handler);
    this.entrance = undertow;
  }

  /**
   * Takes an address.
   *
   * @param door what the address's connections come through before they {@link #enter}
   * @param exit where those go that are too many
   * @return the port
   * @throws IOException if it is taken already
   */
  int listen(
      InetSocketAddress address,
      ChannelListener<? super StreamConnection> door,
      ChannelListener<? super StreamConnection> exit)
      throws IOException {
    Acceptor acceptor = loops.listen(address, BACKLOG, connection -> meet(connection, door, exit));
    acceptors.add(acceptor);
    return acceptor.port();
  }

  /** What takes any connection that speaks HTTP/1.1. */
  DelegateOpenListener undertow() {
    return undertow;
  }

  /** Lets connections that speak HTTP/1.1 go another way from now on. */
  void enterBy(ChannelListener<? super StreamConnection> way) {
    entrance = way;
  }

  /** Takes a connection that speaks HTTP/1.1. */
  void enter(StreamConnection connection) {
    entrance.handleEvent(connection);
  }

  private void meet(
      StreamConnection connection,
      ChannelListener<? super StreamConnection> door,
      ChannelListener<? super StreamConnection> exit) {
    if (connections.admit(connection)) {
      door.handleEvent(connection);
    } else {
      exit.handleEvent(connection);
    }
  }

  @Override
  public void close() {
    acceptors.forEach(Acceptor::close);
  }
}

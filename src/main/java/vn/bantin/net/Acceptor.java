package vn.bantin.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/** An address that is listened to, by all loops: whoever is free takes the next connection. */
public final class Acceptor implements AutoCloseable {

  /** How many connections a loop takes before it serves those that it has. */
  private static final int AT_ONCE = 16;

  /** How many connections more than another a loop may have; beyond it hands new ones over. */
  private static final int MORE = 8;

  /** How long a loop looks away after it could not take one, for want of files. */
  private static final long PAUSE_MILLIS = 100;

  private final ServerSocketChannel server;
  private final List<Loop> loops;
  private final ChannelListener<? super StreamConnection> listener;
  private final Observer observer;

  private Acceptor(
      ServerSocketChannel server,
      List<Loop> loops,
      ChannelListener<? super StreamConnection> listener,
      Observer observer) {
    this.observer = observer;
    this.server = server;
    this.loops = loops;
    this.listener = listener;
  }

  static Acceptor listen(
      InetSocketAddress address,
      int backlog,
      List<Loop> loops,
      ChannelListener<? super StreamConnection> listener,
      Observer observer)
      throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    try {
      server.configureBlocking(false);
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(address, backlog);
      Acceptor acceptor = new Acceptor(server, loops, listener, observer);
      for (Loop loop : loops) {
        acceptor.new Entrance(loop).open();
      }
      return acceptor;
    } catch (IOException | RuntimeException e) {
      IoUtils.safeClose(server);
      throw e;
    }
  }

  /** The port. */
  public int port() {
    return server.socket().getLocalPort();
  }

  /** Listens no more; when it returns, the system refuses connections. */
  @Override
  public void close() {
    IoUtils.safeClose(server);
    loops.forEach(Loop::letGo);
  }

  /** The address as one loop sees it. */
  private final class Entrance implements Watched {
    private final Loop loop;
    private boolean pausing;

    Entrance(Loop loop) {
      this.loop = loop;
    }

    void open() throws ClosedChannelException {
      loop.watch(server, SelectionKey.OP_ACCEPT, this);
    }

    @Override
    public void ready(int ops) {
      try {
        for (int i = 0; i < AT_ONCE; i++) {
          SocketChannel channel = server.accept();
          if (channel == null) {
            return;
          }
          pausing = false;
          take(channel);
        }
      } catch (ClosedChannelException _) {
        // nobody comes any more
      } catch (IOException e) {
        pause(e);
      }
    }

    private void take(SocketChannel channel) {
      Loop other = loop;
      for (Loop one : loops) {
        if (one.connections() < other.connections()) {
          other = one;
        }
      }
      Loop into = loop.connections() - other.connections() > MORE ? other : loop;
      // Counted at once: the other may come to it only after many more.
      into.opened();
      if (into == loop) {
        enter(loop, channel);
      } else {
        hand(into, channel);
      }
    }

    private void hand(Loop into, SocketChannel channel) {
      try {
        into.execute(() -> enter(into, channel));
      } catch (RejectedExecutionException _) {
        IoUtils.safeClose(channel);
      }
    }

    private void enter(Loop into, SocketChannel channel) {
      try {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        ChannelListeners.invokeChannelListener(new SocketConnection(into, channel), listener);
      } catch (IOException _) {
        IoUtils.safeClose(channel);
        into.closed();
      }
    }

    // What tells of it may want files, too: it comes last.
    private void pause(IOException e) {
      watchFor(0);
      loop.executeAfter(
          () -> watchFor(SelectionKey.OP_ACCEPT), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      if (!pausing) {
        pausing = true;
        observer.observe(new Event.Retrying("taking connections", e));
      }
    }

    private void watchFor(int ops) {
      SelectionKey key = loop.keyOf(server);
      if (key != null && key.isValid()) {
        key.interestOps(ops);
      }
    }

    @Override
    public void end() {
      IoUtils.safeClose(server);
    }
  }
}

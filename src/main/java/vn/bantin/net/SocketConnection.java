package vn.bantin.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * A connection that a client has opened. It is watched from when somebody first waits for it to be
 * readable or writable; one that is served without waiting never is.
 */
final class SocketConnection extends StreamConnection implements Watched {

  private final Loop loop;
  private final SocketChannel channel;
  private final SocketAddress peer;
  private final SocketAddress local;
  private final SocketSource source;
  private final SocketSink sink;
  private volatile @Nullable SelectionKey key;

  /**
   * A connection.
   *
   * @param loop the thread that serves it, and has counted it
   * @param channel one that never waits
   */
  SocketConnection(Loop loop, SocketChannel channel) throws IOException {
    super(loop);
    this.loop = loop;
    this.channel = channel;
    this.peer = channel.getRemoteAddress();
    this.local = channel.getLocalAddress();
    this.source = new SocketSource(this, channel);
    this.sink = new SocketSink(this, channel);
    setSourceConduit(source);
    setSinkConduit(sink);
  }

  @Override
  public SocketAddress getPeerAddress() {
    return peer;
  }

  @Override
  public SocketAddress getLocalAddress() {
    return local;
  }

  /** Watches for this as well; for any thread, as the next four. */
  void resume(int ops) {
    try {
      SelectionKey known = key;
      if (known == null) {
        register(ops);
      } else if ((known.interestOpsOr(ops) & ops) != ops) {
        loop.touched();
      }
    } catch (CancelledKeyException | ClosedChannelException _) {
      // nobody waits for what is closed
    } catch (ClosedSelectorException _) {
      // the loop has ended before it knew of this connection
      end();
    }
  }

  private synchronized void register(int ops) throws ClosedChannelException {
    SelectionKey known = key;
    if (known == null) {
      key = loop.watch(channel, ops, this);
    } else {
      known.interestOpsOr(ops);
      loop.touched();
    }
  }

  /** Watches for this no more. */
  void suspend(int ops) {
    SelectionKey known = key;
    if (known != null) {
      try {
        known.interestOpsAnd(~ops);
      } catch (CancelledKeyException _) {
        // nor for what is closed
      }
    }
  }

  /** Whether it is watched for this. */
  boolean isResumed(int ops) {
    SelectionKey known = key;
    try {
      return known != null && (known.interestOps() & ops) == ops;
    } catch (CancelledKeyException _) {
      return false;
    }
  }

  /** Watches for this as well, and behaves at first as if it was ready. */
  void wakeup(int ops) {
    loop.execute(() -> ready(ops));
    resume(ops);
  }

  @Override
  public void ready(int ops) {
    if ((ops & SelectionKey.OP_READ) != 0) {
      source.ready();
    }
    if ((ops & SelectionKey.OP_WRITE) != 0) {
      sink.ready();
    }
  }

  /** Takes note that nothing more will be read; whether that is new. */
  boolean readEnded() {
    return readClosed();
  }

  /** Takes note that nothing more will be written; whether that is new. */
  boolean writeEnded() {
    return writeClosed();
  }

  @Override
  protected void notifyReadClosed() {
    source.tell();
    super.notifyReadClosed();
  }

  @Override
  protected void notifyWriteClosed() {
    sink.tell();
    super.notifyWriteClosed();
  }

  @Override
  protected void closeAction() throws IOException {
    try {
      channel.close();
    } finally {
      loop.closed();
    }
  }

  @Override
  public void end() {
    IoUtils.safeClose(this);
  }
}

package vn.bantin.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSourceConduit;

/** What comes from a socket. */
final class SocketSource implements StreamSourceConduit {

  private final SocketConnection connection;
  private final SocketChannel channel;
  private @Nullable ReadReadyHandler handler;

  SocketSource(SocketConnection connection, SocketChannel channel) {
    this.connection = connection;
    this.channel = channel;
  }

  void ready() {
    ReadReadyHandler reader = handler;
    if (reader == null || isReadShutdown()) {
      suspendReads();
    }
    if (reader != null) {
      reader.readReady();
    }
  }

  /** Says that nothing more will be read. */
  void tell() {
    ReadReadyHandler reader = handler;
    if (reader != null) {
      reader.terminated();
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return (int) read(channelRead(target));
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    try {
      return read(channel.read(targets, offset, length));
    } catch (ClosedChannelException _) {
      return -1;
    }
  }

  private int channelRead(ByteBuffer target) throws IOException {
    try {
      return channel.read(target);
    } catch (ClosedChannelException _) {
      return -1;
    }
  }

  private long read(long count) {
    if (count < 0) {
      end();
    }
    return count;
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) throws IOException {
    return target.transferFrom(channel, position, count);
  }

  @Override
  public long transferTo(long count, ByteBuffer throughBuffer, StreamSinkChannel target)
      throws IOException {
    return Conduits.transfer(this, count, throughBuffer, target);
  }

  private boolean end() {
    boolean first = connection.readEnded();
    if (first) {
      suspendReads();
    }
    tell();
    return first;
  }

  @Override
  public void terminateReads() throws IOException {
    if (end() && channel.isOpen()) {
      try {
        channel.shutdownInput();
      } catch (ClosedChannelException _) {
        // then it is shut down
      }
    }
  }

  @Override
  public boolean isReadShutdown() {
    return connection.isReadShutdown();
  }

  @Override
  public void resumeReads() {
    connection.resume(SelectionKey.OP_READ);
  }

  @Override
  public void suspendReads() {
    connection.suspend(SelectionKey.OP_READ);
  }

  @Override
  public void wakeupReads() {
    connection.wakeup(SelectionKey.OP_READ);
  }

  @Override
  public boolean isReadResumed() {
    return connection.isResumed(SelectionKey.OP_READ);
  }

  @Override
  public void awaitReadable() throws IOException {
    Waiting.await(channel, SelectionKey.OP_READ, 0);
  }

  @Override
  public void awaitReadable(long time, TimeUnit unit) throws IOException {
    Waiting.await(channel, SelectionKey.OP_READ, Math.max(1, unit.toMillis(time)));
  }

  @Override
  public XnioIoThread getReadThread() {
    return connection.getIoThread();
  }

  @Override
  public void setReadReadyHandler(ReadReadyHandler reader) {
    handler = reader;
  }

  @Override
  public XnioWorker getWorker() {
    return connection.getWorker();
  }
}

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
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.WriteReadyHandler;

/** What goes to a socket. */
final class SocketSink implements StreamSinkConduit {

  private final SocketConnection connection;
  private final SocketChannel channel;
  private @Nullable WriteReadyHandler handler;

  SocketSink(SocketConnection connection, SocketChannel channel) {
    this.connection = connection;
    this.channel = channel;
  }

  void ready() {
    WriteReadyHandler writer = handler;
    if (writer == null || isWriteShutdown()) {
      suspendWrites();
    }
    if (writer != null) {
      writer.writeReady();
    }
  }

  /** Says that nothing more will be written. */
  void tell() {
    WriteReadyHandler writer = handler;
    if (writer != null) {
      writer.terminated();
    }
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    return channel.write(bytes);
  }

  @Override
  public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
    return channel.write(bytes, offset, length);
  }

  @Override
  public int writeFinal(ByteBuffer bytes) throws IOException {
    return Conduits.writeFinalBasic(this, bytes);
  }

  @Override
  public long writeFinal(ByteBuffer[] bytes, int offset, int length) throws IOException {
    return Conduits.writeFinalBasic(this, bytes, offset, length);
  }

  @Override
  public long transferFrom(FileChannel file, long position, long count) throws IOException {
    return file.transferTo(position, count, channel);
  }

  @Override
  public long transferFrom(StreamSourceChannel source, long count, ByteBuffer throughBuffer)
      throws IOException {
    return Conduits.transfer(source, count, throughBuffer, this);
  }

  @Override
  public boolean flush() {
    return true;
  }

  @Override
  public void terminateWrites() throws IOException {
    if (connection.writeEnded()) {
      suspendWrites();
      if (channel.isOpen()) {
        try {
          channel.shutdownOutput();
        } catch (ClosedChannelException _) {
          // then it is shut down
        }
      }
    }
    tell();
  }

  @Override
  public void truncateWrites() throws IOException {
    terminateWrites();
  }

  @Override
  public boolean isWriteShutdown() {
    return connection.isWriteShutdown();
  }

  @Override
  public void resumeWrites() {
    connection.resume(SelectionKey.OP_WRITE);
  }

  @Override
  public void suspendWrites() {
    connection.suspend(SelectionKey.OP_WRITE);
  }

  @Override
  public void wakeupWrites() {
    connection.wakeup(SelectionKey.OP_WRITE);
  }

  @Override
  public boolean isWriteResumed() {
    return connection.isResumed(SelectionKey.OP_WRITE);
  }

  @Override
  public void awaitWritable() throws IOException {
    Waiting.await(channel, SelectionKey.OP_WRITE, 0);
  }

  @Override
  public void awaitWritable(long time, TimeUnit unit) throws IOException {
    Waiting.await(channel, SelectionKey.OP_WRITE, Math.max(1, unit.toMillis(time)));
  }

  @Override
  public XnioIoThread getWriteThread() {
    return connection.getIoThread();
  }

  @Override
  public void setWriteReadyHandler(WriteReadyHandler writer) {
    handler = writer;
  }

  @Override
  public XnioWorker getWorker() {
    return connection.getWorker();
  }
}

package vn.bantin.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import org.jspecify.annotations.Nullable;
import org.xnio.Buffers;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitWritableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/** The end of a TLS connection that is written to. */
final class TlsSink extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private static final ByteBuffer[] NOTHING = {ByteBuffer.allocate(0)};

  private final TlsConnection connection;
  private final SSLEngine engine;
  private final ByteBuffer[] one = new ByteBuffer[1];

  /** Encrypted, and not taken by the connection beneath. */
  private @Nullable ByteBuffer unsent;

  private boolean ending;
  private boolean ended;

  TlsSink(TlsConnection connection, StreamSinkConduit next, SSLEngine engine) {
    super(next);
    this.connection = connection;
    this.engine = engine;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    synchronized (connection) {
      one[0] = from;
      try {
        return Math.toIntExact(write(one, 0, 1));
      } finally {
        one[0] = NOTHING[0];
      }
    }
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int count) throws IOException {
    synchronized (connection) {
      if (ending) {
        throw new ClosedChannelException();
      }
      if (!writeUnsent()) {
        return 0;
      }
      long before = Buffers.remaining(from, offset, count);
      long left = before;
      boolean open = true;
      // What fits into the room is written at once, and often is all there is.
      while (open && left > 0 && unsent == null) {
        ByteBuffer out = TlsRoom.out();
        open = encrypt(from, offset, count, out);
        send(out);
        left = Buffers.remaining(from, offset, count);
      }
      if (left == before && !open) {
        throw new ClosedChannelException();
      }
      return before - left;
    }
  }

  @Override
  public int writeFinal(ByteBuffer from) throws IOException {
    return Conduits.writeFinalBasic(this, from);
  }

  @Override
  public long writeFinal(ByteBuffer[] from, int offset, int count) throws IOException {
    return Conduits.writeFinalBasic(this, from, offset, count);
  }

  @Override
  public long transferFrom(FileChannel from, long position, long count) throws IOException {
    return from.transferTo(position, count, new ConduitWritableByteChannel(this));
  }

  @Override
  public long transferFrom(StreamSourceChannel from, long count, ByteBuffer through)
      throws IOException {
    return IoUtils.transfer(from, count, through, new ConduitWritableByteChannel(this));
  }

  @Override
  public boolean flush() throws IOException {
    synchronized (connection) {
      if (!writeUnsent()) {
        return false;
      }
      if (ending && !ended) {
        ended = true;
        engine.closeOutbound();
        writeDue();
      }
      if (unsent != null || !next.flush()) {
        return false;
      }
      if (ended) {
        next.terminateWrites();
        connection.writeEnded();
        return next.flush();
      }
      return true;
    }
  }

  /** Nothing is written behind this but the word that it is the end, by {@link #flush}. */
  @Override
  public void terminateWrites() {
    synchronized (connection) {
      ending = true;
    }
  }

  @Override
  public void truncateWrites() throws IOException {
    synchronized (connection) {
      ending = true;
      ended = true;
      unsent = null;
      next.truncateWrites();
      connection.writeEnded();
    }
  }

  @Override
  public boolean isWriteShutdown() {
    return ending || super.isWriteShutdown();
  }

  /** Writes what the engine has to say by itself. */
  void writeDue() throws IOException {
    if (writeUnsent()) {
      ByteBuffer out = TlsRoom.out();
      encrypt(NOTHING, 0, 1, out);
      send(out);
    }
  }

  /**
   * Says that nothing more comes, so that the client can tell the end from an attacker's cut (RFC
   * 8446 §6.1), unless it would stand in the middle of a record.
   */
  void sayGoodbye() {
    synchronized (connection) {
      if (ended || unsent != null) {
        return;
      }
      ending = true;
      ended = true;
      engine.closeOutbound();
      try {
        writeDue();
      } catch (IOException _) {
        // nobody is there to hear it
      }
    }
  }

  /** Encrypts as much as there is room for; whether the engine still takes something. */
  private boolean encrypt(ByteBuffer[] from, int offset, int count, ByteBuffer out)
      throws IOException {
    SSLEngineResult result;
    do {
      result = engine.wrap(from, offset, count, out);
    } while (result.getStatus() == Status.OK
        && result.bytesProduced() > 0
        && Buffers.hasRemaining(from, offset, count)
        && out.remaining() >= TlsRoom.RECORD);
    return result.getStatus() == Status.OK && result.bytesProduced() > 0;
  }

  private void send(ByteBuffer out) throws IOException {
    next.write(out.flip());
    unsent = TlsRoom.rest(out);
  }

  private boolean writeUnsent() throws IOException {
    if (unsent != null) {
      next.write(unsent);
      unsent = unsent.hasRemaining() ? unsent : null;
    }
    return unsent == null;
  }
}

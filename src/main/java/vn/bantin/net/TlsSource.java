package vn.bantin.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/** The end of a TLS connection that is read from. */
final class TlsSource extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private static final int RECORD_HEAD = 5;

  private final TlsConnection connection;
  private final SSLEngine engine;
  private final TlsSink sink;

  /** Read from beneath and not yet decrypted. */
  private @Nullable ByteBuffer unread;

  /** Decrypted and not yet taken. */
  private @Nullable ByteBuffer decrypted;

  private boolean ended;

  TlsSource(
      TlsConnection connection,
      StreamSourceConduit next,
      SSLEngine engine,
      TlsSink sink,
      @Nullable ByteBuffer unread) {
    super(next);
    this.connection = connection;
    this.engine = engine;
    this.sink = sink;
    this.unread = unread;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    synchronized (connection) {
      boolean resumed = isReadResumed();
      int before = to.position();
      take(to);
      if (to.position() == before && to.hasRemaining() && !ended) {
        decrypt(to);
      }
      int count = to.position() - before;
      if (count == 0 && ended) {
        return -1;
      }
      // What is here already, or the end, does not make the socket beneath call.
      if (count > 0 && (hasMore() || ended) && resumed) {
        next.wakeupReads();
      }
      return count;
    }
  }

  @Override
  public long read(ByteBuffer[] to, int from, int count) throws IOException {
    long sum = 0;
    for (int i = from; i < from + count; i++) {
      int read = to[i].hasRemaining() ? read(to[i]) : 0;
      if (read < 0) {
        return sum == 0 ? -1 : sum;
      }
      sum += read;
      if (to[i].hasRemaining()) {
        break;
      }
    }
    return sum;
  }

  @Override
  public long transferTo(long position, long count, FileChannel to) throws IOException {
    return to.transferFrom(new ConduitReadableByteChannel(this), position, count);
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel to) throws IOException {
    return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, to);
  }

  @Override
  public void resumeReads() {
    synchronized (connection) {
      if (hasMore() || ended) {
        next.wakeupReads();
      } else {
        next.resumeReads();
      }
    }
  }

  @Override
  public void terminateReads() throws IOException {
    synchronized (connection) {
      end();
      next.terminateReads();
    }
  }

  private void take(ByteBuffer to) {
    ByteBuffer from = decrypted;
    if (from != null) {
      int length = Math.min(from.remaining(), to.remaining());
      to.put(to.position(), from, from.position(), length);
      to.position(to.position() + length);
      from.position(from.position() + length);
      decrypted = from.hasRemaining() ? from : null;
    }
  }

  /** Reads from beneath, and decrypts as many records as there is room for. */
  private void decrypt(ByteBuffer to) throws IOException {
    ByteBuffer in = TlsRoom.in();
    if (unread != null) {
      in.put(unread);
      unread = null;
    }
    try {
      if (!isWholeRecord(in.flip())) {
        if (next.read(in.position(in.limit()).limit(in.capacity())) < 0) {
          end();
          return;
        }
        in.flip();
      }
      int before = to.position();
      while (in.hasRemaining() && unwrap(in, to, to.position() > before)) {
        // one more record
      }
    } finally {
      unread = ended ? null : TlsRoom.rest(in);
    }
  }

  /** Takes a record out of its cover; whether another can follow. */
  private boolean unwrap(ByteBuffer in, ByteBuffer to, boolean hasSome) throws IOException {
    SSLEngineResult result = engine.unwrap(in, to);
    handle(result);
    return switch (result.getStatus()) {
      case OK -> result.bytesConsumed() > 0;
      case BUFFER_UNDERFLOW -> {
        if (in.remaining() == in.capacity()) {
          throw new SSLException("a record that is too large");
        }
        yield false;
      }
      case BUFFER_OVERFLOW -> !hasSome && unwrapAside(in, to);
      case CLOSED -> {
        end();
        yield false;
      }
    };
  }

  /** Takes a record that is larger than the room for it. */
  private boolean unwrapAside(ByteBuffer in, ByteBuffer to) throws IOException {
    ByteBuffer aside = ByteBuffer.allocate(TlsRoom.RECORD);
    SSLEngineResult result = engine.unwrap(in, aside);
    handle(result);
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      end();
      return false;
    }
    decrypted = aside.flip().hasRemaining() ? aside : null;
    take(to);
    return false;
  }

  // A client may ask for new keys under way (RFC 8446 §4.6.3), which wants an answer. To wait for
  // the next write with it costs nothing; to handshake anew is refused by the engine.
  private void handle(SSLEngineResult result) throws IOException {
    HandshakeStatus status = result.getHandshakeStatus();
    while (status == HandshakeStatus.NEED_TASK) {
      engine.getDelegatedTask().run();
      status = engine.getHandshakeStatus();
    }
    if (status == HandshakeStatus.NEED_WRAP) {
      sink.writeDue();
    }
  }

  private boolean hasMore() {
    return decrypted != null || (unread != null && isWholeRecord(unread));
  }

  private static boolean isWholeRecord(ByteBuffer bytes) {
    return bytes.remaining() >= RECORD_HEAD
        && bytes.remaining()
            >= RECORD_HEAD + Short.toUnsignedInt(bytes.getShort(bytes.position() + 3));
  }

  private void end() {
    ended = true;
    unread = null;
    decrypted = null;
    connection.readEnded();
  }
}

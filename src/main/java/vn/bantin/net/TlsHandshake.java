package vn.bantin.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** A handshake under way, up to its end or to the end of patience. */
public final class TlsHandshake {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final StreamConnection connection;
  private final ConduitStreamSourceChannel source;
  private final ConduitStreamSinkChannel sink;
  private final SSLEngine engine;
  private final Consumer<TlsConnection> next;
  private final XnioExecutor.Key end;
  private ByteBuffer received = ByteBuffer.allocate(TlsRoom.RECORD).limit(0);
  private @Nullable ByteBuffer unsent;

  private TlsHandshake(
      StreamConnection connection,
      SSLEngine engine,
      Duration patience,
      Consumer<TlsConnection> next) {
    this.connection = connection;
    this.source = connection.getSourceChannel();
    this.sink = connection.getSinkChannel();
    this.engine = engine;
    this.next = next;
    this.end =
        connection
            .getIoThread()
            .executeAfter(this::close, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Begins the server's part of a handshake.
   *
   * @param engine the server's end of it
   * @param patience how long it may take
   * @param next takes the connection at the end
   */
  public static void begin(
      StreamConnection connection,
      SSLEngine engine,
      Duration patience,
      Consumer<TlsConnection> next) {
    try {
      engine.beginHandshake();
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
    TlsHandshake handshake = new TlsHandshake(connection, engine, patience, next);
    connection.setCloseListener(_ -> handshake.end.remove());
    handshake.source.setReadListener(_ -> handshake.goOn());
    handshake.sink.setWriteListener(_ -> handshake.goOn());
    handshake.goOn();
  }

  /** Goes as far as it can without waiting. */
  private void goOn() {
    try {
      while (isWritten() && advance()) {
        // one more step
      }
    } catch (SSLException _) {
      sayWhy();
      close();
    } catch (IOException _) {
      close();
    }
  }

  /** Takes the next step; whether another can follow now. */
  private boolean advance() throws IOException {
    return switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> {
        engine.getDelegatedTask().run();
        yield true;
      }
      case NEED_WRAP -> wrap();
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
      case FINISHED, NOT_HANDSHAKING -> {
        leave();
        yield false;
      }
    };
  }

  private boolean wrap() throws IOException {
    ByteBuffer out = TlsRoom.out();
    Status status = engine.wrap(NOTHING, out).getStatus();
    sink.write(out.flip());
    unsent = TlsRoom.rest(out);
    if (status != Status.OK) {
      close();
    }
    return status == Status.OK;
  }

  private boolean unwrap() throws IOException {
    return switch (engine.unwrap(received, NOTHING).getStatus()) {
      case OK -> true;
      case BUFFER_UNDERFLOW -> read();
      case BUFFER_OVERFLOW, CLOSED -> {
        close();
        yield false;
      }
    };
  }

  private boolean read() throws IOException {
    if (received.remaining() == received.capacity()) {
      throw new SSLException("a record that is too large");
    }
    int count = source.read(received.compact());
    received.flip();
    if (count < 0) {
      close();
    } else if (count == 0) {
      source.resumeReads();
    }
    return count > 0;
  }

  private boolean isWritten() throws IOException {
    if (unsent != null) {
      sink.write(unsent);
      if (unsent.hasRemaining()) {
        source.suspendReads();
        sink.resumeWrites();
        return false;
      }
      unsent = null;
      sink.suspendWrites();
    }
    return true;
  }

  private void leave() {
    end.remove();
    source.suspendReads();
    source.setReadListener(null);
    sink.setWriteListener(null);
    ByteBuffer unread = TlsRoom.rest(received);
    // What listens for the connection's end holds on to this.
    received = NOTHING;
    next.accept(new TlsConnection(connection, engine, unread));
  }

  // The alert that tells the client what it did wrong (RFC 8446 §6.2).
  private void sayWhy() {
    ByteBuffer out = TlsRoom.out();
    try {
      engine.wrap(NOTHING, out);
      sink.write(out.flip());
    } catch (IOException _) {
      // nobody is there to hear it
    }
  }

  private void close() {
    end.remove();
    IoUtils.safeClose(connection);
  }
}

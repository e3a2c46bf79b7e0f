package vn.bantin.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.util.PooledAdaptor;
import java.io.IOException;
import java.nio.ByteBuffer;
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
 * A way in without TLS to HTTP/2 for whoever begins with its preface (RFC 9113 §3.4), and to
 * HTTP/1.1 for everybody else; either finds all that was sent.
 */
final class PrefaceDoor implements ChannelListener<StreamConnection> {

  private static final ByteBuffer PREFACE =
      ByteBuffer.wrap(Ascii.bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).asReadOnlyBuffer();

  private final ByteBufferPool buffers;
  private final Duration patience;
  private final ChannelListener<? super StreamConnection> http1;
  private final ChannelListener<? super StreamConnection> http2;

  /**
   * A door.
   *
   * @param patience how long it may take until it is known which it is
   */
  PrefaceDoor(
      ByteBufferPool buffers,
      Duration patience,
      ChannelListener<? super StreamConnection> http1,
      ChannelListener<? super StreamConnection> http2) {
    this.buffers = buffers;
    this.patience = patience;
    this.http1 = http1;
    this.http2 = http2;
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    new Arrival(connection).begin();
  }

  /** A connection of which it is not known yet what it speaks. */
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
      ByteBuffer bytes = received.getBuffer().duplicate().flip();
      int same = bytes.mismatch(PREFACE);
      if (same == PREFACE.limit() || same < 0) {
        lead(http2);
      } else if (same < bytes.limit()) {
        lead(http1);
      } else {
        source.resumeReads();
      }
    }

    private void lead(ChannelListener<? super StreamConnection> next) {
      stopWaiting();
      source.setReadListener(null);
      source.suspendReads();
      received.getBuffer().flip();
      PushBackStreamSourceConduit all = new PushBackStreamSourceConduit(source.getConduit());
      all.pushBack(new PooledAdaptor(received));
      source.setConduit(all);
      next.handleEvent(connection);
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

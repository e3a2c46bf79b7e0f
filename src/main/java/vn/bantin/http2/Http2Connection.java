package vn.bantin.http2;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.protocols.http2.AbstractHttp2StreamSourceChannel;
import io.undertow.protocols.http2.Http2Channel;
import io.undertow.protocols.http2.Http2StreamSourceChannel;
import io.undertow.server.protocol.framed.FrameHeaderData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * A connection that speaks HTTP/2 as Undertow does, and ends when its client asks nothing for too
 * long, sends too much of what is good for nothing, or is to go elsewhere.
 *
 * <p>It ends with the word why (RFC 9113 §6.8), if the client takes what was written before; then
 * it sends nothing more and waits a moment for the client to close its side, as to close with
 * something unread is to reset, and may cost the client the word and the end of an answer.
 */
public final class Http2Connection extends Http2Channel {

  private static final long LINGER_MILLIS = 1_000;
  private static final int GLANCE_BYTES = 4 * 1024;

  private final ConduitStreamSourceChannel source;
  private final ConduitStreamSinkChannel sink;
  private final Http2Sink frames;
  private final Http2Traffic traffic;
  private final long idle;
  private XnioExecutor.@Nullable Key look;
  private boolean draining;
  private boolean ending;

  private Http2Connection(
      StreamConnection connection,
      Http2Sink frames,
      Http2Traffic traffic,
      ByteBufferPool buffers,
      OptionMap options,
      Duration idle) {
    super(connection, null, buffers, null, false, false, options);
    this.source = connection.getSourceChannel();
    this.sink = connection.getSinkChannel();
    this.frames = frames;
    this.traffic = traffic;
    this.idle = idle.toNanos();
  }

  /** A connection whose client has not said anything yet; on its I/O thread. */
  static Http2Connection over(
      StreamConnection connection, ByteBufferPool buffers, OptionMap options, Duration idle) {
    Http2Traffic traffic = new Http2Traffic();
    Http2Sink frames = new Http2Sink(connection.getSinkChannel().getConduit(), traffic);
    connection.getSinkChannel().setConduit(frames);
    connection
        .getSourceChannel()
        .setConduit(new Http2Source(connection.getSourceChannel().getConduit(), traffic));
    Http2Connection opened =
        new Http2Connection(connection, frames, traffic, buffers, options, idle);
    opened.addCloseTask(_ -> opened.stopLooking());
    opened.lookIn(opened.idle);
    return opened;
  }

  /** Takes no more streams, and ends behind those that are open; on its I/O thread. */
  void drain() {
    if (ending || draining) {
      return;
    }
    draining = true;
    if (traffic.isAtRest()) {
      end(ERROR_NO_ERROR);
      return;
    }
    try {
      frames.goAway(traffic.wantNoMore(), ERROR_NO_ERROR);
      if (!sink.flush()) {
        sink.resumeWrites();
      }
    } catch (IOException _) {
      IoUtils.safeClose(this);
    }
  }

  @Override
  public synchronized @Nullable AbstractHttp2StreamSourceChannel receive() throws IOException {
    @Nullable AbstractHttp2StreamSourceChannel frame = super.receive();
    settle();
    return frame;
  }

  @Override
  protected @Nullable AbstractHttp2StreamSourceChannel createChannel(
      FrameHeaderData head, PooledByteBuffer content) throws IOException {
    @Nullable AbstractHttp2StreamSourceChannel frame = super.createChannel(head, content);
    if (frame instanceof Http2StreamSourceChannel request
        && traffic.isRefused(request.getStreamId())) {
      sendRstStream(request.getStreamId(), ERROR_REFUSED_STREAM);
      return null;
    }
    return frame;
  }

  /** Takes a stream back; it has ended even if the client does not take the word. */
  @Override
  public void sendRstStream(int stream, int code) {
    super.sendRstStream(stream, code);
    traffic.forget(stream);
  }

  @Override
  protected synchronized void flushSenders() {
    super.flushSenders();
    settle();
  }

  private void settle() {
    if (ending) {
      return;
    }
    if (traffic.isFlooded()) {
      end(ERROR_ENHANCE_YOUR_CALM);
    } else if (draining && traffic.isAtRest()) {
      ending = true;
      sendNoMore();
    }
  }

  private void look() {
    long rest = traffic.rest();
    if (ending) {
      return;
    }
    if (rest < idle) {
      lookIn(idle - rest);
    } else {
      end(ERROR_NO_ERROR);
    }
  }

  private void lookIn(long nanos) {
    look = getIoThread().executeAfter(this::look, nanos, TimeUnit.NANOSECONDS);
  }

  private void stopLooking() {
    if (look != null) {
      look.remove();
    }
  }

  private void end(int code) {
    ending = true;
    if (!traffic.isBetweenFrames()) {
      IoUtils.safeClose(this);
      return;
    }
    try {
      frames.goAway(traffic.wantNoMore(), code);
      closeSoon();
      sendNoMore();
    } catch (IOException _) {
      IoUtils.safeClose(this);
    }
  }

  private void sendNoMore() {
    suspendReceives();
    source.setReadListener(_ -> readNothing());
    source.resumeReads();
    sink.setWriteListener(_ -> flushTheLast());
    try {
      sink.shutdownWrites();
      flushTheLast();
    } catch (IOException _) {
      IoUtils.safeClose(this);
    }
  }

  private void flushTheLast() {
    try {
      if (sink.flush()) {
        sink.suspendWrites();
        closeSoon();
      } else {
        sink.resumeWrites();
      }
    } catch (IOException _) {
      IoUtils.safeClose(this);
    }
  }

  private void readNothing() {
    ByteBuffer nothing = ByteBuffer.allocate(GLANCE_BYTES);
    try {
      int count = source.read(nothing);
      while (count > 0) {
        count = source.read(nothing.clear());
      }
      if (count < 0) {
        IoUtils.safeClose(this);
      }
    } catch (IOException _) {
      IoUtils.safeClose(this);
    }
  }

  private void closeSoon() {
    getIoThread().executeAfter(() -> IoUtils.safeClose(this), LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }
}

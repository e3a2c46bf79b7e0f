package vn.bantin.http2;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http2.Http2ReceiveListener;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.ChannelListener;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/** The way in for connections whose client begins with HTTP/2 (RFC 9113 §3.4). */
public final class Http2Door implements ChannelListener<StreamConnection> {

  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int NEVER = -1;

  private final ByteBufferPool buffers;
  private final OptionMap options;
  private final HttpHandler handler;
  private final Duration idle;
  private final Set<Http2Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean draining;

  /**
   * A door.
   *
   * @param options for Undertow, those of HTTP/1.1
   */
  public Http2Door(ByteBufferPool buffers, OptionMap options, HttpHandler handler, Duration idle) {
    this.buffers = buffers;
    this.options = http2(options);
    this.handler = handler;
    this.idle = idle;
  }

  private static OptionMap http2(OptionMap options) {
    return OptionMap.builder()
        .addAll(options)
        .set(UndertowOptions.HTTP2_SETTINGS_ENABLE_PUSH, false)
        .set(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, Http2Traffic.MAX_STREAMS)
        // It begins to count a rest with the first answer, and a ping or a reset may end it.
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, NEVER)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, NEVER)
        // It counts less, and says why without waiting for the word to arrive.
        .set(UndertowOptions.MAX_RST_FRAMES_PER_WINDOW, Integer.MAX_VALUE)
        .getMap();
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    Http2Connection opened = Http2Connection.over(connection, buffers, options, idle);
    connections.add(opened);
    opened.addCloseTask(_ -> connections.remove(opened));
    opened.getReceiveSetter().set(new Http2ReceiveListener(handler, options, BUFFER_BYTES, null));
    opened.resumeReceives();
    // Accepted before the drain: nobody else tells it.
    if (draining) {
      opened.getIoThread().execute(opened::drain);
    }
  }

  /** Lets each connection end: now if no stream is open, and else behind the last. */
  public void drain() {
    draining = true;
    connections.forEach(connection -> connection.getIoThread().execute(connection::drain));
  }

  /** Whether all connections have ended, after {@link #drain}. */
  public boolean isDrained() {
    return connections.isEmpty();
  }
}

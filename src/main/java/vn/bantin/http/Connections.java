package vn.bantin.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/** The number of readers' connections, whoever serves them; one too many is turned away. */
final class Connections {

  private static final int RETRY_SECONDS = 5;
  private static final int GLANCE_BYTES = 4 * 1024;
  private static final ByteBuffer CROWDED = crowded();

  private final int most;
  private final AtomicInteger open = new AtomicInteger();
  private final ChannelListener<StreamConnection> closed = _ -> open.decrementAndGet();

  /** Connections of which so many may be open at once. */
  Connections(int most) {
    this.most = most;
  }

  /** How many are open. */
  int open() {
    return open.get();
  }

  /**
   * Counts a new connection until it is closed; whether there is room for it. Without room it must
   * be {@link #refuse refused} or closed.
   */
  boolean admit(StreamConnection connection) {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      return false;
    }
    // Others may set listeners, too: a connection calls them all, once, from whatever side it ends.
    connection.setCloseListener(closed);
    return true;
  }

  /** Answers 503 to whatever is asked on a connection without TLS, and closes it. */
  static void refuse(StreamConnection connection) {
    try {
      connection.getSinkChannel().write(CROWDED.duplicate());
      connection.getSinkChannel().shutdownWrites();
      // To close with something unread is to reset, and may cost the client the answer.
      connection.getSourceChannel().read(ByteBuffer.allocate(GLANCE_BYTES));
    } catch (IOException _) {
      // Closed below.
    } finally {
      IoUtils.safeClose(connection);
    }
  }

  private static ByteBuffer crowded() {
    byte[] body = Problem.CROWDED.json(null);
    byte[] head =
        Ascii.bytes(
            "HTTP/1.1 503 Service Unavailable\r\n"
                + "Connection: close\r\n"
                + ("Retry-After: " + RETRY_SECONDS + "\r\n")
                + "Cache-Control: no-store\r\n"
                + "Content-Type: application/problem+json\r\n"
                + ("Content-Length: " + body.length + "\r\n\r\n"));
    return ByteBuffer.allocateDirect(head.length + body.length)
        .put(head)
        .put(body)
        .flip()
        .asReadOnlyBuffer();
  }
}

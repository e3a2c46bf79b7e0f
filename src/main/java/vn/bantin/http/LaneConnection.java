package vn.bantin.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import vn.bantin.net.TlsConnection;

/** A connection in the fast lane: what it could not send yet, and what came after that. */
final class LaneConnection {

  private static final byte[] NOTHING = {};

  private final Lane lane;
  private final StreamConnection connection;
  private final ConduitStreamSourceChannel source;
  private final ConduitStreamSinkChannel sink;

  /** Neighbours in the list of {@link LaneConnections}, and when its time began. */
  @Nullable LaneConnection previous;

  @Nullable LaneConnection next;
  int progress;

  private @Nullable ByteBuffer unsentHead;
  private @Nullable ByteBuffer unsentBody;
  private @Nullable BodyFile unsentFile;
  private long fromFile;
  private boolean unsent;
  private boolean waiting;
  private boolean waited;
  private boolean last;
  private @Nullable InetAddress client;
  private byte[] unread = NOTHING;

  LaneConnection(Lane lane, StreamConnection connection) {
    this.lane = lane;
    this.connection = connection;
    this.source = connection.getSourceChannel();
    this.sink = connection.getSinkChannel();
  }

  ConduitStreamSinkChannel sink() {
    return sink;
  }

  /** Looks at once whether a request has come along, as it mostly has. */
  void start() {
    source.setReadListener(_ -> readable());
    sink.setWriteListener(_ -> writable());
    if (readable()) {
      source.resumeReads();
    }
  }

  /** Who is at the other end. */
  InetAddress client() {
    InetAddress known = client;
    if (known == null) {
      known = connection.getPeerAddress(InetSocketAddress.class).getAddress();
      client = known;
    }
    return known;
  }

  /** Ends the connection: behind the answer that is not out yet, or behind what has come by now. */
  void drain() {
    if (unsent || waiting) {
      last = true;
    } else if (readable()) {
      close();
    }
  }

  /** Whether what is written goes out as it is, as it does not by TLS. */
  boolean isPlain() {
    return !(connection instanceof TlsConnection);
  }

  void close() {
    if (unsentFile != null) {
      unsentFile.release();
      unsentFile = null;
    }
    lane.closed(this);
    IoUtils.safeClose(connection);
  }

  /** Takes note of what an answer's write has left over, and whether the answer is the last. */
  void sent(ByteBuffer head, @Nullable ByteBuffer body, boolean close) throws IOException {
    keep(head);
    unsentBody = body != null && body.hasRemaining() ? body : null;
    settle(body == null ? 0 : body.remaining(), close);
  }

  /** Sends a file from a position on behind what was written, both as far as can be. */
  void sentBefore(BodyFile file, int from, ByteBuffer head, boolean close) throws IOException {
    keep(head);
    file.retain();
    unsentFile = file;
    fromFile = from;
    settle(file.length(), close);
  }

  private void keep(ByteBuffer head) {
    unsentHead =
        head.hasRemaining() ? ByteBuffer.allocate(head.remaining()).put(head).flip() : null;
  }

  private void settle(long bytes, boolean close) throws IOException {
    last = close;
    if (!writeRest()) {
      lane.answering(this, bytes);
    }
  }

  /** Reads and answers; whether more is to be read. */
  private boolean readable() {
    // Reads may be suspended and a call for them on its way all the same.
    if (unsent || waiting) {
      return false;
    }
    try {
      int count = lane.read(source);
      if (count > 0) {
        lane.asked(this);
        return answer(lane.received(), 0, count);
      }
      if (count < 0) {
        close();
      }
      return count == 0;
    } catch (IOException _) {
      close();
      return false;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private boolean answer(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      int end = lane.answer(this, bytes, at, to);
      if (end == Lane.LATER) {
        waiting = true;
        unread = Arrays.copyOfRange(bytes, at, to);
        source.suspendReads();
        return false;
      }
      if (end < 0) {
        source.setReadListener(null);
        sink.setWriteListener(null);
        lane.handOver(this, connection, bytes, at, to);
        return false;
      }
      at = end;
      waited = false;
      if (unsent) {
        unread = at == to ? NOTHING : Arrays.copyOfRange(bytes, at, to);
        source.suspendReads();
        sink.resumeWrites();
        return false;
      }
      if (last) {
        close();
        return false;
      }
    }
    return true;
  }

  /** Goes on with what was read, behind a {@link Lane#LATER}. */
  void goOn() {
    waited = waiting;
    waiting = false;
    if (!connection.isOpen()) {
      return;
    }
    try {
      byte[] rest = unread;
      unread = NOTHING;
      if (answer(rest, 0, rest.length)) {
        source.resumeReads();
      }
    } catch (IOException _) {
      close();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Whether the request that comes next has waited for its feed. */
  boolean hasWaited() {
    return waited;
  }

  /** Threads that may wait. */
  Executor workers() {
    return connection.getWorker();
  }

  private void writable() {
    try {
      if (!writeRest()) {
        return;
      }
      sink.suspendWrites();
      if (last) {
        close();
        return;
      }
      lane.asked(this);
      goOn();
    } catch (IOException _) {
      close();
    }
  }

  private boolean writeRest() throws IOException {
    unsentHead = written(unsentHead);
    if (unsentHead == null) {
      unsentBody = written(unsentBody);
      sendFile();
    }
    boolean left = unsentHead != null || unsentBody != null || unsentFile != null;
    unsent = left || !sink.flush();
    return !unsent;
  }

  private void sendFile() throws IOException {
    BodyFile file = unsentFile;
    if (file != null) {
      fromFile += file.send(sink, fromFile);
      if (fromFile == file.length()) {
        unsentFile = null;
        file.release();
      }
    }
  }

  /** What is left of a buffer; null when nothing is. */
  private @Nullable ByteBuffer written(@Nullable ByteBuffer rest) throws IOException {
    if (rest == null) {
      return null;
    }
    sink.write(rest);
    return rest.hasRemaining() ? rest : null;
  }
}

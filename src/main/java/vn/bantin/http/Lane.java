package vn.bantin.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.DelegateOpenListener;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import vn.bantin.field.HttpDate;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/**
 * The fast lane of one I/O thread: answers plain requests for warm feeds from prepared bytes, and
 * hands a connection on which it meets anything else to Undertow, with all that it has read.
 *
 * <p>It is used by its own thread alone, for one connection at a time. So all connections share its
 * buffers, and one that waits holds none.
 */
final class Lane {

  /** What {@link #answer} returns when the connection has to wait. */
  static final int LATER = -2;

  /** What is read at once. A request that is longer is not for this lane. */
  private static final int READ_BYTES = 16 * 1024;

  /** Up to here, copying a body behind its head costs less than writing from two places. */
  private static final int COPIED_BODY = 16 * 1024;

  /**
   * How much of a file's beginning goes with the head, since a packet of the head alone costs both
   * ends more. Eight times as much took a quarter more of a core that was not saturated, and the
   * slowest answers more than twice as long.
   */
  private static final int COPIED_BEGINNING = 2 * 1024;

  private static final int LONGEST_HEAD = 4 * 1024;

  private final XnioIoThread thread;
  private final DelegateOpenListener undertow;
  private final Clock clock;
  private final Snapshots snapshots;
  private final HotFeeds feeds;
  private final ClientBudgets budgets;
  private final LaneConnections connections;
  private final BodyFiles files = new BodyFiles();
  private final AcceptedCoding codings = new AcceptedCoding();
  private final PlainRequest request = new PlainRequest();
  private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
  private final byte[] received = new byte[READ_BYTES];
  private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST_HEAD + COPIED_BODY);
  private final ByteBuffer[] outAndBody = new ByteBuffer[2];
  private long second = Long.MIN_VALUE;
  private byte[] date = new byte[0];
  private boolean draining;
  private volatile boolean drained;

  /**
   * The lane of a thread.
   *
   * @param undertow takes the connections that this lane cannot serve
   */
  Lane(
      XnioIoThread thread,
      DelegateOpenListener undertow,
      Snapshots snapshots,
      Clock clock,
      ClientBudgets budgets,
      Limits limits) {
    this.thread = thread;
    this.undertow = undertow;
    this.clock = clock;
    this.snapshots = snapshots;
    this.feeds = new HotFeeds(snapshots);
    this.budgets = budgets;
    this.connections = new LaneConnections(thread, limits);
  }

  /** Takes a new connection in. */
  void open(StreamConnection connection) {
    LaneConnection opened = new LaneConnection(this, connection);
    connections.add(opened);
    opened.start();
  }

  void closed(LaneConnection connection) {
    forget(connection);
  }

  /** Closes what is at rest, and each of the others behind its answer. */
  void drain() {
    draining = true;
    connections.forEach(LaneConnection::drain);
    drained = connections.isEmpty();
  }

  /** Whether there are no connections any more after {@link #drain}; for any thread. */
  boolean isDrained() {
    return drained;
  }

  private void forget(LaneConnection connection) {
    connections.remove(connection);
    drained = draining && connections.isEmpty();
  }

  void asked(LaneConnection connection) {
    connections.asked(connection);
  }

  void answering(LaneConnection connection, long bytes) {
    connections.answering(connection, bytes);
  }

  /** Hands a connection over, with bytes that were read from it and not answered. */
  void handOver(LaneConnection from, StreamConnection connection, byte[] bytes, int at, int to) {
    forget(from);
    PooledByteBuffer rest = undertow.getBufferPool().allocate();
    rest.getBuffer().put(bytes, at, to - at).flip();
    undertow.handleEvent(connection, rest);
  }

  /** What is read goes here, until the next read. */
  byte[] received() {
    return received;
  }

  /** Reads what has come; the number of bytes, 0 when there is nothing, -1 at the end. */
  int read(ConduitStreamSourceChannel source) throws IOException {
    int count = source.read(in.clear());
    if (count > 0) {
      in.get(0, received, 0, count);
    }
    return count;
  }

  /**
   * Answers the request that starts at {@code from}.
   *
   * @return the index behind it; -1 when it is not for this lane, {@link #LATER} when it has to
   *     wait for the feed's bytes; nothing was sent then
   */
  int answer(LaneConnection connection, byte[] bytes, int from, int to) throws IOException {
    int end = request.read(bytes, from, to);
    if (end < 0) {
      return -1;
    }
    HotFeed feed = feeds.find(request, bytes);
    if (feed == null) {
      return -1;
    }
    tick();
    if (!feed.refresh(snapshots, second)) {
      return prepare(connection, feed, bytes);
    }
    Coding coding = codings.choose(bytes, request.acceptEncoding, feed.ready());
    if (coding == null) {
      return -1;
    }
    request.close |= draining;
    if (request.acceptEncoding.isThere()) {
      feed.want(snapshots);
    }
    if (feed.isKnownTo(request, bytes, coding, second)) {
      begin(feed, feed.notModified(coding), coding);
      send(connection, null);
      return end;
    }
    Snapshot snapshot = feed.snapshot();
    if (snapshot == null) {
      return prepare(connection, feed, bytes);
    }
    HotAnswer answer = feed.in(coding);
    begin(feed, answer.content(snapshot), coding);
    if (request.head) {
      send(connection, null);
    } else if (budget(connection.client(), bytes).tryTake()) {
      ByteBuffer body = snapshot.codings().in(coding).bytes();
      BodyFile file = connection.isPlain() ? files.of(answer, body) : null;
      if (file == null) {
        send(connection, body);
      } else {
        sendFile(connection, body, file);
      }
    } else {
      return -1;
    }
    return end;
  }

  private ClientBudget budget(InetAddress peer, byte[] bytes) {
    boolean direct = !request.forwarded.isThere() && !request.forwardedFor.isThere();
    return direct
        ? budgets.of(peer)
        : budgets.of(peer, request.forwarded.line(bytes), request.forwardedFor.line(bytes));
  }

  // A change makes a feed that many ask for not ready for a moment. Each of them waits then and
  // stays in this lane; where the bytes cannot be had, Undertow's says so.
  private int prepare(LaneConnection connection, HotFeed feed, byte[] bytes) {
    if (connection.hasWaited()
        || (feed.isMadeOnDemand() && !budget(connection.client(), bytes).tryTake())) {
      return -1;
    }
    feed.prepare(snapshots, connection.workers(), () -> thread.execute(connection::goOn));
    return LATER;
  }

  private void begin(HotFeed feed, ResponseHead head, Coding coding) {
    feed.write(head, coding, out.clear(), second, date, request.close);
  }

  private void send(LaneConnection connection, @Nullable ByteBuffer body) throws IOException {
    ConduitStreamSinkChannel sink = connection.sink();
    if (body == null || body.remaining() <= COPIED_BODY) {
      if (body != null) {
        copy(body, body.remaining());
      }
      sink.write(out.flip());
      connection.sent(out, null, request.close);
    } else {
      ByteBuffer rest = body.duplicate();
      outAndBody[0] = out.flip();
      outAndBody[1] = rest;
      sink.write(outAndBody, 0, 2);
      connection.sent(out, rest, request.close);
    }
  }

  private void sendFile(LaneConnection connection, ByteBuffer body, BodyFile file)
      throws IOException {
    copy(body, COPIED_BEGINNING);
    connection.sink().write(out.flip());
    connection.sentBefore(file, COPIED_BEGINNING, out, request.close);
  }

  private void copy(ByteBuffer body, int count) {
    out.put(out.position(), body, body.position(), count);
    out.position(out.position() + count);
  }

  private void tick() {
    long now = Math.floorDiv(clock.millis(), 1000L);
    if (now != second) {
      second = now;
      date = Ascii.bytes(HttpDate.format(Instant.ofEpochSecond(now)));
    }
  }
}

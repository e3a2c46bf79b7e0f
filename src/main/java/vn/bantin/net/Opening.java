package vn.bantin.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.Buffers;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.PushBackStreamSourceConduit;

/**
 * The first moments of a connection whose first bytes say where it goes. Wherever that is finds all
 * that was sent and not passed over.
 */
final class Opening {

  /** How much is read until it must be known. */
  static final int MAX_BYTES = 2 * 1024;

  /** What the first bytes of a connection say. */
  sealed interface Verdict {

    /** Nothing yet. */
    record Unfinished() implements Verdict {}

    /** That it goes nowhere. */
    record Refused() implements Verdict {}

    /**
     * That it goes on.
     *
     * @param passedOver so many bytes were for this alone
     * @param next where it goes
     */
    record Led(int passedOver, ChannelListener<? super StreamConnection> next) implements Verdict {}
  }

  /** Reads what a connection has begun with. */
  interface Judge {

    /** Says where it goes by all that has come by now. */
    Verdict judge(ByteBuffer bytes);
  }

  private final StreamConnection connection;
  private final ConduitStreamSourceChannel source;
  private final Judge judge;
  private final ByteBuffer received = ByteBuffer.allocate(MAX_BYTES);
  private XnioExecutor.@Nullable Key end;

  private Opening(StreamConnection connection, Judge judge) {
    this.connection = connection;
    this.source = connection.getSourceChannel();
    this.judge = judge;
  }

  /** Reads until the judge knows; closes the connection when the patience ends before. */
  static void begin(StreamConnection connection, Duration patience, Judge judge) {
    Opening opening = new Opening(connection, judge);
    opening.end =
        connection
            .getIoThread()
            .executeAfter(opening::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS);
    opening.source.setReadListener(_ -> opening.read());
    opening.read();
  }

  private void read() {
    try {
      int count = source.read(received);
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
    switch (judge.judge(received.asReadOnlyBuffer().flip())) {
      case Verdict.Unfinished _ when received.hasRemaining() -> source.resumeReads();
      case Verdict.Unfinished _ -> giveUp();
      case Verdict.Refused _ -> giveUp();
      case Verdict.Led led -> lead(led);
    }
  }

  private void lead(Verdict.Led led) {
    stopWaiting();
    source.setReadListener(null);
    source.suspendReads();
    received.flip().position(led.passedOver());
    if (received.hasRemaining()) {
      PushBackStreamSourceConduit rest = new PushBackStreamSourceConduit(source.getConduit());
      rest.pushBack(Buffers.pooledWrapper(received));
      source.setConduit(rest);
    }
    led.next().handleEvent(connection);
  }

  private void giveUp() {
    stopWaiting();
    IoUtils.safeClose(connection);
  }

  private void stopWaiting() {
    if (end != null) {
      end.remove();
    }
  }
}

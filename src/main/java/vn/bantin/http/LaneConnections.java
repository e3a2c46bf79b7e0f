package vn.bantin.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * The connections of one lane; closes those that make no progress.
 *
 * <p>Progress is noted as the number of the sweep that it comes after, so that a request costs no
 * look at the clock. A connection that rests is closed after its time and at most a quarter more.
 */
final class LaneConnections {

  private static final int SWEEPS = 4;

  private final XnioIoThread thread;
  private final long period;
  private @Nullable LaneConnection first;
  private int sweep;
  private boolean sweeping;

  LaneConnections(XnioIoThread thread, Duration idle) {
    this.thread = thread;
    this.period = Math.max(1, idle.toMillis() / SWEEPS);
  }

  void add(LaneConnection connection) {
    connection.progress = sweep;
    connection.next = first;
    if (first != null) {
      first.previous = connection;
    }
    first = connection;
    sweepLater();
  }

  /** Forgets the connection; it may be forgotten already. */
  void remove(LaneConnection connection) {
    if (connection.previous != null) {
      connection.previous.next = connection.next;
    } else if (first == connection) {
      first = connection.next;
    }
    if (connection.next != null) {
      connection.next.previous = connection.previous;
    }
    connection.previous = null;
    connection.next = null;
  }

  void progressed(LaneConnection connection) {
    connection.progress = sweep;
  }

  private void sweepLater() {
    if (!sweeping && first != null) {
      sweeping = true;
      thread.executeAfter(this::sweep, period, TimeUnit.MILLISECONDS);
    }
  }

  private void sweep() {
    sweeping = false;
    sweep++;
    LaneConnection connection = first;
    while (connection != null) {
      LaneConnection next = connection.next;
      if (sweep - connection.progress > SWEEPS) {
        connection.close();
      }
      connection = next;
    }
    sweepLater();
  }
}

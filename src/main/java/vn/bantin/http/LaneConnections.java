package vn.bantin.http;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * The connections of one lane; closes those that neither ask nor take what they asked for.
 *
 * <p>That something was asked is noted as the number of the sweep that it comes after, so that a
 * request costs no look at the clock. A connection that has had its time is closed at most a
 * quarter later.
 */
final class LaneConnections {

  private static final int SWEEPS = 4;

  private final XnioIoThread thread;
  private final Limits limits;
  private final long period;
  private @Nullable LaneConnection first;
  private int sweep;
  private boolean sweeping;

  LaneConnections(XnioIoThread thread, Limits limits) {
    this.thread = thread;
    this.limits = limits;
    this.period = Math.max(1, limits.idle().toMillis() / SWEEPS);
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

  /** Gives the connection its time anew. */
  void asked(LaneConnection connection) {
    connection.progress = sweep;
  }

  /** Gives the connection the time anew that an answer may take which it did not take at once. */
  void answering(LaneConnection connection, long bytes) {
    long more = limits.answer(bytes).minus(limits.idle()).toMillis() / period;
    connection.progress = (int) Math.min(Integer.MAX_VALUE / 2, sweep + more);
  }

  boolean isEmpty() {
    return first == null;
  }

  /** Does something to each, which may remove it. */
  void forEach(Consumer<LaneConnection> action) {
    LaneConnection connection = first;
    while (connection != null) {
      LaneConnection next = connection.next;
      action.accept(connection);
      connection = next;
    }
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
    forEach(connection -> {
      if (sweep - connection.progress > SWEEPS) {
        connection.close();
      }
    });
    sweepLater();
  }
}

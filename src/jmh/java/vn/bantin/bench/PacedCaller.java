package vn.bantin.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A generator that asks at a given rate, whether it is answered or not. A request that is late
 * because all connections wait counts from when it was due: what is slow is not left out.
 */
final class PacedCaller {

  private static final int LONGEST = 2_000_000;

  private final long interval;
  private final int[] byMicros = new int[LONGEST + 1];
  private final Deque<Wire> free = new ArrayDeque<>();
  private long answers;
  private long trouble;
  private int connected;

  /**
   * Calls.
   *
   * @param perSecond requests
   */
  PacedCaller(double perSecond) {
    this.interval = Math.round(1e9 / perSecond);
  }

  /** The time within which 99 of 100 requests were answered, in microseconds. */
  double call(Request request, int connections, Duration duration) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        Wire.to(request).connect(selector);
      }
      while (connected < connections) {
        selector.select(this::turn);
      }
      long due = System.nanoTime();
      long end = due + duration.toNanos();
      while (System.nanoTime() < end) {
        due = send(due);
        selector.selectNow(this::turn);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
    return percentile(0.99);
  }

  /** Requests that were answered before the time was over. */
  long answers() {
    return answers;
  }

  /** Requests that were not answered as they should be. */
  long trouble() {
    return trouble;
  }

  // Returns when the next is due.
  private long send(long first) throws IOException {
    long due = first;
    while (!free.isEmpty() && System.nanoTime() >= due) {
      free.pop().send(due);
      due += interval;
    }
    return due;
  }

  private void turn(SelectionKey key) {
    Wire wire = (Wire) key.attachment();
    try {
      if (key.isConnectable()) {
        wire.connected(key);
        connected++;
        free.add(wire);
      } else if (wire.receive()) {
        long micros = (System.nanoTime() - wire.since()) / 1_000;
        byMicros[(int) Math.min(micros, LONGEST)]++;
        answers++;
        trouble += wire.status() == 200 || wire.status() == 304 ? 0 : 1;
        free.add(wire);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a connection is broken off", e);
    }
  }

  private double percentile(double share) {
    long rank = (long) Math.ceil(answers * share);
    int micros = 0;
    for (long seen = byMicros[0]; seen < rank; seen += byMicros[micros]) {
      micros++;
    }
    return micros;
  }
}

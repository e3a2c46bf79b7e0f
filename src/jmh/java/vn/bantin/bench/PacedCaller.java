package vn.bantin.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A generator that asks at a given rate, whether it is answered or not. A request that is late
 * because all connections wait counts from when it was due: what is slow is not left out.
 */
final class PacedCaller {

  private static final long WINDOW = Duration.ofMillis(250).toNanos();

  private final long interval;
  private final List<Double> windows = new ArrayList<>();
  private final int[] micros;
  private int inWindow;
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
    this.micros = new int[(int) (2 * WINDOW / interval)];
  }

  /**
   * The time within which 99 of 100 requests were answered, in microseconds, for each quarter of a
   * second: what holds up the whole machine for a moment shows in few of them.
   */
  List<Double> call(Request request, int connections, Duration duration) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        Wire.to(request).connect(selector);
      }
      while (connected < connections) {
        selector.select(this::turn);
      }
      long due = System.nanoTime();
      long end = due + duration.toNanos();
      long windowEnd = due + WINDOW;
      for (long now = due; now < end; now = System.nanoTime()) {
        if (now >= windowEnd) {
          windowEnd += WINDOW;
          closeWindow();
        }
        due = send(due);
        selector.selectNow(this::turn);
      }
      closeWindow();
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
    return windows;
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
        took((System.nanoTime() - wire.since()) / 1_000);
        trouble += wire.status() == 200 || wire.status() == 304 ? 0 : 1;
        free.add(wire);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a connection is broken off", e);
    }
  }

  private void took(long time) {
    answers++;
    // A window that catches up with what was held up has more; those are no quicker.
    if (inWindow < micros.length) {
      micros[inWindow++] = (int) Math.min(time, Integer.MAX_VALUE);
    }
  }

  private void closeWindow() {
    if (inWindow > 0) {
      Arrays.sort(micros, 0, inWindow);
      windows.add((double) micros[(int) Math.ceil(inWindow * 0.99) - 1]);
      inWindow = 0;
    }
  }
}

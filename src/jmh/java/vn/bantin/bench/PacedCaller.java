package vn.bantin.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A generator that asks at a given rate, whether it is answered or not, for a quarter of a second
 * at a time, after a start that does not count. A request that is late because all connections wait
 * counts from when it was due: what is slow is not left out. Between two such times its connections
 * stay open, and nothing is under way.
 */
final class PacedCaller implements AutoCloseable {

  private static final long START = Duration.ofMillis(50).toNanos();
  private static final long WINDOW = Duration.ofMillis(250).toNanos();
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
  private static final double LATE = 0.02;
  private static final int LEAST = 100;
  private static final int LONGEST = 1_000_000;

  private final Selector selector = Selector.open();
  private final int connections;
  private final Deque<Wire> free = new ArrayDeque<>();

  /** How many requests took so many microseconds, of all windows. */
  private final int[] histogram = new int[LONGEST + 1];

  private int[] micros = {};
  private int counted;
  private long countedFrom;
  private long answers;
  private long trouble;

  /**
   * A quarter of a second.
   *
   * @param micros within which 99 of 100 requests were answered
   * @param punctual whether the last of them was answered before it was over, nearly
   */
  record Window(double micros, boolean punctual) {}

  /** Connects. */
  PacedCaller(Request request, int connections) throws IOException {
    this.connections = connections;
    try {
      for (int i = 0; i < connections; i++) {
        Wire.to(request).connect(selector);
      }
      awaitFree();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** How many requests a second are answered when each follows on an answer at once. */
  double saturate() throws IOException {
    countedFrom = Long.MAX_VALUE;
    long before = answers;
    long start = System.nanoTime();
    for (long now = start; now < start + WINDOW; now = System.nanoTime()) {
      while (!free.isEmpty()) {
        free.pop().send(now);
      }
      selector.selectNow(this::turn);
    }
    double perSecond = (answers - before) / ((System.nanoTime() - start) / 1e9);
    awaitFree();
    return perSecond;
  }

  /** Asks at that many requests a second, and waits for the last answer. */
  Window pace(double perSecond) throws IOException {
    long interval = Math.round(1e9 / perSecond);
    int before = Math.toIntExact(START / interval);
    int requests = Math.toIntExact(WINDOW / interval);
    if (requests < LEAST) {
      throw new IOException("too slow to tell: " + Math.round(perSecond) + " a second");
    }
    micros = new int[requests];
    counted = 0;
    long start = System.nanoTime();
    long end = start + (before + requests) * interval;
    countedFrom = start + before * interval;
    for (long due = start; due < end; ) {
      long now = System.nanoTime();
      if (now >= due && !free.isEmpty()) {
        free.pop().send(due);
        due += interval;
      } else {
        selector.selectNow(this::turn);
        requirePatience(now - end);
      }
    }
    awaitFree();
    long late = System.nanoTime() - end;
    Arrays.sort(micros);
    return new Window(percentile99(), late <= requests * interval * LATE);
  }

  private double percentile99() {
    return micros[Math.ceilDiv(micros.length * 99, 100) - 1];
  }

  /** Microseconds within which 99 of 100 of all requests were answered. */
  double percentile99OfAll() {
    long rest = Math.ceilDiv(Arrays.stream(histogram).asLongStream().sum() * 99, 100L);
    int time = -1;
    while (rest > 0) {
      time++;
      rest -= histogram[time];
    }
    return time;
  }

  /** Requests that were not answered as they should be. */
  long trouble() {
    return trouble;
  }

  private void awaitFree() throws IOException {
    long start = System.nanoTime();
    while (free.size() < connections) {
      selector.selectNow(this::turn);
      requirePatience(System.nanoTime() - start);
    }
  }

  private void requirePatience(long waited) throws IOException {
    if (waited > PATIENCE) {
      throw new IOException(connections - free.size() + " connections wait for the server");
    }
  }

  private void turn(SelectionKey key) {
    Wire wire = (Wire) key.attachment();
    try {
      if (key.isConnectable()) {
        wire.connected(key);
        free.add(wire);
      } else if (wire.receive()) {
        took(wire.since());
        trouble += wire.status() == 200 || wire.status() == 304 ? 0 : 1;
        free.add(wire);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a connection is broken off", e);
    }
  }

  private void took(long since) {
    answers++;
    if (since >= countedFrom) {
      int time = Math.toIntExact((System.nanoTime() - since) / 1_000);
      micros[counted] = time;
      counted++;
      histogram[Math.min(time, LONGEST)]++;
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}

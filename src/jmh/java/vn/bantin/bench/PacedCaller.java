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
 * at a time. A request that is late because all connections wait counts from when it was due: what
 * is slow is not left out. Between two such times its connections stay open, and nothing is under
 * way.
 */
final class PacedCaller implements AutoCloseable {

  private static final long WINDOW = Duration.ofMillis(250).toNanos();
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
  private static final double PUNCTUAL = 1.02;

  private final Selector selector = Selector.open();
  private final int connections;
  private final Deque<Wire> free = new ArrayDeque<>();
  private int[] micros = {};
  private int answers;
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
    for (int i = 0; i < connections; i++) {
      Wire.to(request).connect(selector);
    }
    awaitFree();
  }

  /** How many requests a second are answered when each follows on an answer at once. */
  double saturate() throws IOException {
    answers = 0;
    long start = System.nanoTime();
    for (long now = start; now < start + WINDOW; now = System.nanoTime()) {
      while (!free.isEmpty()) {
        free.pop().send(now);
      }
      selector.selectNow(this::turn);
    }
    double perSecond = answers / ((System.nanoTime() - start) / 1e9);
    awaitFree();
    return perSecond;
  }

  /** Asks at that many requests a second, and waits for the last answer. */
  Window pace(double perSecond) throws IOException {
    long interval = Math.round(1e9 / perSecond);
    int requests = Math.toIntExact(WINDOW / interval);
    micros = new int[requests];
    answers = 0;
    long start = System.nanoTime();
    int sent = 0;
    while (sent < requests) {
      while (sent < requests && !free.isEmpty() && System.nanoTime() >= start + sent * interval) {
        free.pop().send(start + sent * interval);
        sent++;
      }
      selector.selectNow(this::turn);
    }
    awaitFree();
    double took = System.nanoTime() - start;
    Arrays.sort(micros);
    return new Window(
        micros[Math.ceilDiv(requests * 99, 100) - 1], took <= requests * interval * PUNCTUAL);
  }

  /** Requests that were not answered as they should be. */
  long trouble() {
    return trouble;
  }

  private void awaitFree() throws IOException {
    long start = System.nanoTime();
    while (free.size() < connections) {
      selector.selectNow(this::turn);
      if (System.nanoTime() - start > PATIENCE) {
        throw new IOException(connections - free.size() + " connections wait for an answer");
      }
    }
  }

  private void turn(SelectionKey key) {
    Wire wire = (Wire) key.attachment();
    try {
      if (key.isConnectable()) {
        wire.connected(key);
        free.add(wire);
      } else if (wire.receive()) {
        if (answers < micros.length) {
          micros[answers] = Math.toIntExact((System.nanoTime() - wire.since()) / 1_000);
        }
        answers++;
        trouble += wire.status() == 200 || wire.status() == 304 ? 0 : 1;
        free.add(wire);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a connection is broken off", e);
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

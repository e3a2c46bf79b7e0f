package vn.bantin.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;

/**
 * A generator of our own, for what wrk cannot do: HEAD, whose answer has a length but no body, and
 * a new connection for each request that is done with when the server has closed it. HTTP/1.1 in
 * clear text; runs on the thread that calls it.
 */
final class Caller implements Generator {

  private static final long LOOK_UP = 100;

  private final boolean anew;
  private long answers;
  private long bad;
  private long broken;

  /**
   * Calls.
   *
   * @param anew whether each request has a connection of its own
   */
  Caller(boolean anew) {
    this.anew = anew;
  }

  @Override
  public Shot shoot(Request request, int connections, Duration duration) throws IOException {
    answers = 0;
    bad = 0;
    broken = 0;
    long start = System.nanoTime();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        Wire wire = anew ? Wire.to(request, "Connection: close") : Wire.to(request);
        wire.connect(selector);
      }
      while (System.nanoTime() - start < duration.toNanos()) {
        selector.select(this::turn, LOOK_UP);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String trouble = bad + broken == 0 ? "" : bad + " other answers, " + broken + " broken off";
    return new Shot(answers, answers / seconds, trouble);
  }

  private void turn(SelectionKey key) {
    Wire wire = (Wire) key.attachment();
    boolean wasAnswered = wire.isAnswered();
    try {
      if (key.isConnectable()) {
        wire.connected(key);
        wire.send(System.nanoTime());
      } else if (wire.receive()) {
        count(wire);
        if (!anew) {
          wire.send(System.nanoTime());
        }
      }
    } catch (EOFException _) {
      broken += anew && wasAnswered ? 0 : 1;
      again(wire, key.selector());
    } catch (IOException _) {
      broken++;
      again(wire, key.selector());
    }
  }

  private void count(Wire wire) {
    if (wire.status() == 200 || wire.status() == 304) {
      answers++;
    } else {
      bad++;
    }
  }

  private static void again(Wire wire, Selector selector) {
    try {
      wire.connect(selector);
    } catch (IOException e) {
      throw new IllegalStateException("no connection can be made", e);
    }
  }
}

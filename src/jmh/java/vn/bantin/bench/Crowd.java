package vn.bantin.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Many connections that are all open and seldom say a word. */
final class Crowd implements AutoCloseable {

  private static final int AT_ONCE = 200;
  private static final long PATIENCE = 10_000;

  private final Selector selector = Selector.open();
  private final List<Wire> wires = new ArrayList<>();
  private int pending;
  private int errors;

  private Crowd() throws IOException {}

  /** Connects. */
  static Crowd of(Request request, int count) throws IOException {
    Crowd crowd = new Crowd();
    for (int i = 0; i < count; i++) {
      crowd.wires.add(Wire.to(request));
    }
    crowd.each(wire -> wire.connect(crowd.selector));
    return crowd;
  }

  /** Sends one request on every connection and waits for all answers. */
  void ask() throws IOException {
    each(wire -> wire.send(System.nanoTime()));
  }

  /** Connections that broke off, and answers that were other than 200 and 304. */
  int errors() {
    return errors;
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
    selector.close();
  }

  private void each(Action action) throws IOException {
    Iterator<Wire> rest = wires.iterator();
    while (rest.hasNext() || pending > 0) {
      while (rest.hasNext() && pending < AT_ONCE) {
        start(action, rest.next());
      }
      if (selector.select(this::turn, PATIENCE) == 0) {
        errors += pending;
        pending = 0;
      }
    }
  }

  private void start(Action action, Wire wire) {
    try {
      action.on(wire);
      pending++;
    } catch (IOException _) {
      errors++;
    }
  }

  private void turn(SelectionKey key) {
    Wire wire = (Wire) key.attachment();
    try {
      if (key.isConnectable()) {
        wire.connected(key);
        pending--;
      } else if (wire.receive()) {
        errors += wire.status() == 200 || wire.status() == 304 ? 0 : 1;
        pending--;
      }
    } catch (IOException _) {
      errors++;
      pending = Math.max(0, pending - 1);
      key.cancel();
    }
  }

  /** What is done with each connection. */
  private interface Action {
    void on(Wire wire) throws IOException;
  }
}

package vn.bantin.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import org.xnio.Xnio;

/** Waiting for a channel, in a thread that may. */
final class Waiting {

  private Waiting() {}

  /**
   * Waits.
   *
   * @param ops for what
   * @param millis how long at most; 0 without end
   * @throws IllegalStateException if the thread is one that must not wait
   */
  static void await(SelectableChannel channel, int ops, long millis) throws IOException {
    Xnio.checkBlockingAllowed();
    if (channel.isOpen()) {
      try (Selector selector = Selector.open()) {
        channel.register(selector, ops);
        selector.select(millis);
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted while waiting for a connection");
        }
      }
    }
  }
}

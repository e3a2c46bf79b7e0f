package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/**
 * An answer that goes on: it says when something has changed, and now and then that it is still
 * there. For a client that does not take it only the latest is kept, and not for long: its
 * connection ends, and a browser that opens another hears what it has missed. It speaks on its
 * connection's I/O thread alone.
 */
final class EventStream implements Runnable {

  /** For how many of these it goes on: an hour, after which a browser asks for another. */
  private static final int MOST_SILENCES = 180;

  private static final byte[] STILL_HERE = Ascii.bytes(":\n\n");

  private final HttpServerExchange exchange;
  private final StreamSinkChannel sink;
  private final Duration silence;
  private final Consumer<EventStream> leave;
  private final AtomicBoolean left = new AtomicBoolean();
  private XnioExecutor.@Nullable Key next;
  private @Nullable ByteBuffer unsent;
  private byte @Nullable [] waiting;
  private int silences = MOST_SILENCES;
  private boolean over;

  /**
   * An answer whose head is written.
   *
   * @param silence how long nothing is said at most
   * @param leave is told once, when it has ended
   */
  EventStream(HttpServerExchange exchange, Duration silence, Consumer<EventStream> leave) {
    this.exchange = exchange;
    this.silence = silence;
    this.leave = leave;
    this.sink = exchange.getResponseChannel();
    sink.getWriteSetter().set(channel -> flush());
    exchange.addExchangeCompleteListener((_, following) -> {
      ended();
      following.proceed();
    });
    if (!Visits.isHttp2(exchange)) {
      exchange.getConnection().addCloseListener(_ -> ended());
    }
  }

  /** Begins to speak; for any thread. */
  void begin(byte[] first) {
    exchange
        .getIoThread()
        .execute(() -> {
          write(first);
          plan();
        });
  }

  /** Says something; for any thread. */
  void say(byte[] event) {
    exchange.getIoThread().execute(() -> write(event));
  }

  /** Ends; for any thread. */
  void end() {
    exchange
        .getIoThread()
        .execute(() -> {
          if (!over) {
            over = true;
            exchange.setPersistent(false);
            exchange.endExchange();
          }
        });
  }

  // A client that has not taken in a silence what it was told has gone, or does not listen.
  @Override
  public void run() {
    if (unsent != null) {
      close();
    } else if (--silences < 0) {
      end();
    } else {
      write(STILL_HERE);
      plan();
    }
  }

  private void ended() {
    over = true;
    XnioExecutor.Key planned = next;
    if (planned != null) {
      planned.remove();
    }
    if (left.compareAndSet(false, true)) {
      leave.accept(this);
    }
  }

  private void plan() {
    if (!over) {
      next = exchange.getIoThread().executeAfter(this, silence.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  // What is not taken at once waits, and only the latest: each says that there is something new.
  private void write(byte[] bytes) {
    if (over) {
      return;
    }
    if (unsent != null && unsent.position() > 0) {
      waiting = bytes;
    } else {
      unsent = ByteBuffer.wrap(bytes);
      flush();
    }
  }

  private void flush() {
    try {
      while (unsent != null && !over) {
        if (sink.write(unsent) == 0) {
          sink.resumeWrites();
          return;
        }
        if (!unsent.hasRemaining()) {
          byte[] next = waiting;
          unsent = next == null ? null : ByteBuffer.wrap(next);
          waiting = null;
        }
      }
      if (over || sink.flush()) {
        sink.suspendWrites();
      } else {
        sink.resumeWrites();
      }
    } catch (IOException _) {
      close();
    }
  }

  private void close() {
    over = true;
    IoUtils.safeClose(exchange.getConnection());
    ended();
  }
}

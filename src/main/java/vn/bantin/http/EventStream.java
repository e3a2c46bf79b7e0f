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
 * there. Nothing is kept for a client that does not take it: its connection ends, and a browser
 * that opens another hears what it has missed. It is used by its connection's I/O thread alone.
 */
final class EventStream implements Runnable {

  /** How long nothing is said at most; proxies end what says nothing for a minute. */
  static final Duration SILENCE = Duration.ofSeconds(20);

  private static final byte[] STILL_HERE = Ascii.bytes(":\n\n");

  private final HttpServerExchange exchange;
  private final StreamSinkChannel sink;
  private final Consumer<EventStream> leave;
  private final AtomicBoolean left = new AtomicBoolean();
  private XnioExecutor.@Nullable Key next;
  private boolean over;

  /**
   * An answer whose head is written.
   *
   * @param leave is told once, when it has ended
   */
  EventStream(HttpServerExchange exchange, Consumer<EventStream> leave) {
    this.exchange = exchange;
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

  @Override
  public void run() {
    write(STILL_HERE);
    plan();
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
      next = exchange.getIoThread().executeAfter(this, SILENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void write(byte[] bytes) {
    if (over) {
      return;
    }
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        if (sink.write(rest) == 0) {
          close();
          return;
        }
      }
      flush();
    } catch (IOException _) {
      close();
    }
  }

  private void flush() {
    try {
      if (sink.flush()) {
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

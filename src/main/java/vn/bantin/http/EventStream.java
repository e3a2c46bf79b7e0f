package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
  private XnioExecutor.@Nullable Key next;
  private boolean over;

  private EventStream(HttpServerExchange exchange, StreamSinkChannel sink) {
    this.exchange = exchange;
    this.sink = sink;
  }

  /** Begins; the head of the answer is written, and must not be changed any more. */
  static EventStream begin(HttpServerExchange exchange, byte[] first) {
    EventStream stream = new EventStream(exchange, exchange.getResponseChannel());
    stream.sink.getWriteSetter().set(channel -> stream.flush());
    exchange
        .getIoThread()
        .execute(() -> {
          stream.write(first);
          stream.plan();
        });
    return stream;
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

  /** Takes note that the exchange has ended. */
  void ended() {
    over = true;
    XnioExecutor.Key planned = next;
    if (planned != null) {
      planned.remove();
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
  }
}

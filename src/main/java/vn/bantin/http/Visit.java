package vn.bantin.http;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * An exchange from its request to the last byte of its answer.
 *
 * <p>A client can keep it from ending, by a body that does not come or by an answer that it does
 * not take. Undertow waits for both without end, and for its {@code READ_TIMEOUT} and {@code
 * WRITE_TIMEOUT} a byte now and then is enough. So one that has not ended when its handler returns
 * is looked at again, and its connection closed when the client has had its time.
 */
final class Visit implements ExchangeCompletionListener, Runnable {

  private static final AttachmentKey<Boolean> ENDLESS = AttachmentKey.create(Boolean.class);

  private final Visits visits;
  private final Limits limits;
  private final HttpServerExchange exchange;
  private volatile boolean ended;
  private volatile XnioExecutor.@Nullable Key look;
  private boolean last;

  Visit(Visits visits, Limits limits, HttpServerExchange exchange) {
    this.visits = visits;
    this.limits = limits;
    this.exchange = exchange;
  }

  /** Says that the exchange has no end of its own, and sees to its client itself. */
  static void isToGoOn(HttpServerExchange exchange) {
    exchange.putAttachment(ENDLESS, true);
  }

  /** Goes on without the handler, which has returned. */
  void continueAlone() {
    if (ended) {
      return;
    }
    if (!exchange.isResponseStarted() && !exchange.isResponseComplete()) {
      exchange.addResponseCommitListener(this::sayWhetherItIsTheLast);
    }
    lookAfter(limits.idle());
  }

  /** Looks: the client has had its time, or has time left, or is itself kept waiting. */
  @Override
  public void run() {
    if (ended || exchange.getAttachment(ENDLESS) != null) {
      return;
    }
    if (last || !exchange.isRequestComplete()) {
      IoUtils.safeClose(exchange.getConnection());
    } else if (exchange.isResponseStarted()) {
      last = true;
      lookAfter(limits.answer(exchange.getResponseContentLength()).minus(limits.idle()));
    } else {
      lookAfter(limits.idle());
    }
  }

  @Override
  public void exchangeEvent(HttpServerExchange done, NextListener next) {
    ended = true;
    XnioExecutor.Key planned = look;
    if (planned != null) {
      planned.remove();
    }
    visits.ended(done);
    next.proceed();
  }

  private void sayWhetherItIsTheLast(HttpServerExchange answered) {
    if (visits.areLast() && !Visits.isHttp2(answered)) {
      answered.getResponseHeaders().put(Headers.CONNECTION, "close");
    }
  }

  private void lookAfter(Duration time) {
    look = exchange.getIoThread().executeAfter(this, time.toMillis(), TimeUnit.MILLISECONDS);
  }
}

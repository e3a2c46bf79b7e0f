package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/** Moves an exchange to a thread that may wait; what fails there is a 500. */
final class Workers {

  private Workers() {}

  static void dispatch(HttpServerExchange exchange, Observer observer, Runnable work) {
    exchange.dispatch(() -> run(exchange, observer, work));
  }

  /** Goes on at once with what is there, or else with what comes; no thread waits for it. */
  static <T> void await(
      HttpServerExchange exchange,
      Observer observer,
      CompletableFuture<T> coming,
      Consumer<T> work) {
    if (coming.isDone() && !coming.isCompletedExceptionally()) {
      work.accept(coming.join());
      return;
    }
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> {
          Future<T> _ =
              coming.whenCompleteAsync(
                  (value, failure) -> {
                    if (failure == null) {
                      run(exchange, observer, () -> work.accept(value));
                    } else {
                      fail(exchange, observer, cause(failure));
                    }
                  },
                  exchange.getConnection().getWorker());
        });
  }

  private static void run(HttpServerExchange exchange, Observer observer, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      fail(exchange, observer, e);
    }
  }

  private static void fail(HttpServerExchange exchange, Observer observer, Throwable cause) {
    String path = KeyedAddress.withoutKey(exchange.getRequestPath());
    observer.observe(new Event.RequestFailed(path, cause));
    if (!exchange.isResponseStarted()) {
      Problem.BROKEN.send(exchange);
    }
  }

  private static Throwable cause(Throwable failure) {
    @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }
}

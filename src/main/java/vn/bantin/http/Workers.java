package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/** Moves an exchange to a thread that may wait; what fails there is a 500. */
final class Workers {

  private Workers() {}

  static void dispatch(HttpServerExchange exchange, Observer observer, Runnable work) {
    exchange.dispatch(() -> {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        observer.observe(new Event.RequestFailed(exchange.getRequestPath(), e));
        if (!exchange.isResponseStarted()) {
          Problem.BROKEN.send(exchange);
        }
      }
    });
  }
}

package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The parameters of a request's query. */
final class Query {

  private Query() {}

  /** The first value of a parameter; empty when there is none. */
  static String first(HttpServerExchange exchange, String name) {
    @Nullable Deque<String> values = exchange.getQueryParameters().get(name);
    return values == null ? "" : values.getFirst();
  }
}

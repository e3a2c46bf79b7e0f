package vn.bantin.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import vn.bantin.field.FieldSyntax;

/** What every request that Undertow has read goes through before it is looked at. */
final class Gate implements HttpHandler {

  private final Visits visits;
  private volatile HttpHandler inside;

  /** A gate with something behind it. */
  Gate(HttpHandler inside, Limits limits) {
    this.inside = inside;
    this.visits = new Visits(limits);
  }

  /** Leads to something else from now on. */
  void leadTo(HttpHandler handler) {
    inside = handler;
  }

  /** Those who have come through. */
  Visits visits() {
    return visits;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Visit visit = visits.begin(exchange);
    Problem refusal = RequestLimits.refusal(exchange);
    if (!Visits.isHttp2(exchange)) {
      if (refusal != null || isAskedToClose(exchange)) {
        exchange.setPersistent(false);
      }
      sayWhetherItStays(exchange);
    }
    if (!exchange.isRequestComplete()) {
      // One more than may be, so that the API can say so.
      int most = RequestLimits.body(exchange) + 1;
      exchange.addRequestWrapper((source, _) -> new BoundedBody(source.create(), most));
    }
    if (refusal != null) {
      refusal.send(exchange);
    } else {
      inside.handleRequest(exchange);
    }
    visit.continueAlone();
  }

  // Undertow knows the word when it stands alone (RFC 9112 §9.6, RFC 9110 §7.6.1).
  private static boolean isAskedToClose(HttpServerExchange exchange) {
    HeaderValues lines = exchange.getRequestHeaders().get(Headers.CONNECTION);
    if (lines == null) {
      return false;
    }
    for (String line : lines) {
      for (int at = 0; at < line.length(); at = FieldSyntax.nextComma(line, at) + 1) {
        int from = FieldSyntax.afterBlanks(line, at);
        int to = FieldSyntax.beforeBlanks(line, FieldSyntax.nextComma(line, at));
        if (FieldSyntax.isWord(line, from, to, "close")) {
          return true;
        }
      }
    }
    return false;
  }

  // Undertow keeps or ends a connection as it was asked to, but does not say so on every answer.
  private static void sayWhetherItStays(HttpServerExchange exchange) {
    if (!exchange.isPersistent()) {
      exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
    } else if (exchange.isHttp10()) {
      exchange.getResponseHeaders().put(Headers.CONNECTION, "keep-alive");
    }
  }
}

package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.time.Clock;
import java.time.Instant;
import vn.bantin.field.AcceptEncoding;
import vn.bantin.field.ConditionalGet;
import vn.bantin.field.Preconditions;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;

/** Answers with a snapshot in the coding that the client prefers: 304, 412, or the body. */
final class SnapshotAnswer {

  private final Clock clock;
  private final ClientBudgets budgets;

  SnapshotAnswer(Clock clock, ClientBudgets budgets) {
    this.clock = clock;
    this.budgets = budgets;
  }

  /** Answers with the whole. */
  void answer(HttpServerExchange exchange, Snapshot snapshot, Negotiation negotiation) {
    answer(exchange, snapshot, negotiation, SnapshotAnswer::sendWhole);
  }

  /**
   * Answers; what has a body is sent by {@code body}.
   *
   * @param negotiation what decided that it is this document
   */
  void answer(HttpServerExchange exchange, Snapshot snapshot, Negotiation negotiation, Body body) {
    HeaderMap asked = exchange.getRequestHeaders();
    Coding coding =
        AcceptEncoding.choose(asked.get(Headers.ACCEPT_ENCODING), snapshot.codings().byPreference())
            .orElse(null);
    if (coding == null) {
      Problem.NO_CODING.send(exchange);
      return;
    }
    Instant now = clock.instant();
    Representation selected = snapshot.codings().in(coding);
    String method = exchange.getRequestMethod().toString();
    Preconditions preconditions = Preconditions.of(asked::get);
    switch (ConditionalGet.decide(method, preconditions, selected.validators(), now)) {
      case PRECONDITION_FAILED -> Problem.PRECONDITION.send(exchange);
      case NOT_MODIFIED -> {
        FeedFields.describe(exchange.getResponseHeaders(), snapshot, selected, negotiation, now);
        Bodies.notModified(exchange);
      }
      case SEND -> {
        // What has no body costs next to nothing, and nothing is taken for it.
        if (exchange.getRequestMethod().equals(Methods.HEAD) || !budgets.isSpent(exchange)) {
          body.send(exchange, new Choice(snapshot, selected, negotiation, now));
        }
      }
    }
  }

  /** Sends the bytes that were chosen. */
  static void sendWhole(HttpServerExchange exchange, Choice choice) {
    choice.describe(exchange);
    Bodies.send(exchange, choice.selected.bytes().duplicate());
  }

  /** What sends a body. */
  @FunctionalInterface
  interface Body {
    void send(HttpServerExchange exchange, Choice choice);
  }

  /**
   * What is sent.
   *
   * @param selected its bytes in the coding that was chosen
   * @param now the moment of the answer
   */
  record Choice(Snapshot snapshot, Representation selected, Negotiation negotiation, Instant now) {

    /** The same in another coding. */
    Choice in(Coding coding) {
      return new Choice(snapshot, snapshot.codings().in(coding), negotiation, now);
    }

    /** Writes the fields of the 200. */
    void describe(HttpServerExchange exchange) {
      HeaderMap headers = exchange.getResponseHeaders();
      FeedFields.describe(headers, snapshot, selected, negotiation, now);
      FeedFields.describeContent(headers, snapshot, selected);
    }
  }
}

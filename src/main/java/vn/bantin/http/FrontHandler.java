package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import vn.bantin.feed.Page;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/** Answers with the front page. */
final class FrontHandler {

  private final Snapshots snapshots;
  private final SnapshotAnswer answer;
  private final ClientBudgets budgets;
  private final Observer observer;

  FrontHandler(
      Snapshots snapshots, SnapshotAnswer answer, ClientBudgets budgets, Observer observer) {
    this.snapshots = snapshots;
    this.answer = answer;
    this.budgets = budgets;
    this.observer = observer;
  }

  /** Answers in the language that the client prefers. */
  void handle(HttpServerExchange exchange) {
    Page page = Negotiation.page(exchange, snapshots.catalog().site());
    answer(exchange, page, Negotiation.ofLanguage("/index." + page.extension()));
  }

  /** Answers in a language. */
  void handle(HttpServerExchange exchange, Page page) {
    answer(exchange, page, Negotiation.NONE);
  }

  private void answer(HttpServerExchange exchange, Page page, Negotiation negotiation) {
    Key key = Key.ofFrontPage(page);
    if (snapshots.warm(key) != null || !budgets.isSpent(exchange)) {
      Workers.await(
          exchange,
          observer,
          snapshots.requested().onDemand(key),
          reply -> answer(exchange, reply, negotiation));
    }
  }

  private void answer(HttpServerExchange exchange, OnDemandReply reply, Negotiation negotiation) {
    switch (reply) {
      case OnDemandReply.Ready(Snapshot snapshot) -> answer.answer(exchange, snapshot, negotiation);
      case OnDemandReply.Unknown _ -> Problem.NO_PAGE.send(exchange);
      case OnDemandReply.Busy _ -> Problem.PAGES_BUSY.sendForNow(exchange);
    }
  }
}

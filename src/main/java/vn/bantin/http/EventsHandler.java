package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import vn.bantin.feed.Embed;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/** Answers pages that want to be told when a feed changes. */
final class EventsHandler {

  private static final String ENDING = "/events";

  private final Snapshots snapshots;
  private final LiveStreams streams;
  private final ClientBudgets budgets;
  private final Observer observer;

  EventsHandler(
      Snapshots snapshots, LiveStreams streams, ClientBudgets budgets, Observer observer) {
    this.snapshots = snapshots;
    this.streams = streams;
    this.budgets = budgets;
    this.observer = observer;
  }

  /** Whether this is asked for by what stands behind {@code /feeds/}. */
  static boolean isAsked(String target) {
    return target.endsWith(ENDING);
  }

  /** Answers for what stands behind {@code /feeds/}. */
  void handle(HttpServerExchange exchange, String target) {
    String feed = target.substring(0, target.length() - ENDING.length());
    if (snapshots.catalog().feed(feed).isEmpty()) {
      Problem.NO_FEED.send(exchange);
    } else if (!budgets.isSpent(exchange)) {
      // Where the page stands is where its entries do, and these it asks for as well.
      Workers.await(
          exchange,
          observer,
          snapshots.requested().onDemand(new Key(feed, Embed.ENTRIES)),
          reply -> answer(exchange, feed, reply));
    }
  }

  private void answer(HttpServerExchange exchange, String feed, OnDemandReply reply) {
    switch (reply) {
      case OnDemandReply.Ready(Snapshot snapshot) ->
          streams.begin(
              exchange, feed, snapshot.version(), snapshots::version, budgets.client(exchange));
      case OnDemandReply.Unknown _ -> Problem.NO_FEED.send(exchange);
      case OnDemandReply.Busy _ -> Problem.PAGES_BUSY.sendForNow(exchange);
    }
  }
}

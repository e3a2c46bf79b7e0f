package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Embedders;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/** Answers with parts for partners' pages. */
final class EmbedHandler {

  /** Begins the address of an embed. */
  static final String PATH = "/embed/";

  private final Snapshots snapshots;
  private final SnapshotAnswer answer;
  private final ClientBudgets budgets;
  private final Observer observer;

  EmbedHandler(
      Snapshots snapshots, SnapshotAnswer answer, ClientBudgets budgets, Observer observer) {
    this.snapshots = snapshots;
    this.answer = answer;
    this.budgets = budgets;
    this.observer = observer;
  }

  /** Answers for what stands behind {@value #PATH}. */
  void handle(HttpServerExchange exchange, String path) {
    String query = exchange.getQueryString();
    EmbedAddress address = EmbedAddress.read(path, query);
    Problem mistake = address.mistake();
    @Nullable Embed embed = address.embed();
    if (snapshots.catalog().feed(address.feed()).isEmpty()) {
      refuse(exchange, Problem.NO_FEED);
    } else if (mistake != null || embed == null) {
      refuse(exchange, mistake == null ? Problem.NO_FEED : mistake);
    } else if (!address.isCanonical(query) || !exchange.getRequestURI().endsWith(PATH + path)) {
      String ending = embed.query().isEmpty() ? "" : "?" + embed.query();
      Redirect.send(exchange, PATH + path + ending);
    } else if (isForeign(exchange, snapshots.catalog().embedders(address.feed()))) {
      refuse(exchange, Problem.FOREIGN_ORIGIN);
    } else {
      answer(exchange, new Key(address.feed(), embed));
    }
  }

  // There are hundreds of each feed, so that to have one made costs a share, whatever is asked.
  private void answer(HttpServerExchange exchange, Key key) {
    if (snapshots.warm(key) != null || !budgets.isSpent(exchange)) {
      Workers.await(
          exchange,
          observer,
          snapshots.requested().onDemand(key),
          reply -> answer(exchange, reply));
    }
  }

  // A partner's page may read what is wrong, too.
  private static void refuse(HttpServerExchange exchange, Problem problem) {
    Cors.open(exchange.getResponseHeaders());
    problem.send(exchange);
  }

  private static boolean isForeign(HttpServerExchange exchange, Embedders embedders) {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    return origin != null
        && embedders instanceof Embedders.Only only
        && !only.origins().contains(origin);
  }

  private void answer(HttpServerExchange exchange, OnDemandReply reply) {
    switch (reply) {
      case OnDemandReply.Ready(Snapshot snapshot) -> {
        switch (snapshots.catalog().embedders(snapshot.feed())) {
          case Embedders.Anyone _ -> answer.answer(exchange, snapshot, Negotiation.NONE);
          case Embedders.Only only -> {
            // With a 304, too: whose pages these are changes without the bytes.
            PageFields.ofFrame(exchange.getResponseHeaders(), only);
            answer.answer(
                exchange,
                snapshot,
                Negotiation.ORIGIN,
                (_, choice) -> {
                  choice.describe(exchange);
                  PageFields.ofFrame(exchange.getResponseHeaders(), only);
                  Bodies.send(exchange, choice.selected().bytes().duplicate());
                });
          }
        }
      }
      case OnDemandReply.Unknown _ -> refuse(exchange, Problem.NO_FEED);
      case OnDemandReply.Busy _ -> Problem.PAGES_BUSY.sendForNow(exchange);
    }
  }
}

package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Embed;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/** Answers with parts for partners' pages. */
final class EmbedHandler {

  /** Begins the address of an embed. */
  static final String PATH = "/embed/";

  private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");

  private final Snapshots snapshots;
  private final SnapshotAnswer answer;
  private final Observer observer;

  EmbedHandler(Snapshots snapshots, SnapshotAnswer answer, Observer observer) {
    this.snapshots = snapshots;
    this.answer = answer;
    this.observer = observer;
  }

  /** Answers for what stands behind {@value #PATH}. */
  void handle(HttpServerExchange exchange, String path) {
    String query = exchange.getQueryString();
    EmbedAddress address = EmbedAddress.read(path, query);
    // A partner's page may read what is wrong, too.
    exchange.getResponseHeaders().put(ALLOW_ORIGIN, "*");
    Problem mistake = address.mistake();
    @Nullable Embed embed = address.embed();
    if (snapshots.catalog().feed(address.feed()).isEmpty()) {
      Problem.NO_FEED.send(exchange);
    } else if (mistake != null || embed == null) {
      (mistake == null ? Problem.NO_FEED : mistake).send(exchange);
    } else if (!address.isCanonical(query) || !exchange.getRequestURI().endsWith(PATH + path)) {
      String ending = embed.query().isEmpty() ? "" : "?" + embed.query();
      Redirect.send(exchange, PATH + path + ending);
    } else {
      Workers.await(
          exchange,
          observer,
          snapshots.requested().onDemand(new Key(address.feed(), embed)),
          reply -> answer(exchange, reply));
    }
  }

  private void answer(HttpServerExchange exchange, OnDemandReply reply) {
    switch (reply) {
      case OnDemandReply.Ready(Snapshot snapshot) ->
          answer.answer(exchange, snapshot, Negotiation.NONE);
      case OnDemandReply.Unknown _ -> Problem.NO_FEED.send(exchange);
      case OnDemandReply.Busy _ -> Problem.PAGES_BUSY.sendForNow(exchange);
    }
  }
}

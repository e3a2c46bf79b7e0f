package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.URI;
import java.util.Optional;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.State;
import vn.bantin.feed.Page;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.ArticleStore;

/** Shows an article that has no page elsewhere. */
final class ArticleHandler {

  private final Snapshots snapshots;
  private final ArticleStore store;
  private final SnapshotAnswer answer;
  private final Observer observer;

  ArticleHandler(
      Snapshots snapshots, ArticleStore store, SnapshotAnswer answer, Observer observer) {
    this.snapshots = snapshots;
    this.store = store;
    this.answer = answer;
    this.observer = observer;
  }

  /** Answers for what stands behind {@code /articles/}; may wait for the store. */
  void handle(HttpServerExchange exchange, String id) {
    Optional<Article> found =
        ArticleId.isValid(id) ? store.find(new ArticleId(id)) : Optional.empty();
    if (found.isEmpty()) {
      Problem.NO_ARTICLE.send(exchange);
      return;
    }
    Article article = found.get();
    URI elsewhere = article.url();
    if (!article.state().isPublic()) {
      hidden(article).send(exchange);
    } else if (elsewhere != null) {
      exchange.setStatusCode(302);
      exchange.getResponseHeaders().put(Headers.LOCATION, elsewhere.toASCIIString());
      exchange.endExchange();
    } else {
      Page page = Negotiation.page(exchange, snapshots.catalog().site());
      Workers.await(
          exchange,
          observer,
          snapshots.requested().article(article.id(), page),
          reply -> answer(exchange, reply));
    }
  }

  private void answer(HttpServerExchange exchange, OnDemandReply reply) {
    switch (reply) {
      case OnDemandReply.Ready(Snapshot snapshot) ->
          answer.answer(exchange, snapshot, Negotiation.LANGUAGE);
      // It has gone this very moment.
      case OnDemandReply.Unknown _ -> Problem.NO_ARTICLE.send(exchange);
      case OnDemandReply.Busy _ -> Problem.PAGES_BUSY.sendForNow(exchange);
    }
  }

  // What never was public is not betrayed by its end either.
  private Problem hidden(Article article) {
    boolean isOver = article.state() == State.WITHDRAWN || article.state() == State.EXPIRED;
    return isOver && store.wasPublic(article.id()) ? Problem.ARTICLE_GONE : Problem.NO_ARTICLE;
  }
}

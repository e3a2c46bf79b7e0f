package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.State;
import vn.bantin.store.ArticleStore;

/** Shows an article that has no page elsewhere. */
final class ArticleHandler {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");

  private final ArticleStore store;

  ArticleHandler(ArticleStore store) {
    this.store = store;
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
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache");
      Html.send(exchange, page(article));
    }
  }

  // What never was public is not betrayed by its end either.
  private Problem hidden(Article article) {
    boolean isOver = article.state() == State.WITHDRAWN || article.state() == State.EXPIRED;
    return isOver && store.wasPublic(article.id()) ? Problem.ARTICLE_GONE : Problem.NO_ARTICLE;
  }

  private static Document page(Article article) {
    Document page = Html.page(article.title());
    Element root = page.body().appendElement("article").attr("lang", article.language());
    root.appendElement("h1").text(article.title());
    Element line = root.appendElement("p");
    line.appendElement("time")
        .attr("datetime", article.published().toString())
        .text(DATE.format(article.published()));
    if (!article.authors().isEmpty()) {
      line.appendText(" · " + String.join(", ", article.authors()));
    }
    root.appendElement("div").append(article.publicHtml());
    return page;
  }
}

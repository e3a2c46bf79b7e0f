package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.api.ArticleApi;
import vn.bantin.api.KeyHolder;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.feed.Partner;
import vn.bantin.snapshot.Document;
import vn.bantin.snapshot.Snapshots;

/**
 * Answers partners who show articles elsewhere, at addresses that their key stands in. A key is
 * looked up each time, so that one that is revoked opens nothing any more at once; of all others
 * that open nothing, nobody is told why.
 */
final class DeliveryHandler {

  private static final Pattern TARGET =
      Pattern.compile("(?<key>[^/]+)(?:/(?:(?<feed>[a-z0-9-]+)[.](?<format>[a-z]+))?)?");

  private final Snapshots snapshots;
  private final ArticleApi api;
  private final ClientBudgets budgets;
  private final Clock clock;

  DeliveryHandler(Snapshots snapshots, ArticleApi api, ClientBudgets budgets, Clock clock) {
    this.snapshots = snapshots;
    this.api = api;
    this.budgets = budgets;
    this.clock = clock;
  }

  /** Answers for what stands behind {@value KeyedAddress#PATH}; may wait for the store. */
  void handle(HttpServerExchange exchange, String path) {
    Matcher target = TARGET.matcher(path);
    if (!target.matches()) {
      Problem.NO_PAGE.send(exchange);
      return;
    }
    switch (api.holder(target.group("key"))) {
      case KeyHolder.Of(String name) -> {
        FeedCatalog catalog = snapshots.catalog();
        Optional<Partner> partner = catalog.partners().named(name);
        if (partner.isEmpty()) {
          Problem.NO_PAGE.send(exchange);
        } else if (!budgets.isSpent(exchange)) {
          answer(exchange, catalog, partner.get(), target);
        }
      }
      case KeyHolder.Revoked _ -> Problem.KEY_REVOKED.send(exchange);
      case KeyHolder.Unknown _ -> Problem.NO_PAGE.send(exchange);
    }
  }

  private void answer(
      HttpServerExchange exchange, FeedCatalog catalog, Partner partner, Matcher target) {
    String key = target.group("key");
    @Nullable String feed = target.group("feed");
    if (feed == null) {
      page(exchange, catalog, partner, key);
      return;
    }
    Optional<Document> found =
        Format.ofExtension(target.group("format"))
            .flatMap(format ->
                snapshots
                    .requested()
                    .deliveries()
                    .feed(catalog, partner, key, feed, format, clock.instant()));
    if (found.isEmpty()) {
      Problem.NO_PAGE.send(exchange);
      return;
    }
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(Headers.VARY, "Origin");
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    if (origin != null && partner.origins().contains(origin)) {
      Cors.open(fields, origin);
      Cors.expose(fields);
    }
    KeyedAddress.shield(exchange);
    DocumentAnswer.sendPrivately(exchange, found.get());
  }

  private void page(HttpServerExchange exchange, FeedCatalog catalog, Partner partner, String key) {
    Page page = Negotiation.page(exchange, catalog.site());
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(Headers.VARY, "Accept-Language");
    PageFields.ofPage(fields);
    KeyedAddress.shield(exchange);
    DocumentAnswer.sendPrivately(
        exchange,
        snapshots.requested().deliveries().page(catalog, partner, key, page, clock.instant()));
  }
}

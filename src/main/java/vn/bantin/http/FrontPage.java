package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Format;
import vn.bantin.feed.OpenSearch;
import vn.bantin.snapshot.Snapshots;

/** Lists the feeds, for people and for readers that look for feeds by themselves. */
final class FrontPage {

  private final Snapshots snapshots;

  FrontPage(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  void handle(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache");
    Html.send(exchange, page(snapshots.catalog()));
  }

  private static Document page(FeedCatalog catalog) {
    Document page = Html.page(catalog.site().title());
    page.head()
        .appendElement("link")
        .attr("rel", "search")
        .attr("type", OpenSearch.MEDIA_TYPE)
        .attr("title", catalog.site().title())
        .attr("href", "/opensearch.xml");
    Element body = page.body();
    body.appendElement("h1").text(catalog.site().title());
    body.appendElement("p").text(catalog.site().description());
    for (FeedDefinition feed : catalog.feeds()) {
      body.appendElement("h2").text(feed.title());
      body.appendElement("p").text(feed.description());
      Element links = body.appendElement("p");
      for (Format format : Format.values()) {
        String address = "/feeds/" + feed.name() + "." + format.extension();
        links.appendElement("a").attr("href", address).text(address);
        links.appendText(" ");
        page.head()
            .appendElement("link")
            .attr("rel", "alternate")
            .attr("type", format.mediaType())
            .attr("title", feed.title())
            .attr("href", address);
      }
    }
    body.appendElement("p").appendElement("a").attr("href", "/feeds.opml").text("/feeds.opml");
    return page;
  }
}

package vn.bantin.http;

import io.undertow.server.DelegateOpenListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.time.Clock;
import vn.bantin.api.ArticleApi;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.PageKey;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.ArticleStore;

/**
 * The whole route table of the public address.
 *
 * <pre>
 * /                     the front page
 * /feeds/NAME           a feed in the format that Accept prefers
 * /feeds/NAME.FORMAT    a feed in the format atom, rss or json
 * /feeds/NAME/archive/N.FORMAT   a page of a feed's archive
 * /feeds/NAME+NAME      several feeds as one, with and without FORMAT
 * /search.FORMAT?q=…    articles by their words
 * /opensearch.xml       how to ask for them, for browsers
 * /feeds.opml           all feeds, for readers to import
 * /robots.txt, /sitemap-news.xml   for crawlers
 * /articles/ID          an article that has no page elsewhere
 * /api/…                what the newsroom's programs read and write
 * </pre>
 *
 * <p>Any other may be one of {@link FeedAliases}.
 */
public final class Routes implements HttpHandler {

  private static final String FEEDS = "/feeds/";
  private static final String ARTICLES = "/articles/";
  private static final String API = "/api/";

  private final Snapshots snapshots;
  private final Clock clock;
  private final ClientBudgets budgets;
  private final FeedHandler feeds;
  private final AliasHandler aliases;
  private final ArchiveHandler archives;
  private final SearchHandler searches;
  private final DefinitionsHandler definitions;
  private final SitemapHandler sitemap;
  private final PartnerHandler partners;
  private final ArticleHandler articles;
  private final ApiHandler api;
  private final FrontPage frontPage;
  private final Observer observer;

  /** Routes to what the snapshots and the store hold. */
  public Routes(
      Snapshots snapshots,
      ArticleStore store,
      ArticleApi api,
      Clock clock,
      ClientBudgets budgets,
      Observer observer) {
    this.snapshots = snapshots;
    this.clock = clock;
    this.budgets = budgets;
    this.aliases = new AliasHandler(snapshots);
    SnapshotAnswer answer = new SnapshotAnswer(clock, budgets);
    this.feeds = new FeedHandler(snapshots, aliases, answer, budgets, observer);
    this.archives = new ArchiveHandler(snapshots, answer, budgets);
    this.definitions = new DefinitionsHandler(snapshots);
    this.sitemap = new SitemapHandler(snapshots, clock);
    this.searches = new SearchHandler(snapshots, answer, budgets, observer);
    this.partners = new PartnerHandler(snapshots, api);
    this.articles = new ArticleHandler(store);
    this.api = new ApiHandler(api);
    this.frontPage = new FrontPage(snapshots);
    this.observer = observer;
  }

  /** The short way to the feeds, for what of them is warm. */
  FastLane fastLane(DelegateOpenListener undertow, Limits limits) {
    return new FastLane(undertow, snapshots, clock, budgets, limits);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    String path = exchange.getRelativePath();
    String method = exchange.getRequestMethod().toString();
    boolean isHead = exchange.getRequestMethod().equals(Methods.HEAD);
    if (path.startsWith(API) && (!isHead || method.equals("HEAD"))) {
      String behind = path.substring(API.length() - 1);
      Workers.dispatch(exchange, observer, () -> api.handle(exchange, behind));
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      refuse(exchange);
    } else if (path.startsWith(FEEDS)) {
      feed(exchange, path.substring(FEEDS.length()));
    } else if (path.startsWith(ARTICLES)) {
      String id = path.substring(ARTICLES.length());
      Workers.dispatch(exchange, observer, () -> articles.handle(exchange, id));
    } else if (path.startsWith(SearchHandler.PATH)) {
      searches.handle(exchange, path.substring(SearchHandler.PATH.length()));
    } else if (path.equals("/opensearch.xml")) {
      definitions.openSearch(exchange);
    } else if (path.equals("/feeds.opml")) {
      definitions.opml(exchange);
    } else if (path.equals("/robots.txt")) {
      definitions.robots(exchange);
    } else if (path.equals("/sitemap-news.xml")) {
      Workers.dispatch(exchange, observer, () -> sitemap.handle(exchange));
    } else if (path.equals("/")) {
      frontPage.handle(exchange);
    } else {
      aliases.handle(exchange, Problem.NO_PAGE);
    }
  }

  private void feed(HttpServerExchange exchange, String target) {
    PageKey page = ArchiveHandler.key(target);
    if (PartnerHandler.isAsked(exchange, target)) {
      Workers.dispatch(exchange, observer, () -> partners.handle(exchange, target));
    } else if (page == null || snapshots.catalog().feed(page.feed()).isEmpty()) {
      feeds.handle(exchange, target);
    } else {
      Workers.dispatch(exchange, observer, () -> archives.handle(exchange, page));
    }
  }

  // Methods are case-sensitive (RFC 9110 §9.1), but Undertow takes "head" for HEAD and sends the
  // length of a body that does not follow: who did not mean HEAD would wait for it, or take the
  // next answer for it.
  private static void refuse(HttpServerExchange exchange) {
    if (exchange.getRequestMethod().equals(Methods.HEAD)) {
      exchange.setPersistent(false);
    }
    exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
    Problem.METHOD.send(exchange);
  }
}

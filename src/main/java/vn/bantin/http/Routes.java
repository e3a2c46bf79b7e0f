package vn.bantin.http;

import io.undertow.server.DelegateOpenListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.time.Clock;
import java.util.Optional;
import vn.bantin.api.ArticleApi;
import vn.bantin.feed.Page;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.PageKey;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.ArticleStore;

/**
 * The whole route table of the public address.
 *
 * <pre>
 * /                     the front page; in one language /index.LANGUAGE.html
 * /feeds/NAME           a feed as Accept prefers it: in a format, or as a page
 * /feeds/NAME.FORMAT    a feed in the format atom, rss or json
 * /feeds/NAME.LANGUAGE.html      a feed as a page
 * /feeds/NAME/archive/N.FORMAT   a page of a feed's archive, or .LANGUAGE.html
 * /feeds/NAME/events    that the feed has changed, as it does
 * /feeds/NAME+NAME      several feeds as one, in the same ways
 * /search?q=…           articles by their words, in the same ways
 * /embed/NAME           a feed's newest articles in a frame; .html in a fragment, .json as data
 * /oembed?url=…         a feed for whoever pastes its address into a page
 * /embed.js, /embed.css, /assets/…   what pages need
 * /opensearch.xml       how to ask for them, for browsers
 * /feeds.opml           all feeds, for readers to import
 * /favicon.ico, /apple-touch-icon.png   the newsroom's sign
 * /robots.txt, /sitemap-news.xml   for crawlers
 * /articles/ID          an article that has no page elsewhere
 * /partners/KEY/        what a partner gets; /partners/KEY/NAME.FORMAT one of its feeds
 * /api/…                what the newsroom's programs read and write
 * </pre>
 *
 * <p>Any other may be one of {@link FeedAliases}.
 */
public final class Routes implements HttpHandler {

  private static final String FEEDS = "/feeds/";
  private static final String ARTICLES = "/articles/";
  private static final String API = "/api/";
  private static final String INDEX = "/index.";

  private final Snapshots snapshots;
  private final Clock clock;
  private final ClientBudgets budgets;
  private final FeedHandler feeds;
  private final AliasHandler aliases;
  private final ArchiveHandler archives;
  private final SearchHandler searches;
  private final DefinitionsHandler definitions;
  private final SitemapHandler sitemap;
  private final LiveStreams streams;
  private final EventsHandler events;
  private final PartnerHandler partners;
  private final DeliveryHandler deliveries;
  private final ArticleHandler articles;
  private final ApiHandler api;
  private final FrontHandler frontPage;
  private final EmbedHandler embeds;
  private final AssetHandler assets;
  private final OEmbedHandler oembed;
  private final Observer observer;

  /** Routes to what the snapshots and the store hold. */
  public Routes(
      Snapshots snapshots,
      ArticleStore store,
      ArticleApi api,
      Clock clock,
      ClientBudgets budgets,
      LiveStreams streams,
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
    this.streams = streams;
    this.events = new EventsHandler(snapshots, streams, budgets, observer);
    this.partners = new PartnerHandler(snapshots, api);
    this.deliveries = new DeliveryHandler(snapshots, api, budgets, clock);
    this.articles = new ArticleHandler(snapshots, store, answer, observer);
    this.api = new ApiHandler(api);
    this.frontPage = new FrontHandler(snapshots, answer, budgets, observer);
    this.embeds = new EmbedHandler(snapshots, answer, budgets, observer);
    this.oembed = new OEmbedHandler(snapshots);
    this.assets = new AssetHandler(snapshots.requested().files(), observer);
    this.observer = observer;
  }

  /** The short way to the feeds, for what of them is warm. */
  FastLane fastLane(DelegateOpenListener undertow, Limits limits) {
    return new FastLane(undertow, snapshots, clock, budgets, limits);
  }

  /** Ends what would not end by itself. */
  void drain() {
    streams.drain();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    String path = exchange.getRelativePath();
    String method = exchange.getRequestMethod().toString();
    boolean isHead = exchange.getRequestMethod().equals(Methods.HEAD);
    if (path.startsWith(API) && (!isHead || method.equals("HEAD"))) {
      String behind = path.substring(API.length() - 1);
      Workers.dispatch(exchange, observer, () -> api.handle(exchange, behind));
    } else if (Cors.isAskedBeforehand(exchange)) {
      Cors.answerBeforehand(exchange);
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      refuse(exchange);
    } else if (path.startsWith(FEEDS)) {
      feed(exchange, path.substring(FEEDS.length()));
    } else if (path.startsWith(ARTICLES)) {
      String id = path.substring(ARTICLES.length());
      Workers.dispatch(exchange, observer, () -> articles.handle(exchange, id));
    } else if (KeyedAddress.isAt(path)) {
      String behind = path.substring(KeyedAddress.PATH.length());
      Workers.dispatch(exchange, observer, () -> deliveries.handle(exchange, behind));
    } else if (path.startsWith(EmbedHandler.PATH)) {
      embeds.handle(exchange, path.substring(EmbedHandler.PATH.length()));
    } else if (SearchHandler.isAsked(path)) {
      searches.handle(exchange, path.substring(SearchHandler.PATH.length()));
    } else if (path.equals("/opensearch.xml")) {
      definitions.openSearch(exchange);
    } else if (path.equals("/feeds.opml")) {
      definitions.opml(exchange);
    } else if (path.equals("/favicon.ico") || path.equals("/apple-touch-icon.png")) {
      definitions.icon(exchange);
    } else if (path.equals("/robots.txt")) {
      definitions.robots(exchange);
    } else if (path.equals("/sitemap-news.xml")) {
      Workers.dispatch(exchange, observer, () -> sitemap.handle(exchange));
    } else if (path.equals("/oembed")) {
      oembed.handle(exchange);
    } else if (path.equals("/")) {
      frontPage.handle(exchange);
    } else if (AssetHandler.isAt(path)) {
      assets.handle(exchange, path);
    } else {
      frontPage(path)
          .ifPresentOrElse(
              page -> frontPage.handle(exchange, page),
              () -> aliases.handle(exchange, Problem.NO_PAGE));
    }
  }

  private static Optional<Page> frontPage(String path) {
    return path.startsWith(INDEX)
        ? Page.ofExtension(path.substring(INDEX.length()))
        : Optional.empty();
  }

  private void feed(HttpServerExchange exchange, String target) {
    PageKey page = ArchiveHandler.key(target);
    if (EventsHandler.isAsked(target)) {
      events.handle(exchange, target);
    } else if (PartnerHandler.isAsked(exchange, target)) {
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

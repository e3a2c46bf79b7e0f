package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Page;
import vn.bantin.feed.Union;
import vn.bantin.field.AcceptedLanguage;
import vn.bantin.page.PageWriter;
import vn.bantin.search.SearchQuery;

/**
 * An answer that is not what was asked for: a problem document of RFC 9457, or a page where a
 * person asks.
 *
 * @param status the status code
 * @param code stable, for programs
 * @param title what went wrong, for people
 * @param hint what to do about it
 */
record Problem(int status, String code, String title, String hint) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final PageWriter PAGES = new PageWriter();
  private static final long SECONDS_UNTIL_ROOM = 2;

  static final Problem NO_PAGE =
      new Problem(
          404, "not-found", "There is nothing at this address", "The feeds are listed at /");
  static final Problem NO_FEED =
      new Problem(
          404, "no-such-feed", "There is no feed of this name", "The feeds are listed at /");
  static final Problem NO_PAGE_OF_ARCHIVE =
      new Problem(
          404,
          "no-such-page",
          "The archive has no page of this number",
          "Begin with the feed itself, and follow prev-archive");
  static final Problem NOTHING_SOUGHT =
      new Problem(
          400,
          "nothing-sought",
          "The search has no word to look for",
          "Put words into q, such as /search.atom?q=nông+thôn");
  static final Problem ONLY_EXCLUDED =
      new Problem(
          400,
          "only-excluded",
          "The search only says what must not be there",
          "Add a word that must, in front of the one with the minus");
  static final Problem LONG_QUESTION =
      new Problem(
          400,
          "search-too-long",
          "The search has more than "
              + SearchQuery.MAX_WORDS
              + " words or "
              + SearchQuery.MAX_LENGTH
              + " characters",
          "Leave out the words that every article has");
  static final Problem BAD_PAGE =
      new Problem(
          400, "bad-page", "The page is not a number from 1 on", "Leave page out to get the first");
  static final Problem NO_PAGE_OF_RESULTS =
      new Problem(
          404,
          "no-such-page",
          "The results have no page of this number",
          "Begin with the first, and follow next");
  static final Problem TOO_MANY_FEEDS =
      new Problem(
          404,
          "too-many-feeds",
          "A union is of " + Union.MAX_FEEDS + " feeds at most",
          "Name fewer, or ask for two unions");
  static final Problem NO_ARTICLE =
      new Problem(
          404, "no-such-article", "There is no article with this id", "Look for it in the feeds");
  static final Problem ARTICLE_GONE =
      new Problem(
          410, "article-withdrawn", "The article was withdrawn", "Take your copies away, too");
  static final Problem KEY_REVOKED =
      new Problem(
          410, "key-revoked", "This key has been taken back", "Ask the newsroom for another");
  static final Problem METHOD =
      new Problem(405, "method-not-allowed", "This address is only for reading", "Use GET or HEAD");
  static final Problem NO_FORMAT =
      new Problem(
          406,
          "not-acceptable",
          "The feed does not come in any format that Accept allows",
          "Accept application/atom+xml, application/rss+xml or application/feed+json");
  static final Problem NO_CODING =
      new Problem(
          406,
          "no-acceptable-coding",
          "Accept-Encoding rules out every coding that the feed comes in",
          "Allow gzip or identity: br alone is not always ready");
  static final Problem PRECONDITION =
      new Problem(
          412,
          "precondition-failed",
          "The feed is not the version that the request depends on",
          "Ask without If-Match and If-Unmodified-Since to get the current one");
  static final Problem LARGE_BODY =
      new Problem(
          413,
          "body-too-large",
          "The body is larger than " + RequestLimits.BODY + " bytes, or its length is no number",
          "Ask without a body");
  static final Problem LARGE_ARTICLE =
      new Problem(
          413,
          "body-too-large",
          "The body is larger than "
              + RequestLimits.API_BODY
              + " bytes, or its length is no number",
          "Send fewer articles at once; an article's text may have 8 MB");
  static final Problem LONG_TARGET =
      new Problem(
          414,
          "target-too-long",
          "The path and query are longer than " + RequestLimits.TARGET + " characters",
          "The feeds are listed at /");
  static final Problem OVER_BUDGET =
      new Problem(
          429,
          "too-many-requests",
          "Your address has taken more whole feeds than its share",
          "Wait as long as Retry-After says, and send If-None-Match: a 304 is always free");
  static final Problem LARGE_HEAD =
      new Problem(
          431,
          "header-too-large",
          "The header has more than "
              + RequestLimits.FIELDS
              + " lines or "
              + RequestLimits.FIELD_BYTES
              + " bytes",
          "Send fewer and shorter fields");
  static final Problem TRANSFER_CODING =
      new Problem(
          501,
          "unknown-transfer-coding",
          "The body comes in a transfer coding other than chunked",
          "Ask without a body");
  static final Problem CROWDED =
      new Problem(
          503,
          "too-many-connections",
          "The server has as many connections as it can take",
          "Come back when Retry-After says, and keep fewer connections open");
  static final Problem WRITERS_BUSY =
      new Problem(
          503,
          "too-many-writers",
          "More is written at once than can be taken",
          "Come back when Retry-After says, and send one request after another");
  static final Problem UNIONS_BUSY =
      new Problem(
          503,
          "too-many-unions",
          "More unions are asked for at once than can be built",
          "Come back when Retry-After says; the feeds themselves come as ever");
  static final Problem SEARCHES_BUSY =
      new Problem(
          503,
          "too-many-searches",
          "More is searched for at once than can be found",
          "Come back when Retry-After says; the feeds come as ever");
  static final Problem PAGES_BUSY =
      new Problem(
          503,
          "too-many-pages",
          "More pages are asked for at once than can be made",
          "Come back when Retry-After says; the feeds come as ever");
  static final Problem NO_URL =
      new Problem(
          400,
          "no-url",
          "There is no address to embed",
          "Put the address of a feed into url, such as /oembed?url=https%3A%2F%2F…%2Ffeeds%2Fnews");
  static final Problem BAD_SIZE =
      new Problem(
          400,
          "bad-option",
          "The width or height is not a number of pixels from 1 to 99999",
          "Leave maxwidth and maxheight out if there is room enough");
  static final Problem NOTHING_TO_EMBED =
      new Problem(
          404,
          "nothing-to-embed",
          "There is nothing to embed at this address",
          "Give the address of a feed of this server");
  static final Problem OEMBED_FORMAT =
      new Problem(
          501, "unknown-format", "The answer comes in JSON and XML alone", "Ask for format=json");
  static final Problem FOREIGN_ORIGIN =
      new Problem(
          403,
          "foreign-origin",
          "The newsroom leaves its embeds to its partners' pages",
          "Ask the newsroom to become one, or subscribe to the feed itself");
  static final Problem STREAMS_BUSY =
      new Problem(
          503,
          "too-many-streams",
          "More pages are told of changes at once than can be",
          "Ask for the feed now and then instead, with If-None-Match");
  static final Problem BAD_LIMIT =
      new Problem(
          400,
          "bad-option",
          "The limit is not a number from 1 to " + Embed.MAX_LIMIT,
          "Leave limit out to get " + Embed.DEFAULT_LIMIT + " articles");
  static final Problem BROKEN =
      new Problem(
          500, "broken", "The answer could not be made", "Try again; the newsroom's log says why");
  static final Problem STARTING =
      new Problem(503, "starting", "The server is not ready yet", "Try again in a second");

  // What is not there today may be there in a minute; what went wrong may be right at once.
  private static final String ABSENCE_CACHING = "public, max-age=60";

  /** Of an option of an embed that has none of the values that there are. */
  static Problem noSuchOption(String option, List<String> values) {
    return new Problem(
        400,
        "bad-option",
        "There is no such " + option,
        "Write " + option + " as one of " + String.join(", ", values));
  }

  /** Of a feed that the newsroom has ended, with its own words for why. */
  static Problem feedEnded(String sentence) {
    return new Problem(410, "feed-ended", "This feed has ended", sentence);
  }

  /** Of a union with a feed that the newsroom has ended, with its own words for why. */
  static Problem memberEnded(String feed, String sentence) {
    return new Problem(410, "feed-ended", "A part of this union has ended: " + feed, sentence);
  }

  /** Of a union with a feed that somebody else has now. */
  static Problem memberMoved(String feed, URI address) {
    return new Problem(
        410,
        "feed-moved-away",
        "A part of this union has moved away: " + feed,
        "Subscribe to the others without it, and to it at " + address);
  }

  /** Ends the exchange with this problem, which will soon be over. */
  void sendForNow(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SECONDS_UNTIL_ROOM);
    send(exchange);
  }

  /** Ends the exchange with this problem. */
  void send(HttpServerExchange exchange) {
    boolean person = isForPerson(exchange);
    exchange.setStatusCode(status);
    if (isAbsence() && isForAll(exchange.getRelativePath())) {
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, ABSENCE_CACHING);
      SurrogateKeys.mark(exchange.getResponseHeaders(), List.of());
    } else {
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    }
    exchange.getResponseHeaders().put(Headers.VARY, person ? "Accept, Accept-Language" : "Accept");
    if (person) {
      sendPage(exchange);
      return;
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
    KeyedAddress.shield(exchange);
    Bodies.send(exchange, ByteBuffer.wrap(json(exchange.getRequestURI())));
  }

  private static boolean isForAll(String path) {
    return !path.startsWith("/api/") && !KeyedAddress.isAt(path);
  }

  private boolean isAbsence() {
    return status == 404 || status == 410;
  }

  private void sendPage(HttpServerExchange exchange) {
    List<String> languages = exchange.getRequestHeaders().get(Headers.ACCEPT_LANGUAGE);
    Page page = AcceptedLanguage.choose(languages, List.of(Page.VI, Page.EN));
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(Headers.CONTENT_TYPE, page.contentType());
    fields.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    if (exchange.getRelativePath().startsWith(EmbedHandler.PATH)) {
      PageFields.ofFrame(fields);
    } else {
      PageFields.ofPage(fields);
    }
    KeyedAddress.shield(exchange);
    byte[] bytes = PAGES.problem(status, code, title, sentence(hint), page);
    Bodies.send(exchange, ByteBuffer.wrap(bytes));
  }

  private static boolean isForPerson(HttpServerExchange exchange) {
    HeaderValues accept = exchange.getRequestHeaders().get(Headers.ACCEPT);
    return accept != null && accept.stream().anyMatch(line -> line.contains(Page.MEDIA_TYPE));
  }

  private static String sentence(String text) {
    int last = text.codePointBefore(text.length());
    return last == '/' || Character.isLetterOrDigit(last) ? text + "." : text;
  }

  /**
   * The document.
   *
   * @param instance the request's target; null when it is not known
   */
  byte[] json(@Nullable String instance) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("title", title);
      json.writeNumberProperty("status", status);
      json.writeStringProperty("code", code);
      json.writeStringProperty("hint", hint);
      if (instance != null) {
        json.writeStringProperty("instance", instance);
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}

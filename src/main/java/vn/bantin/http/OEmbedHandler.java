package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.Embed;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.OEmbed;
import vn.bantin.page.PageWriter;
import vn.bantin.snapshot.Document;
import vn.bantin.snapshot.Snapshots;

/** Answers what a pasted address of ours can be shown as (oEmbed 1.0). */
final class OEmbedHandler {

  private static final Pattern PIXELS = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern SCHEME = Pattern.compile("(?i)^https?:");
  private static final int WIDTH = 640;
  private static final int AROUND = 120;
  private static final int EACH = 88;

  private final Snapshots snapshots;
  private final PageWriter pages = new PageWriter();

  OEmbedHandler(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Answers by the query's url, format, maxwidth and maxheight. */
  void handle(HttpServerExchange exchange) {
    String url = Query.first(exchange, "url");
    String format = Query.first(exchange, "format");
    Integer widest = pixels(Query.first(exchange, "maxwidth"));
    Integer highest = pixels(Query.first(exchange, "maxheight"));
    FeedCatalog catalog = snapshots.catalog();
    EmbedAddress address = url.isEmpty() ? null : address(url);
    Problem mistake = address == null ? null : address.mistake();
    Optional<FeedDefinition> feed =
        address == null ? Optional.empty() : catalog.feed(address.feed());
    Embed embed = address == null ? null : address.embed();
    if (url.isEmpty()) {
      Problem.NO_URL.send(exchange);
    } else if (!format.isEmpty() && !format.equals("json") && !format.equals("xml")) {
      Problem.OEMBED_FORMAT.send(exchange);
    } else if (widest == null || highest == null) {
      Problem.BAD_SIZE.send(exchange);
    } else if (mistake != null && feed.isPresent()) {
      mistake.send(exchange);
    } else if (embed == null || feed.isEmpty()) {
      Problem.NOTHING_TO_EMBED.send(exchange);
    } else {
      int height = Math.min(highest, AROUND + EACH * embed.limit());
      send(exchange, embed(feed.get(), embed, Math.min(widest, WIDTH), height), format);
    }
  }

  private OEmbed embed(FeedDefinition feed, Embed embed, int width, int height) {
    String frame = snapshots.requested().directory().addresses().embed(feed.name(), embed);
    String html = pages.frame(frame, feed.title(), width, height);
    return new OEmbed(snapshots.catalog().site(), feed.title(), html, width, height, feed.ttl());
  }

  private static void send(HttpServerExchange exchange, OEmbed embed, String format) {
    Document document =
        format.equals("xml")
            ? Document.of(OEmbed.XML, embed.xml())
            : Document.of(OEmbed.JSON, embed.json());
    Cors.open(exchange.getResponseHeaders());
    DocumentAnswer.send(exchange, document, embed.fresh());
  }

  /** What the address of a feed, its page or a frame with it says; null for any other. */
  private @Nullable EmbedAddress address(String url) {
    Addresses addresses = snapshots.requested().directory().addresses();
    String base = withoutScheme(addresses.base()) + "/";
    String whole = withoutScheme(url);
    int end = whole.indexOf('#');
    String target = end < 0 ? whole : whole.substring(0, end);
    if (!target.startsWith(base)) {
      return null;
    }
    int question = target.indexOf('?');
    String path = target.substring(base.length(), question < 0 ? target.length() : question);
    String query = question < 0 ? "" : target.substring(question + 1);
    String name = path.substring(path.indexOf('/') + 1);
    int dot = name.indexOf('.');
    String feed = dot < 0 ? name : name.substring(0, dot);
    return path.startsWith("feeds/") || path.startsWith("embed/")
        ? EmbedAddress.read(feed, query)
        : null;
  }

  private static String withoutScheme(String url) {
    return SCHEME.matcher(url).replaceFirst("");
  }

  /** The number; without bound when there is none; null when it is no number of pixels. */
  private static @Nullable Integer pixels(String text) {
    if (text.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    return PIXELS.matcher(text).matches() ? Integer.valueOf(text) : null;
  }
}

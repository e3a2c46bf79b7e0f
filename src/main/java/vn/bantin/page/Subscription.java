package vn.bantin.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Format;

/**
 * How to subscribe to a feed.
 *
 * @param title the feed's
 * @param addresses its own, by what they are called
 * @param readers links that open a reader with it
 * @param freshRss what to put behind the address of one's own FreshRSS
 */
record Subscription(String title, List<Link> addresses, List<Link> readers, String freshRss) {

  /** How to subscribe to the feed. */
  static Subscription to(FeedDefinition feed, Addresses addresses) {
    String atom = addresses.feed(feed.name(), Format.ATOM);
    String encoded = URLEncoder.encode(atom, StandardCharsets.UTF_8);
    return new Subscription(
        feed.title(),
        addresses(feed, addresses),
        List.of(
            new Link("Feedly", "https://feedly.com/i/subscription/feed/" + encoded),
            new Link("Inoreader", "https://www.inoreader.com/?add_feed=" + encoded),
            new Link("NewsBlur", "https://www.newsblur.com/?url=" + encoded)),
        "/i/?c=feed&a=add&url_rss=" + encoded);
  }

  /** The addresses of a feed, by what they are called. */
  static List<Link> addresses(FeedDefinition feed, Addresses addresses) {
    return Stream.of(Format.RSS, Format.ATOM, Format.JSON)
        .map(format -> new Link(label(format), addresses.feed(feed.name(), format)))
        .toList();
  }

  /** The address by the scheme that programs on this device may have taken. */
  String feedScheme() {
    String atom = addresses.get(1).href();
    return "feed:" + atom;
  }

  private static String label(Format format) {
    return format == Format.ATOM ? "Atom" : format.name().toUpperCase(Locale.ROOT);
  }
}

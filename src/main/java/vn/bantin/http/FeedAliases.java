package vn.bantin.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.bantin.article.Slug;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FormerFeed;

/**
 * The addresses that people type and that other systems have left behind, and what they stand for.
 *
 * <pre>
 * /feeds/NAME.FORMAT  /feeds/NAME  /feeds/NAME/ENDING     the feed, now or formerly, of that name
 * /category/NAME      /category/NAME/ENDING               the same, as WordPress has them
 * /ENDING                                                 the newsroom's main feed
 * </pre>
 *
 * <p>NAME may have Vietnamese marks, composed or not, capitals, and spaces or underscores for
 * hyphens; no other sign is guessed at, least of all the + of a union. FORMAT and ENDING may have
 * capitals, and one slash may stand at the end. A feed of WordPress that does not say its format is
 * RSS, and so is anything that ends in {@code .xml} alone.
 *
 * <p>What is found always is a feed's own address, so one redirect is enough and none leads to
 * another.
 */
final class FeedAliases {

  /** Longer paths are no names that anybody typed; folding them would only cost time. */
  private static final int LONGEST = 400;

  private static final String NEGOTIATED = "";

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "atom", ".atom", "rss", ".rss", "rss2", ".rss", "xml", ".rss", "json", ".json", "html",
          "");

  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("feed", ".rss"),
          Map.entry("feed/rss", ".rss"),
          Map.entry("feed/rss2", ".rss"),
          Map.entry("feed/atom", ".atom"),
          Map.entry("feed/json", ".json"),
          Map.entry("feed.xml", ".rss"),
          Map.entry("feed.json", ".json"),
          Map.entry("rss", ".rss"),
          Map.entry("rss.xml", ".rss"),
          Map.entry("atom", ".atom"),
          Map.entry("atom.xml", ".atom"),
          Map.entry("index.xml", ".rss"));

  private FeedAliases() {}

  /**
   * What a path stands for.
   *
   * @param path from its first slash on, without query, decoded
   */
  static Alias find(String path, FeedCatalog catalog) {
    if (path.length() > LONGEST || !path.startsWith("/")) {
      return Alias.UNKNOWN;
    }
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    int second = path.indexOf('/', 1) + 1;
    boolean isNamed = path.startsWith("/feeds/") || path.startsWith("/category/");
    if (!isNamed || second > end) {
      String extension = ENDINGS.get(lower(path.substring(1, Math.max(1, end))));
      Optional<FeedDefinition> main = catalog.main();
      return extension == null || main.isEmpty()
          ? Alias.UNKNOWN
          : feed(main.get().name(), extension);
    }
    int third = path.indexOf('/', second);
    if (third < 0 || third >= end) {
      return named(path.substring(second, end), catalog);
    }
    String extension = ENDINGS.get(lower(path.substring(third + 1, end)));
    return extension == null
        ? Alias.UNKNOWN
        : named(path.substring(second, third), extension, catalog);
  }

  private static Alias named(String file, FeedCatalog catalog) {
    int dot = file.lastIndexOf('.');
    if (dot < 0) {
      return named(file, NEGOTIATED, catalog);
    }
    String extension = EXTENSIONS.get(lower(file.substring(dot + 1)));
    return extension == null ? Alias.UNKNOWN : named(file.substring(0, dot), extension, catalog);
  }

  private static Alias named(String text, String extension, FeedCatalog catalog) {
    if (!text.codePoints().allMatch(FeedAliases::isOfNames)) {
      return Alias.UNKNOWN;
    }
    String name = Slug.of(text);
    if (catalog.feed(name).isPresent()) {
      return feed(name, extension);
    }
    return switch (catalog.signposts().former().get(name)) {
      case FormerFeed.Renamed renamed -> feed(renamed.feed(), extension);
      case FormerFeed.MovedAway away -> new Alias.Moved(away.address().toString());
      case FormerFeed.Ended ended -> new Alias.Ended(ended.sentence());
      case null -> Alias.UNKNOWN;
    };
  }

  private static Alias feed(String name, String extension) {
    return new Alias.Moved("/feeds/" + name + extension);
  }

  private static boolean isOfNames(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == ' '
        || c == '_'
        || c == '-';
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

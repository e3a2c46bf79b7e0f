package vn.bantin.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.FoldedText;

/**
 * What a newsroom says of one feed in {@code feeds/NAME.yaml}.
 *
 * <p>An article is in when one of its categories is included or one of the words stands in it, and
 * none of its categories is excluded. A feed that includes nothing and names no word takes all.
 *
 * @param name its file's name, a slug; that of a {@link Union}, its members' with + between
 * @param title for people
 * @param description for people, in a sentence or two
 * @param include categories that put an article in, slugs
 * @param exclude categories that keep an article out, slugs
 * @param words phrases that put an article in: whole words, without marks and case
 * @param limit the most entries that it carries, 1 to {@value #MAX_LIMIT}
 * @param content how much of an article it carries
 * @param ttl how long a copy may be used before asking again, 1 minute to 1 day
 * @param tombstones how long before its latest change a feed still names what has left it, at most
 *     {@link #MAX_TOMBSTONES}
 * @param language BCP 47 tag
 * @param image a picture for the feed; null for the newsroom's
 */
public record FeedDefinition(
    String name,
    String title,
    String description,
    List<String> include,
    List<String> exclude,
    List<FoldedText> words,
    int limit,
    Content content,
    Duration ttl,
    Duration tombstones,
    String language,
    @Nullable Image image) {

  /** The largest item limit. */
  public static final int MAX_LIMIT = 500;

  /** The shortest time to live. */
  public static final Duration MIN_TTL = Duration.ofMinutes(1);

  /** The longest time to live. */
  public static final Duration MAX_TTL = Duration.ofDays(1);

  /** The longest that a feed names what has left it. */
  public static final Duration MAX_TOMBSTONES = Duration.ofDays(90);

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException naming the part that is out of range
   */
  public FeedDefinition {
    require(Union.isName(name), "the name is no slug: " + name);
    require(!title.isBlank(), "the title is blank");
    require(limit >= 1 && limit <= MAX_LIMIT, "limit is not within 1 to " + MAX_LIMIT);
    require(ttl.compareTo(MIN_TTL) >= 0 && ttl.compareTo(MAX_TTL) <= 0, "ttl is out of range");
    require(
        !tombstones.isNegative() && tombstones.compareTo(MAX_TOMBSTONES) <= 0,
        "tombstones is out of range");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    words = List.copyOf(words);
  }

  /**
   * Whether the article belongs here.
   *
   * @param text the article's own words, folded
   */
  boolean takes(Article article, FoldedText text) {
    if (article.categories().stream().anyMatch(exclude::contains)) {
      return false;
    }
    return takesAll()
        || article.categories().stream().anyMatch(include::contains)
        || isNamedIn(text);
  }

  /** Whether no article at all is kept out. */
  boolean takesEverything() {
    return takesAll() && exclude.isEmpty();
  }

  /** Whether it takes whatever it does not exclude. */
  boolean takesAll() {
    return include.isEmpty() && words.isEmpty();
  }

  /** Whether one of the words stands in the text. */
  boolean isNamedIn(FoldedText text) {
    return words.stream().anyMatch(text::contains);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

package vn.bantin.feed;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.bantin.article.Slug;

/**
 * Somebody who shows the newsroom's articles elsewhere, from {@code feeds/partners/NAME.yaml}.
 *
 * @param name its file's name, a slug
 * @param title what people call it
 * @param origins the sites that are its own, such as {@code https://bao.example}
 * @param feeds names of the feeds that it gets, in order
 * @param content how much of an article it gets
 * @param limit the most articles of a feed that it gets, 1 to {@value FeedDefinition#MAX_LIMIT}
 * @param utm what its addresses of articles are marked with
 * @param byline whose the articles are, on one line; it stays with every article
 * @param linkBack the text of the link to the article, on one line; it stays with every article
 * @param rights which articles it may have
 * @param profile what it demands of an article
 */
public record Partner(
    String name,
    String title,
    Set<String> origins,
    List<String> feeds,
    Content content,
    int limit,
    Utm utm,
    String byline,
    String linkBack,
    Rights rights,
    Profile profile) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException naming the part that is out of range
   */
  public Partner {
    if (!Slug.isValid(name)) {
      throw new IllegalArgumentException("the name is no slug: " + name);
    }
    if (limit < 1 || limit > FeedDefinition.MAX_LIMIT) {
      throw new IllegalArgumentException("limit is not within 1 to " + FeedDefinition.MAX_LIMIT);
    }
    origins = Collections.unmodifiableSet(new LinkedHashSet<>(origins));
    feeds = List.copyOf(new LinkedHashSet<>(feeds));
  }

  /** How many of a feed's newest articles must be looked at to find those that it gets. */
  public int reach() {
    return rights.isForAll() ? limit : FeedDefinition.MAX_LIMIT;
  }

  /** A feed as it gets it. */
  public FeedDefinition definition(FeedDefinition feed) {
    return new FeedDefinition(
        feed.name(),
        feed.title(),
        feed.description(),
        feed.include(),
        feed.exclude(),
        feed.words(),
        limit,
        content,
        feed.ttl(),
        feed.tombstones(),
        feed.language(),
        feed.image());
  }
}

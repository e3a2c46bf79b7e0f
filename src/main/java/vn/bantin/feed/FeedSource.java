package vn.bantin.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;

/**
 * All that a feed is made of; the same source gives the same bytes for ever.
 *
 * @param site the newsroom
 * @param definition what the feed is
 * @param addresses where things stand
 * @param changedAt when the feed last changed
 * @param articles newest first, no more than the definition's limit
 * @param gone the articles that are not to be shown any longer, the latest first; none in a whole
 *     feed, in which it is enough that they are not there
 */
public record FeedSource(
    Site site,
    FeedDefinition definition,
    Addresses addresses,
    Instant changedAt,
    List<Article> articles,
    List<Tombstone> gone) {

  /** Copies the lists. */
  public FeedSource {
    articles = List.copyOf(articles);
    gone = List.copyOf(gone);
  }

  /** Of a whole feed. */
  public FeedSource(
      Site site,
      FeedDefinition definition,
      Addresses addresses,
      Instant changedAt,
      List<Article> articles) {
    this(site, definition, addresses, changedAt, articles, List.of());
  }

  FeedSource with(List<Article> others) {
    return new FeedSource(site, definition, addresses, changedAt, others, gone);
  }

  /** The feed's picture, or the newsroom's; null when neither has one. */
  @Nullable Image image() {
    return definition.image() != null ? definition.image() : site.image();
  }

  boolean isFull() {
    return switch (definition.content()) {
      case FULL -> true;
      case SUMMARY -> false;
    };
  }
}

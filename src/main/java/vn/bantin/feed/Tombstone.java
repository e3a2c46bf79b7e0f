package vn.bantin.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.ArticleId;

/**
 * What a feed says of an article that has left it: that it has, and why to partners alone.
 *
 * @param article which
 * @param at when, to the second
 * @param reason for partners who have a key; null for everybody else, or when there is none
 */
public record Tombstone(ArticleId article, Instant at, @Nullable String reason) {

  /** For everybody. */
  public Tombstone(ArticleId article, Instant at) {
    this(article, at, null);
  }
}

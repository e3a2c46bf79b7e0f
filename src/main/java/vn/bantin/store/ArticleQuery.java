package vn.bantin.store;

import org.jspecify.annotations.Nullable;
import vn.bantin.article.ArticleId;
import vn.bantin.article.State;

/**
 * Which articles to list.
 *
 * @param state only these; null for all
 * @param category only those that name this slug; null for all
 * @param after only those that come after this article; null from the start
 * @param limit the most to return, 1 to 1,000
 */
public record ArticleQuery(
    @Nullable State state, @Nullable String category, @Nullable ArticleId after, int limit) {

  /** The largest limit. */
  public static final int MAX_LIMIT = 1_000;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public ArticleQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is not within 1 to 1000: " + limit);
    }
  }
}

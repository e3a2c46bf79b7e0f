package vn.bantin.feed;

import java.util.List;
import vn.bantin.article.ArticleId;

/**
 * A feed in one format.
 *
 * @param bytes the document in UTF-8; not copied, not to be written to
 * @param entries how many articles it carries
 * @param leftOut the articles that could not be written
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record BuiltFeed(byte[] bytes, int entries, List<LeftOut> leftOut) {

  /** Copies the list. */
  public BuiltFeed {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * An article that the feed had to do without.
   *
   * @param article which
   * @param reason why
   */
  public record LeftOut(ArticleId article, String reason) {}
}

package vn.bantin.ingest;

import vn.bantin.article.Article;
import vn.bantin.article.ChangeOutcome;

/** What became of an {@link Item}. */
public sealed interface Result {

  /**
   * Nothing of it was stored.
   *
   * @param rejection why
   */
  record Rejected(Rejection rejection) implements Result {}

  /**
   * It is in the store, durably.
   *
   * @param article as it was read
   * @param outcome what that changed
   */
  record Stored(Article article, ChangeOutcome outcome) implements Result {}
}

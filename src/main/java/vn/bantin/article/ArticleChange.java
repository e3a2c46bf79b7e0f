package vn.bantin.article;

import org.jspecify.annotations.Nullable;

/** What the newsroom asks the store to do to one article. */
public sealed interface ArticleChange {

  /** What is expected of an article that is not there yet. */
  long NONE = 0;

  /** Which article. */
  ArticleId id();

  /** Which revision the change counts on; null for any. */
  @Nullable Long expected();

  /**
   * Stores the article, new or instead of what is there.
   *
   * <p>A withdrawn article stays withdrawn: repeating an import never brings it back.
   *
   * @param article the whole article
   * @param expected the number of the change that made the revision it replaces, {@link #NONE} for
   *     an article that is not there yet; null for whatever there is
   */
  record Put(Article article, @Nullable Long expected) implements ArticleChange {
    /** Whatever there is. */
    public Put(Article article) {
      this(article, null);
    }

    @Override
    public ArticleId id() {
      return article.id();
    }
  }

  /**
   * Takes a public article out of every feed; its history stays.
   *
   * @param id which article
   * @param reason for the people who ask why, never blank
   * @param expected as that of a {@link Put}
   */
  record Withdraw(ArticleId id, String reason, @Nullable Long expected) implements ArticleChange {
    /** Whatever there is. */
    public Withdraw(ArticleId id, String reason) {
      this(id, reason, null);
    }

    /**
     * Checks the reason.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Withdraw {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a withdrawal needs a reason");
      }
    }
  }
}

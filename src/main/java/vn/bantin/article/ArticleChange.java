package vn.bantin.article;

/** What the newsroom asks the store to do to one article. */
public sealed interface ArticleChange {

  /** Which article. */
  ArticleId id();

  /**
   * Stores the article, new or instead of what is there.
   *
   * <p>A withdrawn article stays withdrawn: repeating an import never brings it back.
   *
   * @param article the whole article
   */
  record Put(Article article) implements ArticleChange {
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
   */
  record Withdraw(ArticleId id, String reason) implements ArticleChange {
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

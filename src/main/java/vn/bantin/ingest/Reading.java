package vn.bantin.ingest;

import vn.bantin.article.Article;

/** What {@link ArticleReader} makes of what it is given. */
public sealed interface Reading {

  /**
   * An article, ready to be stored.
   *
   * @param article clean and placed in its categories
   */
  record Read(Article article) implements Reading {}

  /**
   * Nothing that could be stored.
   *
   * @param rejection why
   */
  record Rejected(Rejection rejection) implements Reading {}
}

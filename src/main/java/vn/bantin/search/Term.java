package vn.bantin.search;

import vn.bantin.article.Words;

/**
 * A word, or several that stand next to each other, as a part of a question.
 *
 * @param words at least one
 * @param field where they stand
 * @param excluded whether they must not stand there
 */
public record Term(Words words, Field field, boolean excluded) {

  /** The part of an article that a term is looked for in. */
  public enum Field {
    /** All of its text. */
    TEXT,
    /** The names of its authors. */
    AUTHOR
  }
}

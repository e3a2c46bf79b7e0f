package vn.bantin.article;

/** What became of an {@link ArticleChange}. */
public sealed interface ChangeOutcome {

  /** The outcome in a word, for people and programs. */
  default String word() {
    return switch (this) {
      case Created _ -> "created";
      case Replaced _ -> "replaced";
      case Unchanged _ -> "unchanged";
      case Withdrawn _, StaysWithdrawn _ -> "withdrawn";
      case Conflict _ -> "conflict";
      case Unknown _ -> "unknown";
    };
  }

  /**
   * The article is new.
   *
   * @param seq the number of the change
   */
  record Created(long seq) implements ChangeOutcome {}

  /**
   * The article was there and is different now.
   *
   * @param seq the number of the change
   */
  record Replaced(long seq) implements ChangeOutcome {}

  /** The store held just this already; nothing was written. */
  record Unchanged() implements ChangeOutcome {}

  /**
   * The article has left the feeds.
   *
   * @param seq the number of the change
   */
  record Withdrawn(long seq) implements ChangeOutcome {}

  /** The article was withdrawn before and stays so; nothing was written. */
  record StaysWithdrawn() implements ChangeOutcome {}

  /**
   * The article is not as it was expected; nothing was written.
   *
   * @param seq the number of the change that made its revision; 0 when it is not there
   */
  record Conflict(long seq) implements ChangeOutcome {}

  /** There is no article with this id; nothing was written. */
  record Unknown() implements ChangeOutcome {}
}

package vn.bantin.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.bantin.article.Article;
import vn.bantin.search.SearchText;

/**
 * Writes the index of what can be searched: every public article, by its current revision.
 *
 * <p>An article's place in the index tells on which day it was published, so that the index can be
 * read from the newest on, and no further than needed.
 */
final class SearchIndex {

  private static final long DAY = 86_400;

  /** How many articles have a place within a day. */
  private static final long PLACES = 1L << 20;

  /** Before which no article was published. */
  private static final long FIRST_DAY = LocalDate.of(Article.MIN_YEAR - 1, 12, 31).toEpochDay();

  /** Before the places of all days. */
  private static final long OVERFLOW = 100 * FIRST_DAY * PLACES;

  private final Transaction transaction;
  private final Handle handle;

  SearchIndex(Transaction transaction) {
    this.transaction = transaction;
    this.handle = transaction.handle();
  }

  /** Whether every public article is in it. */
  static boolean isComplete(Handle handle) {
    return handle
        .createQuery("SELECT article FROM unsearched LIMIT 1")
        .mapTo(Long.class)
        .list()
        .isEmpty();
  }

  /**
   * Enters what is public, takes out what is not.
   *
   * @param num the article's number
   */
  void put(long num, Article article) {
    if (replace(num, article)) {
      transaction.takeSecond();
    }
  }

  private boolean replace(long num, Article article) {
    handle.execute("DELETE FROM unsearched WHERE article = ?", num);
    Optional<Long> before =
        handle
            .createQuery("SELECT place FROM searched WHERE article = ?")
            .bind(0, num)
            .mapTo(Long.class)
            .findOne();
    before.ifPresent(this::remove);
    boolean isPublic = article.state().isPublic();
    if (isPublic) {
      enter(num, article);
    }
    return isPublic || before.isPresent();
  }

  /**
   * Enters some articles that are not yet.
   *
   * <p>It takes a second when there is one, and at its end: if each of thousands of transactions
   * took one of its own, the log would run ahead of the clock for hours.
   *
   * @return whether none is left
   */
  boolean fill(int limit) {
    List<Numbered> articles =
        handle
            .createQuery(
                "SELECT "
                    + ArticleRows.COLUMNS
                    + " FROM unsearched u JOIN article a ON a.num = u.article"
                    + " JOIN revision r ON r.article = a.num AND r.number = a.revision"
                    + " ORDER BY u.article DESC LIMIT ?")
            .bind(0, limit)
            .map((row, context) -> new Numbered(row.getLong("num"), ArticleRows.read(row, context)))
            .list();
    boolean isLast = articles.size() < limit;
    if (!articles.isEmpty()) {
      transaction.next();
      articles.forEach(numbered -> replace(numbered.num, numbered.article));
      if (isLast || transaction.hasSecond()) {
        transaction.takeSecond();
      }
    }
    return isLast;
  }

  private void enter(long num, Article article) {
    SearchText text = SearchText.of(article);
    long publishedAt = article.published().toEpochSecond();
    long place = freePlace(firstPlace(publishedAt));
    handle.execute(
        "INSERT INTO searched (place, article, published_at) VALUES (?, ?, ?)",
        place,
        num,
        publishedAt);
    handle.execute(
        """
        INSERT INTO search_index (rowid, words, marked, authors, marked_authors) \
        VALUES (?, ?, ?, ?, ?)
        """,
        place,
        text.all().folded(),
        text.all().marked(),
        text.authors().folded(),
        text.authors().marked());
  }

  private void remove(long place) {
    handle.execute("DELETE FROM search_index WHERE rowid = ?", place);
    handle.execute("DELETE FROM searched WHERE place = ?", place);
  }

  /** The first place of the day of a second since 1970. */
  static long firstPlace(long second) {
    return Math.floorDiv(second, DAY) * PLACES;
  }

  // A day of a million articles is no day of news; what comes on top stands behind everything.
  private long freePlace(long day) {
    long place = behindLast(day, day + PLACES);
    return place < day + PLACES ? place : behindLast(OVERFLOW, FIRST_DAY * PLACES);
  }

  private long behindLast(long first, long end) {
    return handle
        .createQuery("SELECT max(place) FROM searched WHERE place >= ? AND place < ?")
        .bind(0, first)
        .bind(1, end)
        .mapTo(Long.class)
        .findOne()
        .map(last -> last + 1)
        .orElse(first);
  }

  private record Numbered(long num, Article article) {}
}

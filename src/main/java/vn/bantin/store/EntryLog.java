package vn.bantin.store;

import java.util.HashSet;
import java.util.Set;

/**
 * Writes an article's entries, and which revision of it the feeds carry: where it enters, where
 * something changes, where it leaves.
 */
final class EntryLog {

  private final Transaction transaction;

  EntryLog(Transaction transaction) {
    this.transaction = transaction;
  }

  /**
   * Puts the article into just these feeds; touches every feed that it was in or is in now.
   *
   * @param article its number
   * @param publishedAt when it was published, in seconds since 1970
   * @param seq the number of the change
   */
  void place(long article, long publishedAt, Set<String> feeds, long seq) {
    Set<String> entered = new HashSet<>();
    Set<String> present = new HashSet<>();
    transaction
        .handle()
        .createQuery("SELECT feed, gone FROM feed_entry WHERE article = ?")
        .bind(0, article)
        .map((row, context) -> present(row.getInt("gone"), row.getString("feed"), present))
        .forEach(entered::add);
    for (String feed : feeds) {
      if (entered.contains(feed)) {
        write(feed, article, publishedAt, seq, false);
      } else {
        append(feed, article, publishedAt, seq);
      }
    }
    for (String feed : present) {
      if (!feeds.contains(feed)) {
        write(feed, article, publishedAt, seq, true);
      }
    }
  }

  /** Adds the article at the feed's end. */
  void append(String feed, long article, long publishedAt, long seq) {
    transaction
        .handle()
        .execute(
            """
            INSERT INTO feed_entry \
            (feed, article, position, published_at, changed_seq, changed_at, gone) \
            SELECT name, ?, next_position, ?, ?, ?, 0 FROM feed WHERE name = ?
            """,
            article,
            publishedAt,
            seq,
            transaction.takeSecond(),
            feed);
    transaction
        .handle()
        .execute(
            """
            UPDATE feed SET next_position = next_position + 1, changed_seq = ?, changed_at = ? \
            WHERE name = ?
            """,
            seq,
            transaction.takeSecond(),
            feed);
    carry(feed, article, seq);
  }

  /** Marks the entry as changed, and as gone or present. */
  void write(String feed, long article, long publishedAt, long seq, boolean gone) {
    touch(feed, seq);
    transaction
        .handle()
        .execute(
            """
            UPDATE feed_entry SET published_at = ?, changed_seq = ?, changed_at = ?, gone = ? \
            WHERE feed = ? AND article = ?
            """,
            publishedAt,
            seq,
            transaction.takeSecond(),
            gone ? 1 : 0,
            feed,
            article);
    drop(feed, article, seq);
    if (!gone) {
      carry(feed, article, seq);
    }
  }

  /** Moves the feed's version to this change. */
  void touch(String feed, long seq) {
    transaction
        .handle()
        .execute(
            "UPDATE feed SET changed_seq = ?, changed_at = ? WHERE name = ?",
            seq,
            transaction.takeSecond(),
            feed);
  }

  /** Moves the feed's version to this change, which makes all of its entries look other. */
  void touchLook(String feed, long seq) {
    touch(feed, seq);
    transaction
        .handle()
        .execute(
            "UPDATE feed SET look_seq = ?, look_at = ? WHERE name = ?",
            seq,
            transaction.takeSecond(),
            feed);
  }

  private void carry(String feed, long article, long seq) {
    transaction
        .handle()
        .execute(
            """
            INSERT INTO feed_carriage (article, feed, revision, from_seq, from_at) \
            SELECT a.num, f.name, a.revision, ?, ? FROM article a, feed f \
            WHERE a.num = ? AND f.name = ?
            """,
            seq,
            transaction.takeSecond(),
            article,
            feed);
  }

  private void drop(String feed, long article, long seq) {
    transaction
        .handle()
        .execute(
            """
            UPDATE feed_carriage SET to_seq = ?, to_at = ? \
            WHERE article = ? AND feed = ? AND to_seq IS NULL
            """,
            seq,
            transaction.takeSecond(),
            article,
            feed);
  }

  private static String present(int gone, String feed, Set<String> present) {
    if (gone == 0) {
      present.add(feed);
    }
    return feed;
  }
}

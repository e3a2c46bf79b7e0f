package vn.bantin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Carriage;
import vn.bantin.article.Lifetimes;

/** Reads which feeds carried an article, within one read transaction. */
final class CarriageReader {

  private final Handle handle;
  private final Lifetimes lifetimes;

  CarriageReader(Handle handle, Lifetimes lifetimes) {
    this.handle = handle;
    this.lifetimes = lifetimes;
  }

  // A page of the archive was full when its last article was there. When that entered the feed is
  // not known, but it was not before the article was made, whose number is that of this change.
  List<Carriage> of(ArticleId id) {
    return handle
        .createQuery(
            """
            SELECT c.feed, c.revision, c.from_seq, c.from_at, c.to_seq, c.to_at, \
            CASE WHEN EXISTS ( \
              SELECT 1 FROM feed_entry l WHERE l.feed = c.feed \
              AND l.position = ((e.position - 1) / :size + 1) * :size AND l.article < c.to_seq \
            ) THEN 1 ELSE 0 END AS archived \
            FROM article a JOIN feed_carriage c ON c.article = a.num \
            LEFT JOIN feed_entry e ON e.article = c.article AND e.feed = c.feed \
            WHERE a.id = :id ORDER BY c.from_seq, c.feed
            """)
        .bind("size", lifetimes.pageSize())
        .bind("id", id.value())
        .map((row, _) -> carriage(row))
        .list();
  }

  private Carriage carriage(ResultSet row) throws SQLException {
    String feed = row.getString("feed");
    boolean archived = row.getInt("archived") != 0;
    Instant to = row.getObject("to_at") == null ? null : at(row, "to_at");
    return new Carriage(
        feed,
        row.getInt("revision"),
        row.getLong("from_seq"),
        at(row, "from_at"),
        row.getObject("to_seq") == null ? null : row.getLong("to_seq"),
        to,
        to == null ? null : to.plus(lifetimes.of(feed, archived)));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochSecond(row.getLong(column));
  }
}

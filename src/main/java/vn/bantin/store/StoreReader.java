package vn.bantin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;

/** Answers questions within one read transaction. */
final class StoreReader {

  private static final String VERSION = "SELECT name, changed_seq, changed_at FROM feed ";

  private final Handle handle;

  StoreReader(Handle handle) {
    this.handle = handle;
  }

  Optional<Article> find(ArticleId id) {
    return handle
        .createQuery(
            "SELECT " + ArticleRows.COLUMNS + " FROM " + ArticleRows.CURRENT + " WHERE a.id = ?")
        .bind(0, id.value())
        .map(ArticleRows::read)
        .findOne();
  }

  List<Article> list(ArticleQuery query) {
    StringBuilder sql =
        new StringBuilder("SELECT ")
            .append(ArticleRows.COLUMNS)
            .append(" FROM ")
            .append(ArticleRows.CURRENT)
            .append(" WHERE 1 = 1");
    if (query.state() != null) {
      sql.append(" AND r.state = :state");
    }
    if (query.category() != null) {
      sql.append(" AND r.categories LIKE :category");
    }
    if (query.after() != null) {
      sql.append(
          """
           AND (r.published_at, a.num) < (SELECT r2.published_at, a2.num \
          FROM article a2 JOIN revision r2 ON r2.article = a2.num AND r2.number = a2.revision \
          WHERE a2.id = :after)\
          """);
    }
    sql.append(" ORDER BY r.published_at DESC, a.num DESC LIMIT :limit");
    try (var select = handle.createQuery(sql.toString())) {
      if (query.state() != null) {
        select.bind("state", query.state().wireName());
      }
      if (query.category() != null) {
        select.bind("category", "%\"" + query.category() + "\"%");
      }
      if (query.after() != null) {
        select.bind("after", query.after().value());
      }
      return select.bind("limit", query.limit()).map(ArticleRows::read).list();
    }
  }

  long count() {
    return handle.createQuery("SELECT count(*) FROM article").mapTo(Long.class).one();
  }

  long sequence() {
    return handle.createQuery("SELECT seq FROM change_sequence").mapTo(Long.class).one();
  }

  List<FeedVersion> changedSince(long seq) {
    return handle
        .createQuery(VERSION + "WHERE changed_seq > ? ORDER BY changed_seq")
        .bind(0, seq)
        .map(StoreReader::version)
        .list();
  }

  Optional<FeedContents> feed(String name, int limit) {
    return handle
        .createQuery(VERSION + "WHERE name = ?")
        .bind(0, name)
        .map(StoreReader::version)
        .findOne()
        .map(version -> new FeedContents(version, entries(name, limit)));
  }

  Optional<FeedLog> log(String name, int limit) {
    return handle
        .createQuery("SELECT name, changed_seq, changed_at, look_seq FROM feed WHERE name = ?")
        .bind(0, name)
        .map((row, context) ->
            new FeedLog(version(row, context), row.getLong("look_seq"), logged(name, limit)))
        .findOne();
  }

  private List<LoggedEntry> logged(String feed, int limit) {
    return handle
        .createQuery(
            """
            SELECT a.id, e.changed_seq, e.changed_at, e.gone \
            FROM feed_entry e JOIN article a ON a.num = e.article \
            WHERE e.feed = ? ORDER BY e.changed_seq DESC LIMIT ?
            """)
        .bind(0, feed)
        .bind(1, limit)
        .map((row, context) ->
            new LoggedEntry(
                new ArticleId(row.getString("id")),
                row.getLong("changed_seq"),
                Instant.ofEpochSecond(row.getLong("changed_at")),
                row.getInt("gone") != 0))
        .list();
  }

  private List<FeedEntry> entries(String feed, int limit) {
    return handle
        .createQuery(
            "SELECT e.position, e.changed_seq, "
                + ArticleRows.COLUMNS
                + """
                 FROM feed_entry e JOIN article a ON a.num = e.article \
                JOIN revision r ON r.article = a.num AND r.number = a.revision \
                WHERE e.feed = ? AND e.gone = 0 \
                ORDER BY e.published_at DESC, e.position DESC LIMIT ?
                """)
        .bind(0, feed)
        .bind(1, limit)
        .map((row, context) ->
            new FeedEntry(
                ArticleRows.read(row, context),
                row.getLong("position"),
                row.getLong("changed_seq")))
        .list();
  }

  private static FeedVersion version(ResultSet row, StatementContext context) throws SQLException {
    return new FeedVersion(
        row.getString("name"),
        row.getLong("changed_seq"),
        Instant.ofEpochSecond(row.getLong("changed_at")));
  }
}

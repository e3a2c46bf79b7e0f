package vn.bantin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.bantin.article.ArticleId;

/** Reads a stretch of a feed's positions within one read transaction. */
final class PageReader {

  private static final String RANGE = " WHERE e.feed = :feed AND e.position BETWEEN :from AND :to ";

  private final Handle handle;

  PageReader(Handle handle) {
    this.handle = handle;
  }

  Optional<FeedPage> page(String feed, long first, int count) {
    return feed(feed).map(row -> page(row, feed, first, count));
  }

  Optional<FeedVersion> version(String feed, long first, int count) {
    return feed(feed).map(row -> version(row, feed, first, count));
  }

  private FeedPage page(FeedRow row, String feed, long first, int count) {
    List<FeedEntry> entries = new ArrayList<>();
    List<LoggedEntry> gone = new ArrayList<>();
    try (var select =
        handle.createQuery(
            "SELECT e.position, e.changed_seq, e.changed_at, e.gone, "
                + ArticleRows.COLUMNS
                + " FROM feed_entry e JOIN article a ON a.num = e.article"
                + " JOIN revision r ON r.article = a.num AND r.number = a.revision"
                + RANGE
                + "ORDER BY e.position DESC")) {
      select
          .bind("feed", feed)
          .bind("from", first)
          .bind("to", first + count - 1)
          .map((line, context) -> read(line, context, entries, gone))
          .forEach(_ -> {});
    }
    return new FeedPage(version(row, feed, first, count), row.positions, entries, gone);
  }

  private static boolean read(
      ResultSet row, StatementContext context, List<FeedEntry> entries, List<LoggedEntry> gone)
      throws SQLException {
    long seq = row.getLong("changed_seq");
    if (row.getInt("gone") == 0) {
      return entries.add(
          new FeedEntry(ArticleRows.read(row, context), row.getLong("position"), seq));
    }
    Instant at = Instant.ofEpochSecond(row.getLong("changed_at"));
    return gone.add(new LoggedEntry(new ArticleId(row.getString("id")), seq, at, true));
  }

  private FeedVersion version(FeedRow row, String feed, long first, int count) {
    return handle
        .createQuery(
            "SELECT coalesce(max(e.changed_seq), 0) AS seq, coalesce(max(e.changed_at), 0) AS at"
                + " FROM feed_entry e"
                + RANGE)
        .bind("feed", feed)
        .bind("from", first)
        .bind("to", first + count - 1)
        .map((line, context) ->
            new FeedVersion(
                feed,
                Math.max(row.lookSeq, line.getLong("seq")),
                Instant.ofEpochSecond(Math.max(row.lookAt, line.getLong("at")))))
        .one();
  }

  private Optional<FeedRow> feed(String name) {
    return handle
        .createQuery("SELECT look_seq, look_at, next_position FROM feed WHERE name = ?")
        .bind(0, name)
        .map((row, context) ->
            new FeedRow(
                row.getLong("look_seq"), row.getLong("look_at"), row.getLong("next_position") - 1))
        .findOne();
  }

  private record FeedRow(long lookSeq, long lookAt, long positions) {}
}

package vn.bantin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.History;
import vn.bantin.article.Lifetimes;
import vn.bantin.article.Revision;
import vn.bantin.article.State;

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

  Optional<Revision> current(ArticleId id) {
    return handle
        .createQuery(
            "SELECT r.number, r.seq, r.at, r.actor, "
                + ArticleRows.COLUMNS
                + " FROM "
                + ArticleRows.CURRENT
                + " WHERE a.id = ?")
        .bind(0, id.value())
        .map(StoreReader::revision)
        .findOne();
  }

  Optional<History> history(ArticleId id, Lifetimes lifetimes) {
    List<Revision> revisions =
        handle
            .createQuery(
                "SELECT r.number, r.seq, r.at, r.actor, "
                    + ArticleRows.COLUMNS
                    + """
                     FROM article a JOIN revision r ON r.article = a.num \
                    WHERE a.id = ? ORDER BY r.number
                    """)
            .bind(0, id.value())
            .map(StoreReader::revision)
            .list();
    return revisions.isEmpty()
        ? Optional.empty()
        : Optional.of(new History(revisions, new CarriageReader(handle, lifetimes).of(id)));
  }

  Map<ArticleId, String> reasons(Collection<ArticleId> ids) {
    return handle
        .createQuery(
            "SELECT a.id, r.note FROM "
                + ArticleRows.CURRENT
                + " WHERE a.id IN (<ids>) AND r.state = :withdrawn AND r.note IS NOT NULL")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .bind("withdrawn", State.WITHDRAWN.wireName())
        .reduceRows(
            new HashMap<>(),
            (reasons, row) -> {
              reasons.put(
                  new ArticleId(row.getColumn("id", String.class)),
                  row.getColumn("note", String.class));
              return reasons;
            });
  }

  boolean wasPublic(ArticleId id) {
    return handle
            .createQuery(
                """
                SELECT count(*) FROM article a JOIN revision r ON r.article = a.num \
                WHERE a.id = :id AND r.state IN (<public>)
                """)
            .bindList(
                "public",
                Arrays.stream(State.values()).filter(State::isPublic).map(State::wireName).toList())
            .bind("id", id.value())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  Instant nextDue() {
    return handle
        .createQuery("SELECT min(due_at) FROM article WHERE due_at IS NOT NULL")
        .map((row, context) ->
            row.getObject(1) == null ? Instant.MAX : Instant.ofEpochSecond(row.getLong(1)))
        .one();
  }

  List<Article> list(ArticleQuery query) {
    return new ArticleLister(handle).list(query);
  }

  boolean isEmpty() {
    return handle
        .createQuery("SELECT num FROM article LIMIT 1")
        .mapTo(Long.class)
        .findOne()
        .isEmpty();
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
        .createQuery("SELECT name, changed_seq, changed_at, next_position FROM feed WHERE name = ?")
        .bind(0, name)
        .map((row, context) ->
            new FeedContents(
                version(row, context),
                row.getLong("next_position") - 1,
                isWhole(name, limit),
                entries(name, limit),
                gone(name)))
        .findOne();
  }

  private List<LoggedEntry> gone(String feed) {
    return handle
        .createQuery(
            """
            SELECT a.id, e.changed_seq, e.changed_at, e.gone \
            FROM feed_entry e JOIN article a ON a.num = e.article \
            WHERE e.feed = ? AND e.gone = 1 ORDER BY e.changed_seq DESC LIMIT ?
            """)
        .bind(0, feed)
        .bind(1, FeedContents.MOST_GONE)
        .map(StoreReader::loggedEntry)
        .list();
  }

  private static LoggedEntry loggedEntry(ResultSet row, StatementContext context)
      throws SQLException {
    return new LoggedEntry(
        new ArticleId(row.getString("id")),
        row.getLong("changed_seq"),
        Instant.ofEpochSecond(row.getLong("changed_at")),
        row.getInt("gone") != 0);
  }

  private boolean isWhole(String feed, int limit) {
    return handle
            .createQuery(
                "SELECT count(*) FROM (SELECT 1 FROM feed_entry WHERE feed = ? AND gone = 0 LIMIT"
                    + " ?) x")
            .bind(0, feed)
            .bind(1, limit + 1L)
            .mapTo(Long.class)
            .one()
        <= limit;
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
        .map(StoreReader::loggedEntry)
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

  private static Revision revision(ResultSet row, StatementContext context) throws SQLException {
    String actor = row.getString("actor");
    return new Revision(
        row.getInt("number"),
        row.getLong("seq"),
        Instant.ofEpochSecond(row.getLong("at")),
        actor.isEmpty() ? Actor.UNKNOWN : new Actor(actor),
        ArticleRows.read(row, context));
  }

  private static FeedVersion version(ResultSet row, StatementContext context) throws SQLException {
    return new FeedVersion(
        row.getString("name"),
        row.getLong("changed_seq"),
        Instant.ofEpochSecond(row.getLong("changed_at")));
  }
}

package vn.bantin.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;

/** An article's content as the columns of a revision, and back. */
final class ArticleRows {

  /** The columns that {@link #read} wants, from {@code article a} and {@code revision r}. */
  static final String COLUMNS =
      """
      a.num, a.id, a.revision, r.state, r.note, r.title, r.summary, r.body, r.url, r.authors, \
      r.categories, r.tags, r.language, r.source, r.published, r.updated, r.media, r.publish_at, \
      r.embargo_until, r.expires_at\
      """;

  /** Every article with its current revision. */
  static final String CURRENT =
      "article a JOIN revision r ON r.article = a.num AND r.number = a.revision";

  private ArticleRows() {}

  static Article read(ResultSet row, StatementContext context) throws SQLException {
    String url = row.getString("url");
    return new Article(
        new ArticleId(row.getString("id")),
        row.getString("title"),
        row.getString("summary"),
        row.getString("body"),
        url == null ? null : URI.create(url),
        Json.strings(row.getString("authors")),
        Json.strings(row.getString("categories")),
        Json.strings(row.getString("tags")),
        row.getString("language"),
        row.getString("source"),
        OffsetDateTime.parse(row.getString("published")),
        OffsetDateTime.parse(row.getString("updated")),
        Json.media(row.getString("media")),
        State.ofWireName(row.getString("state")),
        row.getString("note"),
        new Schedule(
            time(row.getString("publish_at")),
            time(row.getString("embargo_until")),
            time(row.getString("expires_at"))));
  }

  private static @Nullable OffsetDateTime time(@Nullable String text) {
    return text == null ? null : OffsetDateTime.parse(text);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Binds the article to the named parameters of {@link #INSERT_REVISION}. */
  static Update bind(Update update, Article article) {
    Schedule schedule = article.schedule();
    return update
        .bind("state", article.state().wireName())
        .bind("note", article.note())
        .bind("title", article.title())
        .bind("summary", article.summary())
        .bind("body", article.bodyHtml())
        .bind("url", text(article.url()))
        .bind("authors", Json.write(article.authors()))
        .bind("categories", Json.write(article.categories()))
        .bind("tags", Json.write(article.tags()))
        .bind("language", article.language())
        .bind("source", article.source())
        .bind("published", article.published().toString())
        .bind("updated", article.updated().toString())
        .bind("publishedAt", article.published().toEpochSecond())
        .bind("media", Json.write(article.media()))
        .bind("publishAt", text(schedule.publishAt()))
        .bind("embargoUntil", text(schedule.embargoUntil()))
        .bind("expiresAt", text(schedule.expiresAt()));
  }

  static final String INSERT_REVISION =
      """
      INSERT INTO revision (article, number, seq, at, actor, state, note, title, summary, body, \
      url, authors, categories, tags, language, source, published, updated, published_at, media, \
      publish_at, embargo_until, expires_at) \
      VALUES (:article, :number, :seq, :at, :actor, :state, :note, :title, :summary, :body, :url, \
      :authors, :categories, :tags, :language, :source, :published, :updated, :publishedAt, \
      :media, :publishAt, :embargoUntil, :expiresAt)
      """;
}

package vn.bantin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Answers that are kept as rows, and back. */
final class AnswerRows {

  private static final Duration KEPT = Duration.ofDays(1);

  /** After which a request that was begun is held to have died with its server. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Handle handle;

  AnswerRows(Handle handle) {
    this.handle = handle;
  }

  Attempt begin(String token, String key, String fingerprint, Instant now) {
    handle.execute(
        "DELETE FROM answered_request WHERE at < ? OR (at < ? AND status IS NULL)",
        now.minus(KEPT).getEpochSecond(),
        now.minus(LONGEST).getEpochSecond());
    String attempt = UUID.randomUUID().toString();
    int added =
        handle.execute(
            """
            INSERT INTO answered_request (attempt, token, request_key, fingerprint, at) \
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (token, request_key) DO NOTHING
            """,
            attempt,
            token,
            key,
            fingerprint,
            now.getEpochSecond());
    if (added > 0) {
      return new Attempt.First(attempt);
    }
    return handle
        .createQuery(
            """
            SELECT fingerprint, status, type, body, entity_tag, location FROM answered_request \
            WHERE token = ? AND request_key = ?
            """)
        .bind(0, token)
        .bind(1, key)
        .map((row, _) -> read(row, fingerprint))
        .one();
  }

  void finish(String attempt, KeptAnswer answer) {
    handle.execute(
        """
        UPDATE answered_request SET status = ?, type = ?, body = ?, entity_tag = ?, location = ? \
        WHERE attempt = ?
        """,
        answer.status(),
        answer.type(),
        answer.body(),
        answer.entityTag(),
        answer.location(),
        attempt);
  }

  void abandon(String attempt) {
    handle.execute("DELETE FROM answered_request WHERE attempt = ?", attempt);
  }

  private static Attempt read(ResultSet row, String fingerprint) throws SQLException {
    if (!row.getString("fingerprint").equals(fingerprint)) {
      return new Attempt.Other();
    }
    return row.getObject("status") == null
        ? new Attempt.UnderWay()
        : new Attempt.Done(
            new KeptAnswer(
                row.getInt("status"),
                row.getString("type"),
                row.getString("body"),
                row.getString("entity_tag"),
                row.getString("location")));
  }
}

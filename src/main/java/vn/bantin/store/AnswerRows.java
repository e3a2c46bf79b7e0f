package vn.bantin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Answers that are kept as rows, and back, within one write transaction. */
final class AnswerRows {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Handle handle;

  AnswerRows(Handle handle) {
    this.handle = handle;
  }

  Attempt once(
      String token,
      String key,
      String fingerprint,
      Instant now,
      Supplier<Optional<KeptAnswer>> work) {
    handle.execute("DELETE FROM answered_request WHERE at < ?", now.minus(KEPT).getEpochSecond());
    Optional<Attempt> before = find(token, key, fingerprint);
    if (before.isPresent()) {
      return before.get();
    }
    Optional<KeptAnswer> answer = work.get();
    if (answer.isEmpty()) {
      handle.rollback();
      return new Attempt.Refused();
    }
    keep(token, key, fingerprint, now, answer.get());
    return new Attempt.Done(answer.get());
  }

  private Optional<Attempt> find(String token, String key, String fingerprint) {
    return handle
        .createQuery(
            """
            SELECT fingerprint, status, type, body, entity_tag, location FROM answered_request \
            WHERE token = ? AND request_key = ?
            """)
        .bind(0, token)
        .bind(1, key)
        .map((row, _) -> read(row, fingerprint))
        .findOne();
  }

  private void keep(String token, String key, String fingerprint, Instant now, KeptAnswer answer) {
    handle.execute(
        """
        INSERT INTO answered_request \
        (token, request_key, fingerprint, at, status, type, body, entity_tag, location) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        token,
        key,
        fingerprint,
        now.getEpochSecond(),
        answer.status(),
        answer.type(),
        answer.body(),
        answer.entityTag(),
        answer.location());
  }

  private static Attempt read(ResultSet row, String fingerprint) throws SQLException {
    return row.getString("fingerprint").equals(fingerprint)
        ? new Attempt.Done(
            new KeptAnswer(
                row.getInt("status"),
                row.getString("type"),
                row.getString("body"),
                row.getString("entity_tag"),
                row.getString("location")))
        : new Attempt.Other();
  }
}

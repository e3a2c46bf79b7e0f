package vn.bantin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.bantin.access.Scope;
import vn.bantin.access.Token;

/** Tokens as rows, and back. */
final class TokenRows {

  private static final String SELECT =
      "SELECT id, name, hash, scopes, created_at, revoked_at FROM token ";

  private final Handle handle;

  TokenRows(Handle handle) {
    this.handle = handle;
  }

  boolean add(Token token) {
    return handle.execute(
            """
            INSERT INTO token (id, name, hash, scopes, created_at) VALUES (?, ?, ?, ?, ?) \
            ON CONFLICT (name) DO NOTHING
            """,
            token.id(),
            token.name(),
            token.hash(),
            String.join(" ", token.grants()),
            token.created().getEpochSecond())
        > 0;
  }

  boolean revoke(String name, Instant now) {
    return handle.execute(
            "UPDATE token SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL",
            now.getEpochSecond(),
            name)
        > 0;
  }

  Optional<Token> find(String id) {
    return handle.createQuery(SELECT + "WHERE id = ?").bind(0, id).map(TokenRows::read).findOne();
  }

  List<Token> all() {
    return handle.createQuery(SELECT + "ORDER BY name").map(TokenRows::read).list();
  }

  private static Token read(ResultSet row, StatementContext context) throws SQLException {
    String grants = row.getString("scopes");
    return new Token(
        row.getString("id"),
        row.getString("name"),
        row.getString("hash"),
        Arrays.stream(grants.split(" "))
            .map(Scope::named)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        grants.startsWith(Token.PARTNER) ? grants.substring(Token.PARTNER.length()) : null,
        Instant.ofEpochSecond(row.getLong("created_at")),
        row.getObject("revoked_at") == null
            ? null
            : Instant.ofEpochSecond(row.getLong("revoked_at")));
  }
}

package vn.bantin.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The statements of one transaction that write, each prepared once: an article writes the same ones
 * for every feed that it is in, and an import for every article.
 *
 * <p>A statement that reads is not kept, because it is not done with when its first row is there.
 */
final class KeptStatements extends DefaultStatementBuilder {

  private static final String READING = "SELECT";

  private final Map<String, PreparedStatement> idle = new HashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    return kept == null ? super.create(connection, sql, context) : kept;
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    boolean isKept =
        statement instanceof PreparedStatement prepared
            && !sql.startsWith(READING)
            && idle.putIfAbsent(sql, prepared) == null;
    if (!isKept) {
      statement.close();
    }
  }

  /** The pool closes what is still open when it gets the connection back. */
  @Override
  public void close(Connection connection) {
    idle.clear();
  }
}

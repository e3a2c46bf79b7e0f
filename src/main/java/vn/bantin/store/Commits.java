package vn.bantin.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether anything has been committed to the database, by whatever connection of whatever
 * process.
 *
 * <p>SQLite counts it for a connection that changes nothing itself. To ask that costs a third of
 * the least question to a table, which goes through the pool and a transaction of its own.
 */
final class Commits implements AutoCloseable {

  private static final String VERSION = "PRAGMA data_version";

  private final DataSource source;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable PreparedStatement question;
  private boolean closed;
  private long version;
  private long moves;

  /**
   * Prepares to ask.
   *
   * @param source gives connections that nobody else has
   */
  Commits(DataSource source) {
    this.source = source;
  }

  /**
   * A number that is greater after a commit than before it; without one it is greater only where
   * this cannot be told.
   *
   * @throws StoreException if the database cannot be asked, whereupon the next call tries anew; or
   *     if this is closed
   */
  long moves() {
    turn.lock();
    try {
      long now = version();
      if (now != version) {
        version = now;
        moves++;
      }
      return moves;
    } catch (SQLException e) {
      giveUp();
      throw new StoreException("cannot look for changes", e);
    } finally {
      turn.unlock();
    }
  }

  private long version() throws SQLException {
    PreparedStatement asked = question == null ? open() : question;
    try (ResultSet row = asked.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("no answer to " + VERSION);
      }
      return row.getLong(1);
    }
  }

  // What one connection has counted says nothing of what another will.
  private PreparedStatement open() throws SQLException {
    if (closed) {
      throw new SQLException("the store is closed");
    }
    moves++;
    Connection connection = source.getConnection();
    try {
      PreparedStatement prepared = connection.prepareStatement(VERSION);
      question = prepared;
      return prepared;
    } finally {
      if (question == null) {
        connection.close();
      }
    }
  }

  private void giveUp() {
    PreparedStatement asked = question;
    question = null;
    if (asked != null) {
      try {
        asked.getConnection().close();
      } catch (SQLException _) {
        // it is not used again
      }
    }
  }

  /** Asks no more. */
  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
      giveUp();
    } finally {
      turn.unlock();
    }
  }
}

package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeptStatementsTest {

  private static final String INSERT = "INSERT INTO t (x) VALUES (?)";

  private final List<Statement> executed = new ArrayList<>();
  private Handle handle;

  @BeforeEach
  void open() {
    Jdbi jdbi = Jdbi.create("jdbc:sqlite::memory:");
    jdbi.setStatementBuilderFactory(_ -> new KeptStatements());
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            executed.add(context.getStatement());
          }
        });
    handle = jdbi.open();
    handle.execute("CREATE TABLE t (x INTEGER NOT NULL UNIQUE)");
    executed.clear();
  }

  @AfterEach
  void close() {
    handle.close();
  }

  @Test
  void preparesWhatWritesOnce() {
    handle.execute(INSERT, 1);
    handle.execute(INSERT, 2);
    handle.execute("DELETE FROM t WHERE x = ?", 1);
    assertThat(executed.get(1)).isSameAs(executed.get(0));
    assertThat(executed.get(2)).isNotSameAs(executed.get(0));
    assertThat(numbers()).containsExactly(2);
  }

  @Test
  void letsGoOfWhatReads() throws SQLException {
    handle.execute(INSERT, 1);
    numbers();
    numbers();
    assertThat(executed.get(2)).isNotSameAs(executed.get(1));
    assertThat(executed.get(1).isClosed()).isTrue();
  }

  @Test
  void writesAgainAfterARefusal() {
    handle.execute(INSERT, 1);
    assertThatThrownBy(() -> handle.execute(INSERT, 1))
        .isInstanceOf(UnableToExecuteStatementException.class);
    handle.execute(INSERT, 2);
    assertThat(numbers()).containsExactly(1, 2);
  }

  private List<Integer> numbers() {
    return handle.createQuery("SELECT x FROM t ORDER BY x").mapTo(Integer.class).list();
  }
}

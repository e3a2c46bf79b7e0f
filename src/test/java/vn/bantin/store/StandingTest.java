package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class StandingTest {

  @TempDir private Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private String address;
  private SQLiteDataSource source;
  private Connection writer;
  private Commits commits;
  private Standing<Integer> answer;

  @BeforeEach
  void open() throws SQLException {
    source = new SQLiteDataSource();
    address = "jdbc:sqlite:" + folder.resolve("x.db");
    source.setUrl(address);
    source.setJournalMode("WAL");
    writer = source.getConnection();
    write("CREATE TABLE x (y INTEGER)");
    commits = new Commits(source);
    answer = new Standing<>(commits, asked::incrementAndGet);
  }

  @AfterEach
  void close() throws SQLException {
    commits.close();
    writer.close();
  }

  @Test
  void standsWhileNothingIsCommitted() {
    assertThat(answer.get()).isEqualTo(1);
    assertThat(answer.get()).isEqualTo(1);
  }

  @Test
  void isGivenAnewAfterEachCommit() throws SQLException {
    answer.get();
    write("INSERT INTO x VALUES (1)");
    assertThat(answer.get()).isEqualTo(2);
    write("UPDATE x SET y = 2");
    assertThat(answer.get()).isEqualTo(3);
    assertThat(answer.get()).isEqualTo(3);
  }

  @Test
  void standsThroughWhatIsTakenBackAndWhatIsNotCommittedYet() throws SQLException {
    answer.get();
    writer.setAutoCommit(false);
    write("INSERT INTO x VALUES (1)");
    assertThat(answer.get()).isEqualTo(1);
    writer.rollback();
    assertThat(answer.get()).isEqualTo(1);
    write("INSERT INTO x VALUES (1)");
    writer.commit();
    assertThat(answer.get()).isEqualTo(2);
  }

  @Test
  void doesNotMissACommitThatIsMadeWhileItAsks() {
    Standing<Integer> slow =
        new Standing<>(
            commits,
            () -> {
              if (asked.incrementAndGet() == 1) {
                write("INSERT INTO x VALUES (1)");
              }
              return asked.get();
            });
    slow.get();
    assertThat(slow.get()).isEqualTo(2);
    assertThat(slow.get()).isEqualTo(2);
  }

  @Test
  void keepsNothingOfWhatMayBeTakenBack() {
    answer.get();
    assertThat(answer.anew()).isEqualTo(2);
    assertThat(answer.get()).isEqualTo(1);
  }

  @Test
  void isAskedForAgainAfterAFailure() {
    source.setUrl("jdbc:sqlite:" + folder.resolve("no folder/x.db"));
    assertThatThrownBy(answer::get).isInstanceOf(StoreException.class);
    source.setUrl(address);
    assertThat(answer.get()).isEqualTo(1);
    assertThat(answer.get()).isEqualTo(1);
  }

  @Test
  void isNotGivenOnceClosedAndMakesNoFile() throws Exception {
    answer.get();
    commits.close();
    writer.close();
    Path database = folder.resolve("x.db");
    Files.delete(database);
    assertThatThrownBy(answer::get).isInstanceOf(StoreException.class);
    assertThat(database).doesNotExist();
  }

  private void write(String sql) {
    try (Statement statement = writer.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}

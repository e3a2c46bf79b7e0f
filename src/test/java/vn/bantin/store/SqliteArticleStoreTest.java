package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteArticleStoreTest extends ArticleStoreContract {

  @TempDir private Path folder;

  @Override
  ArticleStore open(SettableClock clock) {
    return SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("bantin.db"), clock);
  }

  @Test
  void runsInWalModeAndSyncsEveryCommit() throws SQLException {
    try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("bantin.db"));
        Connection connection = database.writer().getConnection()) {
      assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(connection, "synchronous")).isEqualTo("2");
      assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
    }
  }

  @Test
  void makesTheFolderOfANewDatabase() {
    Path deep = folder.resolve("a/b/bantin.db");
    SqlArticleStore.open("jdbc:sqlite:" + deep, Clock.systemUTC()).close();
    assertThat(deep).exists();
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "not a database ".repeat(100));
    assertThatThrownBy(() -> SqlArticleStore.open("jdbc:sqlite:" + file, Clock.systemUTC()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("notes.txt");
    assertThat(file).hasContent("not a database ".repeat(100));
  }

  @Test
  void refusesADatabaseThatItDoesNotKnow() {
    assertThatThrownBy(() -> SqlArticleStore.open("jdbc:oracle:x", Clock.systemUTC()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("jdbc:sqlite:FILE");
  }

  @Test
  void anIntactDatabaseStaysIntactForSqliteItself() throws SQLException {
    String address = "jdbc:sqlite:" + folder.resolve("bantin.db");
    try (Connection connection = DriverManager.getConnection(address)) {
      assertThat(pragma(connection, "integrity_check")).isEqualTo("ok");
    }
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.getString(1);
    }
  }
}

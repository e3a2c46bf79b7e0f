package vn.bantin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to the database, with its schema in place: one that writes, several that read, and
 * one that only hears of commits and so must stay the same.
 *
 * <p>SQLite runs in WAL mode with {@code synchronous=FULL}: what was committed survives a crash of
 * the machine, readers never wait for the writer, and a second process may use the same file.
 */
final class Database implements AutoCloseable {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final Duration LOCK_WAIT = Duration.ofSeconds(30);
  private static final int READERS = 4;

  // An import changes pages all over the indexes of a large store. With SQLite's own 2 MB they are
  // written again and again: 300 KB for an article was seen. Negative is in KiB, not in pages.
  private static final int WRITER_CACHE = -64 * 1024;

  /** The version of the last file in {@code db}. */
  static final String NEWEST_MIGRATION = "6";

  private static final String LAST_MIGRATION =
      "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT"
          + " 1";

  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private final Commits commits;

  private Database(HikariDataSource writer, HikariDataSource readers, Commits commits) {
    this.writer = writer;
    this.readers = readers;
    this.commits = commits;
  }

  /**
   * Opens the database at a JDBC address, making and migrating it as needed.
   *
   * @throws StoreException if it cannot be opened
   */
  static Database open(String address) {
    if (!address.startsWith(SQLITE)) {
      throw new StoreException(
          "unknown database " + address + ", expected jdbc:sqlite:FILE",
          new IllegalArgumentException(address));
    }
    HikariDataSource writer = null;
    try {
      Path file = Path.of(address.substring(SQLITE.length())).toAbsolutePath();
      Files.createDirectories(file.getParent());
      SQLiteDataSource writing = sqlite(address, SQLiteConfig.TransactionMode.IMMEDIATE);
      writing.setCacheSize(WRITER_CACHE);
      writer = pool("writer", writing, 1);
      migrate(writer);
      DataSource reading = sqlite(address, SQLiteConfig.TransactionMode.DEFERRED);
      return new Database(writer, pool("reader", reading, READERS), new Commits(reading));
    } catch (IOException | RuntimeException e) {
      if (writer != null) {
        writer.close();
      }
      throw new StoreException("cannot open the database " + address, e);
    }
  }

  /**
   * Makes sure that there is a database.
   *
   * @throws StoreException if there is none
   */
  static void requireThere(String address) {
    String file = address.substring(SQLITE.length()).replaceFirst("\\?.*", "");
    if (!Files.exists(Path.of(file))) {
      throw new StoreException("there is no database", new FileNotFoundException(file));
    }
  }

  /** The one connection that changes things. */
  DataSource writer() {
    return writer;
  }

  /** Connections that only look. */
  DataSource readers() {
    return readers;
  }

  /** Whether anything has changed. */
  Commits commits() {
    return commits;
  }

  @Override
  public void close() {
    commits.close();
    readers.close();
    writer.close();
  }

  private static SQLiteDataSource sqlite(String address, SQLiteConfig.TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) LOCK_WAIT.toMillis());
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(address);
    return source;
  }

  private static HikariDataSource pool(String name, DataSource source, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(LOCK_WAIT.toMillis());
    return new HikariDataSource(config);
  }

  // Flyway takes a tenth of a start to find nothing to do, so it is asked only when there is.
  private static void migrate(DataSource source) {
    if (NEWEST_MIGRATION.equals(lastMigration(source))) {
      return;
    }
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration", "classpath:db/sqlite")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException("cannot migrate the schema", e);
    }
  }

  private static @Nullable String lastMigration(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LAST_MIGRATION)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException _) {
      return null; // an empty database, or one of which Flyway will tell what is wrong
    }
  }
}

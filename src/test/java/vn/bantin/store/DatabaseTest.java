package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {

  @TempDir private Path folder;

  private String address;
  private Flyway flyway;

  @BeforeEach
  void prepare() {
    address = "jdbc:sqlite:" + folder.resolve("x.db");
    flyway =
        Flyway.configure()
            .dataSource(address, null, null)
            .locations("classpath:db/migration")
            .load();
  }

  @Test
  void knowsItsNewestMigration() {
    assertThat(flyway.info().all())
        .extracting(migration -> migration.getVersion().getVersion())
        .endsWith(Database.NEWEST_MIGRATION);
  }

  @Test
  void takesTheLookOfAnOldFeedForAsNewAsItsLastChange() throws SQLException {
    Flyway.configure()
        .dataSource(address, null, null)
        .locations("classpath:db/migration")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO feed VALUES ('dan-van', 'r', 'l', 4, 17, 1767000000)");
    }
    try (ArticleStore store = SqlArticleStore.open(address, Clock.systemUTC())) {
      FeedLog log = store.log("dan-van", 1).orElseThrow();
      assertThat(log.version().seq()).isEqualTo(17);
      assertThat(log.lookSeq()).isEqualTo(17);
    }
  }

  @Test
  void migratesWhatIsEmptyAndLeavesWhatIsCurrentAsItIs() {
    Database.open(address).close();
    int applied = flyway.info().applied().length;
    assertThat(applied).isPositive();
    assertThat(flyway.info().pending()).isEmpty();
    Database.open(address).close();
    assertThat(flyway.info().applied()).hasSize(applied);
  }
}

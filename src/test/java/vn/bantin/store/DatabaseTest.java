package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
  void migratesWhatIsEmptyAndLeavesWhatIsCurrentAsItIs() {
    Database.open(address).close();
    int applied = flyway.info().applied().length;
    assertThat(applied).isPositive();
    assertThat(flyway.info().pending()).isEmpty();
    Database.open(address).close();
    assertThat(flyway.info().applied()).hasSize(applied);
  }
}

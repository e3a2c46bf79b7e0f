package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.Articles;
import vn.bantin.search.SearchQuery;

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
            .locations("classpath:db/migration", "classpath:db/sqlite")
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
  void listsTheArticlesOfAnOldStoreAndFindsThemAsSoonAsTheyAreIndexed() throws SQLException {
    try (SqlArticleStore store = SqlArticleStore.open(address, Clock.systemUTC())) {
      List<ArticleChange> puts =
          IntStream.range(0, 1_050)
              .<ArticleChange>mapToObj(i -> new Put(article("n" + i, "dan-van", i)))
              .toList();
      store.define(StoreUnderTest.FEEDS, StoreUnderTest.PLACEMENT);
      store.apply(puts, StoreUnderTest.PLACEMENT, Articles.EDITOR);
    }
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE searched");
      statement.execute("DROP TABLE unsearched");
      statement.execute("DROP TABLE search_index");
      statement.execute("DROP TABLE article_category");
      statement.execute("DELETE FROM flyway_schema_history WHERE version >= '4'");
    }
    SettableClock clock = new SettableClock(Instant.parse("2040-01-01T00:00:00Z"));
    try (SqlArticleStore store = SqlArticleStore.open(address, clock)) {
      SearchQuery query = (SearchQuery) SearchQuery.read("đồng mây");
      assertThat(store.list(new ArticleQuery(null, "dan-van", null, 1_000))).hasSize(1_000);
      assertThat(store.search(query, 0, 1).total()).isZero();
      assertThat(store.index()).isFalse();
      SearchHits some = store.search(query, 0, 1);
      assertThat(some.total()).isBetween(1, 1_000);
      assertThat(some.articles().getFirst().id().value()).isEqualTo("n1049");
      assertThat(store.index()).isFalse();
      assertThat(store.search(query, 0, 1).seq()).isGreaterThan(some.seq());
      while (!store.index()) {
        assertThat(store.search(query, 0, 1).changedAt()).isEqualTo(clock.instant());
      }
      SearchHits all = store.search(query, 0, 1);
      assertThat(all.total()).isEqualTo(SearchHits.MOST);
      assertThat(all.changedAt()).isEqualTo(clock.instant().plusSeconds(1));
      long sequence = store.sequence();
      assertThat(store.index()).isTrue();
      assertThat(store.sequence()).isEqualTo(sequence);
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

  @Test
  void theWriterHasRoomForThePagesOfAnImport() throws SQLException {
    try (Database database = Database.open(address);
        Connection connection = database.writer().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA cache_size")) {
      assertThat(row.getInt(1)).isEqualTo(-64 * 1024);
    }
  }
}

package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.bantin.App;
import vn.bantin.article.ArticleId;

/**
 * What stands in a database, read past the store.
 *
 * @param desk whose
 * @param feedsById every article, with the feeds that carry it
 */
record StoreInspection(Desk desk, Map<String, Set<String>> feedsById) {

  static StoreInspection of(Desk desk) {
    Map<String, Set<String>> feedsById = new TreeMap<>();
    try (Connection connection = connect(desk);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT a.id, e.feed FROM article a \
                LEFT JOIN feed_entry e ON e.article = a.num AND e.gone = 0
                """)) {
      while (rows.next()) {
        Set<String> feeds = feedsById.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>());
        if (rows.getString(2) != null) {
          feeds.add(rows.getString(2));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return new StoreInspection(desk, feedsById);
  }

  Set<String> ids() {
    return feedsById.keySet();
  }

  /** Nothing is half-stored: the file is intact, and every article is whole and in its feeds. */
  void assertWhole() {
    assertThat(text("PRAGMA integrity_check")).isEqualTo("ok");
    assertThat(text("SELECT group_concat(\"table\") FROM pragma_foreign_key_check")).isNull();
    assertThat(
            text(
                """
                SELECT group_concat(a.id) FROM article a LEFT JOIN revision r \
                ON r.article = a.num AND r.number = a.revision WHERE r.article IS NULL
                """))
        .isNull();
    assertThat(
            text(
                """
                SELECT group_concat(f.name) FROM feed f WHERE f.rules <> '' AND f.changed_seq < \
                (SELECT max(e.changed_seq) FROM feed_entry e WHERE e.feed = f.name)
                """))
        .isNull();
    assertThat(
            text(
                """
                SELECT max(r.seq) <= (SELECT seq FROM change_sequence) FROM revision r
                """))
        .isIn("1", null);
    try (App app = desk.open()) {
      feedsById.forEach((id, feeds) ->
          assertThat(feeds)
              .as("feeds of %s", id)
              .isEqualTo(app.catalog().feedsOf(app.store().find(new ArticleId(id)).orElseThrow())));
    }
  }

  private String text(String query) {
    try (Connection connection = connect(desk);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "nothing";
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  private static Connection connect(Desk desk) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + desk.database());
  }
}

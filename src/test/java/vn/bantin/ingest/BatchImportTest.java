package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;
import vn.bantin.article.Placement;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.SqlArticleStore;
import vn.bantin.store.StaleRulesException;

final class BatchImportTest {

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private SqlArticleStore store;

  @BeforeEach
  void open() throws IOException {
    store = SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), Clock.systemUTC());
    store.define(List.of(new FeedDeclaration("new", "2", "")), placement("new", "2"));
    Files.writeString(folder.resolve("page.txt"), Readers.PAGE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void goesByTheRulesThatTheNewsroomHasByNow() {
    run(placement("old", "1"), placement("new", "2"));
    assertThat(told).containsExactly("Stored");
    assertThat(store.feed("new", 10).orElseThrow().entries()).hasSize(1);
  }

  @Test
  void givesUpWhenTheNewsroomIsAnother() {
    assertThatThrownBy(() -> run(placement("old", "1"), placement("old", "1")))
        .isInstanceOf(StaleRulesException.class)
        .hasMessageContaining("old")
        .hasMessageContaining("new");
    assertThat(told).isEmpty();
    assertThat(store.count()).isZero();
  }

  private void run(Placement... placements) {
    Iterator<Placement> next = List.of(placements).iterator();
    new BatchImport(
            () -> {
              Placement placement = next.next();
              return new Ingest(
                  new ArticleReader(Readers.ORIGIN, placement, Readers.NOW),
                  store,
                  placement,
                  Articles.EDITOR);
            },
            null,
            List.of(),
            (name, result) -> told.add(result.getClass().getSimpleName()))
        .run(SourceFiles.find(List.of(folder.resolve("page.txt"))).sources());
  }

  private static Placement placement(String feed, String rules) {
    return new Placement() {
      @Override
      public Set<String> feedsOf(Article article) {
        return Set.of(feed);
      }

      @Override
      public Map<String, String> rules() {
        return Map.of(feed, rules);
      }

      @Override
      public List<String> categoriesByWords(Article article) {
        return List.of();
      }
    };
  }
}

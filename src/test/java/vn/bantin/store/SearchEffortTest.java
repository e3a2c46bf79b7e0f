package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.titled;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.Articles;
import vn.bantin.search.SearchQuery;

/** How far a question is pursued. */
final class SearchEffortTest {

  private static final int ARTICLES = 45;
  private static final int STRETCH = 10;

  @TempDir private Path folder;

  private String address;

  @BeforeEach
  void fill() {
    address = "jdbc:sqlite:" + folder.resolve("x.db");
    try (SqlArticleStore store = SqlArticleStore.open(address, Clock.systemUTC())) {
      store.define(StoreUnderTest.FEEDS, StoreUnderTest.PLACEMENT);
      List<ArticleChange> puts =
          IntStream.range(0, ARTICLES)
              .<ArticleChange>mapToObj(i -> new Put(article("n" + i, "dan-van", i * 900)))
              .toList();
      store.apply(puts, StoreUnderTest.PLACEMENT, Articles.EDITOR);
    }
  }

  @Test
  void whenTheWorkIsSpentTheNewestHaveBeenLookedThrough() {
    SearchHits hits = search("dong may", Duration.ZERO);
    assertThat(hits.isCut()).isTrue();
    assertThat(hits.articles().stream().map(a -> a.id().value()))
        .containsExactlyElementsOf(newest(STRETCH));
  }

  @Test
  void eachSpellingIsLookedForInTheNewestAtLeast() {
    SearchHits hits = search("dòng mày", Duration.ZERO);
    assertThat(hits.isCut()).isTrue();
    assertThat(hits.total()).isEqualTo(STRETCH);
  }

  @Test
  void stretchesJoinWithoutGapAndWithoutRepeating() {
    SearchHits hits = search("đồng mây", Duration.ofMinutes(1));
    assertThat(hits.isCut()).isFalse();
    assertThat(hits.articles().stream().map(a -> a.id().value()))
        .containsExactlyElementsOf(newest(ARTICLES));
  }

  @Test
  void aDayOfMoreThanAMillionArticlesGoesOnBehindAllOthers() {
    long day = article("x", "dan-van", 0).published().toEpochSecond() / 86_400;
    Jdbi.create(address)
        .useHandle(handle ->
            handle.execute(
                "UPDATE searched SET place = ? WHERE place = ?", ((day + 1) << 20) - 1, day << 20));
    try (SqlArticleStore store = SqlArticleStore.open(address, Clock.systemUTC())) {
      Put late = new Put(titled(article("late", "dan-van", 1), "Lúa"));
      Put later = new Put(titled(article("later", "dan-van", 2), "Lúa"));
      store.apply(List.of(late, later), StoreUnderTest.PLACEMENT, Articles.EDITOR);
    }
    assertThat(search("lúa", Duration.ofMinutes(1)).articles().stream().map(a -> a.id().value()))
        .containsExactly("later", "late");
  }

  private SearchHits search(String typed, Duration work) {
    return Jdbi.create(address)
        .withHandle(handle ->
            new SearchReader(handle, work, STRETCH)
                .search((SearchQuery) SearchQuery.read(typed), 0, 100));
  }

  private static List<String> newest(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + (ARTICLES - 1 - i)).toList();
  }
}

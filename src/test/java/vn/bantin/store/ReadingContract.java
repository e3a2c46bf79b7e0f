package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange.Withdraw;
import vn.bantin.article.ArticleId;
import vn.bantin.article.State;

/** What every database must find for those who only read. */
interface ReadingContract extends StoreUnderTest {

  @Test
  default void readsFeedsTogetherEachWithinItsLimit() {
    put(article("a", "dan-van", 1));
    put(article("b", "kinh-te", 2));
    put(article("c", "kinh-te", 3));
    SequencedMap<String, Integer> limits = new LinkedHashMap<>();
    limits.put("kinh-te", 1);
    limits.put("never", 5);
    limits.put("all", 9);
    List<FeedContents> contents = store().feeds(limits);
    assertThat(contents)
        .extracting(FeedContents::version)
        .containsExactly(version("kinh-te"), version("all"));
    assertThat(contents)
        .extracting(c -> c.entries().stream().map(e -> e.article().id().value()).toList())
        .containsExactly(List.of("c"), List.of("c", "b", "a"));
  }

  @Test
  default void readsFeedsAtOneMomentWhileAnArticleMovesBetweenThem() throws Exception {
    SequencedMap<String, Integer> limits = new LinkedHashMap<>(Map.of("dan-van", 9));
    limits.put("kinh-te", 9);
    put(article("a", "dan-van", 1));
    AtomicBoolean moving = new AtomicBoolean(true);
    Thread mover =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; moving.get(); i++) {
                put(article("a", i % 2 == 0 ? "kinh-te" : "dan-van", 1));
              }
            });
    try {
      long moves = store().sequence();
      while (store().sequence() < moves + 100) {
        assertThat(store().feeds(limits).stream().mapToInt(c -> c.entries().size()).sum()).isOne();
      }
    } finally {
      moving.set(false);
      mover.join();
    }
  }

  @Test
  default void tellsWhichFeedsChangedSince() {
    long sequence = store().sequence();
    put(article("a", "dan-van", 1));
    assertThat(store().changedSince(sequence))
        .extracting(FeedVersion::feed)
        .containsExactlyInAnyOrder("all", "dan-van");
    assertThat(store().changedSince(store().sequence())).isEmpty();
  }

  @Test
  default void listsNewestFirstWithFiltersAndPages() {
    for (int i = 0; i < 7; i++) {
      put(article("a" + i, i % 2 == 0 ? "dan-van" : "kinh-te", i / 2));
    }
    apply(new Withdraw(new ArticleId("a3"), "x"));
    List<Article> all = store().list(new ArticleQuery(null, null, null, 100));
    assertThat(all).extracting(a -> a.id().value()).hasSize(7).startsWith("a6").endsWith("a0");
    List<Article> walked = new ArrayList<>();
    ArticleId after = null;
    while (true) {
      List<Article> page = store().list(new ArticleQuery(null, null, after, 2));
      if (page.isEmpty()) {
        break;
      }
      walked.addAll(page);
      after = page.getLast().id();
    }
    assertThat(walked).isEqualTo(all);
    assertThat(store().list(new ArticleQuery(State.WITHDRAWN, null, null, 10)))
        .extracting(a -> a.id().value())
        .containsExactly("a3");
    assertThat(store().list(new ArticleQuery(null, "kinh-te", null, 10))).hasSize(3);
  }

  @Test
  default void listsACategoryInPagesAsItsArticlesAreNow() {
    for (int i = 0; i < 9; i++) {
      put(article("a" + i, i % 3 == 0 ? "kinh-te" : "dan-van", i / 2));
    }
    put(article("a3", "dan-van", 1));
    put(article("a4", "kinh-te", 2));
    put(article("a6", "kinh-te", 0));
    apply(new Withdraw(new ArticleId("a0"), "x"));
    assertThat(listed(null, "kinh-te", null)).containsExactly("a4", "a6", "a0");
    assertThat(listed(null, "kinh-te", "a4")).containsExactly("a6", "a0");
    assertThat(listed(State.LIVE, "kinh-te", null)).containsExactly("a4", "a6");
    assertThat(listed(State.WITHDRAWN, "kinh-te", "a6")).containsExactly("a0");
    assertThat(listed(null, "dan-van", "a4")).containsExactly("a3", "a2", "a1");
    assertThat(listed(null, "kinh", null)).isEmpty();
    assertThat(listed(null, "dan-van", "never")).isEmpty();
    assertThat(listed(null, null, "never")).isEmpty();
  }

  private List<String> listed(
      @Nullable State state, @Nullable String category, @Nullable String after) {
    ArticleId last = after == null ? null : new ArticleId(after);
    return store().list(new ArticleQuery(state, category, last, 10)).stream()
        .map(a -> a.id().value())
        .toList();
  }
}

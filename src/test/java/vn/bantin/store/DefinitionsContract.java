package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bantin.article.Articles.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.ArticleChange.Withdraw;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.Placement;

/** What every database must make of feeds that are defined in another way. */
interface DefinitionsContract extends StoreUnderTest {

  @Test
  default void aChangedLookMovesTheVersionAndNothingElse() {
    put(article("a", "dan-van", 1));
    FeedContents before = store().feed("dan-van", 10).orElseThrow();
    long all = version("all").seq();
    assertThat(define("1", "2")).isTrue();
    FeedContents after = store().feed("dan-van", 10).orElseThrow();
    assertThat(after.version().seq()).isGreaterThan(before.version().seq());
    assertThat(after.version().changedAt()).isAfter(before.version().changedAt());
    assertThat(after.entries()).isEqualTo(before.entries());
    assertThat(version("all").seq()).isEqualTo(all);
  }

  @Test
  default void aLookThatIsNotToldStaysAsItIs() {
    assertThat(
            store()
                .define(
                    FEEDS.stream().map(f -> new FeedDeclaration(f.name(), "1", null)).toList(),
                    PLACEMENT))
        .isFalse();
  }

  @Test
  default void changedRulesPlaceEveryArticleAnew() {
    put(article("a", "dan-van", 1));
    put(article("b", "kinh-te", 2));
    Placement swapped =
        new OtherPlacement(article ->
            article.categories().contains("kinh-te") ? Set.of("dan-van") : Set.of("kinh-te"));
    store()
        .define(
            List.of(
                new FeedDeclaration("all", "1", "1"),
                new FeedDeclaration("dan-van", "2", "1"),
                new FeedDeclaration("kinh-te", "1", "1")),
            swapped);
    assertThat(ids("dan-van")).containsExactly("b");
    assertThat(ids("kinh-te")).containsExactly("b");
    assertThat(ids("all")).containsExactly("b", "a");
  }

  @Test
  default void refusesToPlaceByOtherRulesThanItWasTold() {
    Map<String, String> told = Map.of("all", "1", "dan-van", "1", "kinh-te", "1");
    Map<String, String> other = Map.of("all", "1", "dan-van", "2", "kinh-te", "1");
    Map<String, String> fewer = Map.of("all", "1", "dan-van", "1");
    List<ArticleChange> put = List.of(new Put(article("a", "dan-van", 1)));
    for (Map<String, String> rules : List.of(other, fewer)) {
      assertThatThrownBy(() ->
              store().apply(put, new OtherPlacement(PLACEMENT::feedsOf, rules), Articles.EDITOR))
          .isInstanceOf(StaleRulesException.class)
          .hasMessageContaining(rules.equals(other) ? "dan-van" : "kinh-te");
    }
    assertThat(store().count()).isZero();
    assertThat(
            store()
                .apply(put, new OtherPlacement(PLACEMENT::feedsOf, told), Articles.EDITOR)
                .getFirst())
        .isInstanceOf(ChangeOutcome.Created.class);
    assertThat(
            store()
                .apply(
                    List.of(new Withdraw(new ArticleId("a"), "x")),
                    new OtherPlacement(PLACEMENT::feedsOf, other),
                    Articles.EDITOR)
                .getFirst())
        .isInstanceOf(ChangeOutcome.Withdrawn.class);
  }

  @Test
  default void refusesRulesThatAnotherProcessHasReplacedSinceItLastLooked() {
    Placement placement =
        new OtherPlacement(PLACEMENT::feedsOf, Map.of("all", "1", "dan-van", "1", "kinh-te", "1"));
    apply(placement, "a");
    apply(placement, "b");
    List<FeedDeclaration> others = new ArrayList<>(FEEDS);
    others.set(2, new FeedDeclaration("kinh-te", "2", null));
    try (ArticleStore again = again()) {
      again.define(others, PLACEMENT);
      // What moves after that does not hide it.
      again.apply(List.of(new Put(article("c", "kinh-te", 3))), PLACEMENT, Articles.EDITOR);
    }
    assertThatThrownBy(() -> apply(placement, "d"))
        .isInstanceOf(StaleRulesException.class)
        .hasMessageContaining("kinh-te")
        .hasMessageNotContaining("dan-van");
    assertThat(store().count()).isEqualTo(3);
    store().define(FEEDS, PLACEMENT);
    apply(placement, "d");
    assertThat(store().count()).isEqualTo(4);
  }

  @Test
  default void refusesRulesOfAFeedThatAnotherProcessHasTakenAwayOrAdded() {
    Placement placement =
        new OtherPlacement(PLACEMENT::feedsOf, Map.of("all", "1", "dan-van", "1", "kinh-te", "1"));
    List<FeedDeclaration> more = new ArrayList<>(FEEDS);
    more.add(new FeedDeclaration("ton-giao", "1", "1"));
    apply(placement, "a");
    try (ArticleStore again = again()) {
      for (List<FeedDeclaration> others : List.of(FEEDS.subList(0, 2), more)) {
        again.define(others, PLACEMENT);
        assertThatThrownBy(() -> apply(placement, "b")).isInstanceOf(StaleRulesException.class);
        again.define(FEEDS, PLACEMENT);
        apply(placement, "b");
      }
    }
  }

  @Test
  default void aVisitorDefinesWhatIsNewAndRetiresNothing() {
    put(article("a", "dan-van", 1));
    long danVan = version("dan-van").seq();
    store()
        .introduce(
            List.of(new FeedDeclaration("x", "1", null)), new OtherPlacement(_ -> Set.of("x")));
    assertThat(ids("x")).containsExactly("a");
    assertThat(ids("dan-van")).containsExactly("a");
    assertThat(version("dan-van").seq()).isEqualTo(danVan);
    assertThat(store().define(FEEDS, PLACEMENT)).isTrue();
    assertThat(store().define(FEEDS, PLACEMENT)).isFalse();
  }

  @Test
  default void aTouchMovesTheVersionAlone() {
    put(article("a", "dan-van", 1));
    FeedContents before = store().feed("dan-van", 10).orElseThrow();
    FeedVersion all = version("all");
    store().touch(Set.of("dan-van"));
    FeedContents after = store().feed("dan-van", 10).orElseThrow();
    assertThat(after.version().changedAt()).isAfter(before.version().changedAt());
    assertThat(after.version().seq()).isGreaterThan(before.version().seq());
    assertThat(after.entries()).isEqualTo(before.entries());
    assertThat(version("all")).isEqualTo(all);
    long sequence = store().sequence();
    store().touch(Set.of());
    assertThat(store().sequence()).isEqualTo(sequence);
  }

  @Test
  default void aFeedThatIsTakenAwayAndBroughtBackIsWhole() {
    store().define(FEEDS.subList(0, 1), PLACEMENT);
    put(article("a", "other", 1));
    store().define(FEEDS, new OtherPlacement(_ -> Set.of("dan-van")));
    assertThat(ids("dan-van")).containsExactly("a");
  }

  @Test
  default void aNewFeedTakesInTheArticlesThatAreThere() {
    put(article("a", "ton-giao", 1));
    assertThat(store().feed("ton-giao", 10)).isEmpty();
    List<FeedDeclaration> more = new ArrayList<>(FEEDS);
    more.add(new FeedDeclaration("ton-giao", "1", "1"));
    store().define(more, PLACEMENT);
    assertThat(ids("ton-giao")).containsExactly("a");
  }

  private void apply(Placement placement, String id) {
    store().apply(List.of(new Put(article(id, "dan-van", 1))), placement, Articles.EDITOR);
  }

  private boolean define(String rules, String look) {
    List<FeedDeclaration> feeds = new ArrayList<>(FEEDS);
    feeds.set(1, new FeedDeclaration("dan-van", rules, look));
    return store().define(feeds, PLACEMENT);
  }
}

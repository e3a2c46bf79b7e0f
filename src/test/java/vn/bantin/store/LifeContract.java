package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.bantin.article.Articles.EDITOR;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.scheduled;
import static vn.bantin.article.Articles.titled;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.ArticleChange.Withdraw;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.article.Carriage;
import vn.bantin.article.History;
import vn.bantin.article.Revision;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;
import vn.bantin.article.Turn;

/** What every database must do with the states of articles and their history. */
interface LifeContract extends StoreUnderTest {

  ArticleId A = new ArticleId("a");

  @Test
  default void whatIsScheduledTouchesNoFeedUntilItsTime() {
    FeedVersion before = version("dan-van");
    put(waiting("a", 60));
    clock().move(Duration.ofSeconds(59));
    assertThat(store().turn(PLACEMENT)).isEmpty();
    assertThat(version("dan-van")).isEqualTo(before);
    assertThat(ids("all")).isEmpty();
    assertThat(store().wasPublic(A)).isFalse();
    clock().move(Duration.ofSeconds(1));
    List<Turn> turns = store().turn(PLACEMENT);
    assertThat(turns)
        .extracting(Turn::id, Turn::from, Turn::to)
        .containsExactly(tuple(A, State.SCHEDULED, State.LIVE));
    assertThat(version("dan-van").seq()).isEqualTo(turns.getFirst().seq());
    assertThat(ids("dan-van")).containsExactly("a");
    assertThat(store().find(A)).map(Article::state).contains(State.LIVE);
    assertThat(store().wasPublic(A)).isTrue();
    assertThat(store().turn(PLACEMENT)).isEmpty();
  }

  @Test
  default void whatExpiresLeavesItsFeeds() {
    OffsetDateTime end = now().plusSeconds(60);
    put(scheduled(article("a", "dan-van", 1), State.LIVE, new Schedule(null, null, end)));
    assertThat(ids("dan-van")).containsExactly("a");
    FeedVersion before = version("dan-van");
    clock().move(Duration.ofSeconds(60));
    assertThat(store().turn(PLACEMENT)).extracting(Turn::to).containsExactly(State.EXPIRED);
    assertThat(ids("dan-van")).isEmpty();
    assertThat(version("dan-van").seq()).isGreaterThan(before.seq());
    assertThat(version("dan-van").changedAt()).isAfter(before.changedAt());
  }

  @Test
  default void whatHadItsWholeTimeWhileNobodyLookedIsNeverPublic() {
    OffsetDateTime start = now().plusSeconds(10);
    Schedule schedule = new Schedule(start, null, start.plusSeconds(10));
    put(scheduled(article("a", "dan-van", 1), State.SCHEDULED, schedule));
    FeedVersion before = version("dan-van");
    clock().move(Duration.ofHours(1));
    assertThat(store().turn(PLACEMENT)).extracting(Turn::to).containsExactly(State.EXPIRED);
    assertThat(version("dan-van")).isEqualTo(before);
    assertThat(store().wasPublic(A)).isFalse();
  }

  @Test
  default void anEmbargoEndsByTheClock() {
    OffsetDateTime start = now().plusSeconds(10);
    Schedule schedule = new Schedule(start, start.plusSeconds(10), null);
    put(scheduled(article("a", "dan-van", 1), State.SCHEDULED, schedule));
    clock().move(Duration.ofSeconds(10));
    assertThat(store().turn(PLACEMENT)).extracting(Turn::to).containsExactly(State.EMBARGOED);
    assertThat(ids("dan-van")).isEmpty();
    clock().move(Duration.ofSeconds(10));
    assertThat(store().turn(PLACEMENT)).extracting(Turn::to).containsExactly(State.LIVE);
    assertThat(ids("dan-van")).containsExactly("a");
  }

  @Test
  default void aClockSetBackLetsWaitAndShowsNothingTwice() {
    put(waiting("a", 60));
    put(waiting("b", 120));
    clock().move(Duration.ofSeconds(60));
    assertThat(store().turn(PLACEMENT)).hasSize(1);
    clock().move(Duration.ofHours(-1));
    assertThat(store().turn(PLACEMENT)).isEmpty();
    assertThat(ids("dan-van")).containsExactly("a");
    clock().move(Duration.ofMinutes(61));
    assertThat(store().turn(PLACEMENT)).extracting(Turn::id).containsExactly(new ArticleId("b"));
    assertThat(ids("dan-van")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  default void whatAnotherServerSchedulesSoonerIsNotMissed() {
    put(waiting("late", 600));
    assertThat(store().turn(PLACEMENT)).isEmpty();
    try (ArticleStore other = again()) {
      other.apply(List.of(new Put(waiting("soon", 60))), PLACEMENT, Articles.EDITOR);
    }
    clock().move(Duration.ofSeconds(60));
    assertThat(store().turn(PLACEMENT)).extracting(Turn::id).containsExactly(new ArticleId("soon"));
  }

  @Test
  default void ofSeveralServersOneMakesEachTurn() {
    IntStream.range(0, 200).forEach(i -> put(waiting("n" + i, 60 + i)));
    ConcurrentLinkedQueue<Turn> turns = new ConcurrentLinkedQueue<>();
    clock().move(Duration.ofHours(1));
    try (ArticleStore other = again()) {
      List<ArticleStore> stores = List.of(store(), other, store(), other);
      stores.parallelStream().forEach(one -> turns.addAll(one.turn(PLACEMENT)));
    }
    assertThat(turns).hasSize(200).extracting(Turn::id).doesNotHaveDuplicates();
    assertThat(entries("dan-van")).hasSize(100);
    assertThat(revisions("n7")).hasSize(2);
  }

  @Test
  default void moreThanOneTransactionTakesAreTurnedByTheNext() {
    List<ArticleChange> puts = new ArrayList<>();
    IntStream.range(0, 1_001).forEach(i -> puts.add(new Put(waiting("n" + i, 60))));
    store().apply(puts, PLACEMENT, EDITOR);
    clock().move(Duration.ofHours(1));
    assertThat(store().turn(PLACEMENT)).hasSize(1_000);
    assertThat(store().turn(PLACEMENT)).hasSize(1);
    assertThat(store().turn(PLACEMENT)).isEmpty();
  }

  @Test
  default void aChangedMindChangesTheTime() {
    put(waiting("a", 60));
    put(waiting("a", 120));
    clock().move(Duration.ofSeconds(60));
    assertThat(store().turn(PLACEMENT)).isEmpty();
    apply(new Withdraw(A, "thôi"));
    clock().move(Duration.ofHours(1));
    assertThat(store().turn(PLACEMENT)).isEmpty();
    assertThat(ids("dan-van")).isEmpty();
    assertThat(store().wasPublic(A)).isFalse();
  }

  @Test
  default void whatComesAgainWithItsScheduleIsNotTakenBack() {
    Article waiting = waiting("a", 60);
    put(waiting);
    clock().move(Duration.ofSeconds(60));
    store().turn(PLACEMENT);
    clock().move(Duration.ofHours(-1));
    long sequence = store().sequence();
    put(waiting);
    assertThat(store().find(A)).map(Article::state).contains(State.LIVE);
    assertThat(store().sequence()).isEqualTo(sequence);
    put(waiting("a", 7_200));
    assertThat(store().find(A)).map(Article::state).contains(State.SCHEDULED);
    assertThat(ids("dan-van")).isEmpty();
  }

  @Test
  default void whatIsDueWhenItIsStoredIsPublicAtOnce() {
    Article waiting = waiting("a", 60);
    clock().move(Duration.ofSeconds(60));
    put(waiting);
    assertThat(ids("dan-van")).containsExactly("a");
  }

  @Test
  default void whatMovesNoFeedTakesNoSecond() {
    for (int i = 0; i < 20; i++) {
      put(waiting("n" + i, 7_200));
    }
    put(article("a", "dan-van", 1));
    assertThat(version("dan-van").changedAt()).isBefore(clock().instant().plusSeconds(10));
    assertThat(revisions("n7").getFirst().at()).isEqualTo(clock().instant().minusMillis(700));
  }

  @Test
  default void whoGoesByOtherRulesTurnsNothing() {
    put(waiting("a", 60));
    clock().move(Duration.ofHours(1));
    OtherPlacement stale = new OtherPlacement(PLACEMENT::feedsOf, Map.of("dan-van", "0"));
    assertThatThrownBy(() -> store().turn(stale)).isInstanceOf(StaleRulesException.class);
    assertThat(store().find(A)).map(Article::state).contains(State.SCHEDULED);
    assertThat(store().turn(PLACEMENT)).hasSize(1);
  }

  @Test
  default void aScheduleIsGivenBackJustAsItWasPut() {
    OffsetDateTime start = now().plusSeconds(10);
    Schedule schedule = new Schedule(start, start.plusSeconds(1), start.plusSeconds(2));
    Article article = scheduled(article("a", "dan-van", 1), State.SCHEDULED, schedule);
    put(article);
    assertThat(store().find(A)).contains(article);
  }

  @Test
  default void theHistorySaysWhoAndWhichFeedsCarriedIt() {
    Article first = waiting("a", 60);
    put(first);
    clock().move(Duration.ofSeconds(60));
    long live = store().turn(PLACEMENT).getFirst().seq();
    Article moved = titled(store().find(A).orElseThrow(), "Tin đã sửa");
    put(moved.withCategories(List.of("kinh-te")));
    long replaced = version("kinh-te").seq();
    apply(new Withdraw(A, "sai"));
    long withdrawn = version("kinh-te").seq();
    History history = store().history(A, LIFETIMES).orElseThrow();
    assertThat(history.revisions())
        .extracting(Revision::number, Revision::actor, r -> r.article().state())
        .containsExactly(
            tuple(1, EDITOR, State.SCHEDULED),
            tuple(2, Actor.CLOCK, State.LIVE),
            tuple(3, EDITOR, State.LIVE),
            tuple(4, EDITOR, State.WITHDRAWN));
    assertThat(history.revisions().getFirst().article()).isEqualTo(first);
    assertThat(history.revisions().getLast().article().note()).isEqualTo("sai");
    assertThat(history.carriages())
        .extracting(Carriage::feed, Carriage::revision, Carriage::fromSeq, Carriage::toSeq)
        .containsExactlyInAnyOrder(
            tuple("all", 2, live, replaced),
            tuple("dan-van", 2, live, replaced),
            tuple("all", 3, replaced, withdrawn),
            tuple("kinh-te", 3, replaced, withdrawn));
    assertThat(history.carriages())
        .allSatisfy(carriage -> assertThat(carriage.to()).isAfter(carriage.from()));
  }

  @Test
  default void aFeedThatTakesAnArticleInLaterCarriesItFromThen() {
    put(article("a", "kinh-te", 1));
    long before = store().sequence();
    OtherPlacement wider = new OtherPlacement(_ -> Set.of("all", "dan-van", "kinh-te"), Map.of());
    store().define(List.of(new FeedDeclaration("dan-van", "2", "1")), wider);
    assertThat(store().history(A, LIFETIMES).orElseThrow().carriages())
        .filteredOn(carriage -> carriage.feed().equals("dan-van"))
        .singleElement()
        .satisfies(carriage -> {
          assertThat(carriage.fromSeq()).isGreaterThan(before);
          assertThat(carriage.toSeq()).isNull();
        });
  }

  @Test
  default void copiesLiveLongerWhereAFullPageOfTheArchiveHadTheText() {
    put(article("a", "dan-van", 1));
    assertThat(copiesLive("a")).isEmpty();
    put(article("a", "dan-van", 2));
    put(article("b", "dan-van", 3));
    put(article("a", "dan-van", 4));
    assertThat(copiesLive("a")).containsExactly(FRESH, FRESH, ARCHIVED, ARCHIVED);
    put(article("c", "dan-van", 5));
    apply(new Withdraw(new ArticleId("c"), "sai"));
    put(article("d", "dan-van", 6));
    assertThat(copiesLive("c")).containsExactly(FRESH, FRESH);
  }

  @Test
  default void saysWhyArticlesWereWithdrawnAndNothingOfOthers() {
    List<String> ids = List.of("a", "b", "c");
    ids.forEach(id -> put(article(id, "dan-van", 1)));
    apply(new Withdraw(A, "sai số liệu"));
    apply(new Withdraw(new ArticleId("c"), "nhầm tên"));
    List<ArticleId> asked = Stream.of("a", "b", "never").map(ArticleId::new).toList();
    assertThat(store().reasons(asked)).isEqualTo(Map.of(A, "sai số liệu"));
    assertThat(store().reasons(List.of())).isEmpty();
  }

  private List<Duration> copiesLive(String id) {
    return store().history(new ArticleId(id), LIFETIMES).orElseThrow().carriages().stream()
        .filter(carriage -> carriage.to() != null)
        .map(carriage -> Duration.between(carriage.to(), carriage.copiesUntil()))
        .toList();
  }

  @Test
  default void thereIsNoHistoryOfWhatNeverWas() {
    assertThat(store().history(A, LIFETIMES)).isEmpty();
    assertThat(store().wasPublic(A)).isFalse();
  }

  private List<Revision> revisions(String id) {
    return store().history(new ArticleId(id), LIFETIMES).orElseThrow().revisions();
  }

  private Article waiting(String id, int seconds) {
    Schedule schedule = new Schedule(now().plusSeconds(seconds), null, null);
    return scheduled(article(id, "dan-van", 1), State.SCHEDULED, schedule);
  }

  private OffsetDateTime now() {
    return clock().instant().atOffset(ZoneOffset.ofHours(7)).withNano(0);
  }
}

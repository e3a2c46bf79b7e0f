package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.titled;
import static vn.bantin.article.Articles.withMedia;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.ArticleChange.Withdraw;
import vn.bantin.article.ArticleId;
import vn.bantin.article.CategoryPlacement;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.Placement;
import vn.bantin.article.State;

/** What every database must do for an {@link ArticleStore}; one subclass a database. */
abstract class ArticleStoreContract {

  private static final Placement PLACEMENT = new CategoryPlacement();
  private static final List<FeedDeclaration> FEEDS =
      Stream.of("all", "dan-van", "kinh-te").map(f -> new FeedDeclaration(f, "1", "1")).toList();

  final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00.700Z"));
  private ArticleStore store;

  /** Opens the same database at every call. */
  abstract ArticleStore open(SettableClock clock);

  @BeforeEach
  void define() {
    store = open(clock);
    store.define(FEEDS, PLACEMENT);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void givesBackJustTheArticleThatWasPut() {
    Article article = withMedia(article("a", "dan-van", 1));
    assertThat(put(article)).isInstanceOf(ChangeOutcome.Created.class);
    assertThat(store.find(article.id())).contains(article);
    assertThat(store.count()).isEqualTo(1);
  }

  @Test
  void putsAnArticleIntoItsFeedsAndNoOther() {
    long kinhTe = version("kinh-te").seq();
    put(article("a", "dan-van", 1));
    assertThat(ids("dan-van")).containsExactly("a");
    assertThat(ids("all")).containsExactly("a");
    assertThat(ids("kinh-te")).isEmpty();
    assertThat(version("kinh-te").seq()).isEqualTo(kinhTe);
  }

  @Test
  void readsFeedsTogetherEachWithinItsLimit() {
    put(article("a", "dan-van", 1));
    put(article("b", "kinh-te", 2));
    put(article("c", "kinh-te", 3));
    SequencedMap<String, Integer> limits = new LinkedHashMap<>();
    limits.put("kinh-te", 1);
    limits.put("never", 5);
    limits.put("all", 9);
    List<FeedContents> contents = store.feeds(limits);
    assertThat(contents)
        .extracting(FeedContents::version)
        .containsExactly(version("kinh-te"), version("all"));
    assertThat(contents)
        .extracting(c -> c.entries().stream().map(e -> e.article().id().value()).toList())
        .containsExactly(List.of("c"), List.of("c", "b", "a"));
  }

  @Test
  void readsFeedsAtOneMomentWhileAnArticleMovesBetweenThem() throws Exception {
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
      long moves = store.sequence();
      while (store.sequence() < moves + 100) {
        assertThat(store.feeds(limits).stream().mapToInt(c -> c.entries().size()).sum()).isOne();
      }
    } finally {
      moving.set(false);
      mover.join();
    }
  }

  @Test
  void repeatingAPutChangesNothing() {
    put(article("a", "dan-van", 1));
    FeedVersion before = version("all");
    long sequence = store.sequence();
    clock.move(Duration.ofHours(1));
    assertThat(put(article("a", "dan-van", 1))).isEqualTo(new ChangeOutcome.Unchanged());
    assertThat(version("all")).isEqualTo(before);
    assertThat(store.sequence()).isEqualTo(sequence);
  }

  @Test
  void aReplacementMovesTheFeedsBeforeAndAfter() {
    put(article("a", "dan-van", 1));
    long danVan = version("dan-van").seq();
    long kinhTe = version("kinh-te").seq();
    assertThat(put(article("a", "kinh-te", 1))).isInstanceOf(ChangeOutcome.Replaced.class);
    assertThat(ids("dan-van")).isEmpty();
    assertThat(ids("kinh-te")).containsExactly("a");
    assertThat(version("dan-van").seq()).isGreaterThan(danVan);
    assertThat(version("kinh-te").seq()).isGreaterThan(kinhTe);
  }

  @Test
  void anEntryKeepsItsPositionThroughLeavingAndComingBack() {
    put(article("a", "dan-van", 1));
    put(article("b", "dan-van", 2));
    put(article("a", "kinh-te", 1));
    put(article("a", "dan-van", 1));
    assertThat(entries("dan-van"))
        .extracting(e -> e.article().id().value() + "@" + e.position())
        .containsExactly("b@2", "a@1");
  }

  @Test
  void aFeedIsNewestFirstByPublicationThenByPosition() {
    put(article("late", "dan-van", 30));
    put(article("early", "dan-van", 10));
    put(article("same", "dan-van", 30));
    assertThat(ids("dan-van")).containsExactly("same", "late", "early");
    assertThat(store.feed("dan-van", 2).orElseThrow().entries()).hasSize(2);
  }

  @Test
  void aWithdrawnArticleLeavesItsFeedsAndStaysAway() {
    put(article("a", "dan-van", 1));
    FeedVersion before = version("dan-van");
    assertThat(apply(new Withdraw(new ArticleId("a"), "sai sự thật")))
        .isInstanceOf(ChangeOutcome.Withdrawn.class);
    assertThat(ids("dan-van")).isEmpty();
    assertThat(version("dan-van").changedAt()).isAfter(before.changedAt());
    Article withdrawn = store.find(new ArticleId("a")).orElseThrow();
    assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
    assertThat(withdrawn.note()).isEqualTo("sai sự thật");
    assertThat(put(titled(article("a", "dan-van", 1), "Khác")))
        .isEqualTo(new ChangeOutcome.StaysWithdrawn());
    assertThat(apply(new Withdraw(new ArticleId("a"), "lần nữa")))
        .isEqualTo(new ChangeOutcome.StaysWithdrawn());
    assertThat(ids("dan-van")).isEmpty();
  }

  @Test
  void anUnknownArticleCannotBeWithdrawn() {
    assertThat(apply(new Withdraw(new ArticleId("none"), "x")))
        .isEqualTo(new ChangeOutcome.Unknown());
  }

  @Test
  void everyTransactionHasASecondOfItsOwn() {
    put(article("a", "dan-van", 1));
    Instant first = version("dan-van").changedAt();
    put(article("b", "dan-van", 2));
    Instant second = version("dan-van").changedAt();
    assertThat(second).isEqualTo(first.plusSeconds(1));
    clock.move(Duration.ofMinutes(1));
    put(article("c", "dan-van", 3));
    assertThat(version("dan-van").changedAt()).isEqualTo(Instant.parse("2026-03-01T00:01:00Z"));
  }

  @Test
  void aClockSetBackNeverTakesAFeedBack() {
    put(article("a", "dan-van", 1));
    FeedVersion before = version("dan-van");
    clock.move(Duration.ofHours(-1));
    put(article("b", "dan-van", 2));
    assertThat(version("dan-van").changedAt()).isEqualTo(before.changedAt().plusSeconds(1));
    assertThat(version("dan-van").seq()).isGreaterThan(before.seq());
  }

  @Test
  void oneTransactionIsOneSecondButEveryChangeHasItsNumber() {
    List<ChangeOutcome> outcomes =
        store.apply(
            List.of(
                new Put(article("a", "dan-van", 1)),
                new Put(article("b", "kinh-te", 2)),
                new Put(article("a", "dan-van", 1))),
            PLACEMENT);
    assertThat(outcomes.get(0)).isInstanceOf(ChangeOutcome.Created.class);
    assertThat(outcomes.get(1)).isInstanceOf(ChangeOutcome.Created.class);
    assertThat(outcomes.get(2)).isEqualTo(new ChangeOutcome.Unchanged());
    assertThat(version("dan-van").changedAt()).isEqualTo(version("kinh-te").changedAt());
    assertThat(version("dan-van").seq()).isNotEqualTo(version("kinh-te").seq());
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    long sequence = store.sequence();
    Placement nowhere = elsewhere("a-feed-that-throws");
    assertThatThrownBy(() ->
            store.apply(
                List.of(new Put(article("a", "dan-van", 1)), new Put(article("b", "x", 1))),
                nowhere))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.find(new ArticleId("a"))).isEmpty();
    assertThat(ids("dan-van")).isEmpty();
    assertThat(store.sequence()).isEqualTo(sequence);
    assertThat(put(article("a", "dan-van", 1))).isInstanceOf(ChangeOutcome.Created.class);
  }

  @Test
  void everythingIsThereAfterReopening() {
    put(withMedia(article("a", "dan-van", 1)));
    apply(new Withdraw(new ArticleId("a"), "x"));
    put(article("b", "dan-van", 2));
    FeedContents before = store.feed("dan-van", 10).orElseThrow();
    store.close();
    store = open(clock);
    assertThat(store.define(FEEDS, PLACEMENT)).isFalse();
    assertThat(store.feed("dan-van", 10)).contains(before);
  }

  @Test
  void aChangedLookMovesTheVersionAndNothingElse() {
    put(article("a", "dan-van", 1));
    FeedContents before = store.feed("dan-van", 10).orElseThrow();
    long all = version("all").seq();
    assertThat(define("1", "2")).isTrue();
    FeedContents after = store.feed("dan-van", 10).orElseThrow();
    assertThat(after.version().seq()).isGreaterThan(before.version().seq());
    assertThat(after.version().changedAt()).isAfter(before.version().changedAt());
    assertThat(after.entries()).isEqualTo(before.entries());
    assertThat(version("all").seq()).isEqualTo(all);
  }

  @Test
  void aLookThatIsNotToldStaysAsItIs() {
    assertThat(
            store.define(
                FEEDS.stream().map(f -> new FeedDeclaration(f.name(), "1", null)).toList(),
                PLACEMENT))
        .isFalse();
  }

  @Test
  void changedRulesPlaceEveryArticleAnew() {
    put(article("a", "dan-van", 1));
    put(article("b", "kinh-te", 2));
    Placement swapped = elsewhere("swapped");
    store.define(
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
  void refusesToPlaceByOtherRulesThanItWasTold() {
    Map<String, String> told = Map.of("all", "1", "dan-van", "1", "kinh-te", "1");
    Map<String, String> other = Map.of("all", "1", "dan-van", "2", "kinh-te", "1");
    Map<String, String> fewer = Map.of("all", "1", "dan-van", "1");
    List<ArticleChange> put = List.of(new Put(article("a", "dan-van", 1)));
    for (Map<String, String> rules : List.of(other, fewer)) {
      assertThatThrownBy(() -> store.apply(put, ruled(rules)))
          .isInstanceOf(StaleRulesException.class)
          .hasMessageContaining(rules.equals(other) ? "dan-van" : "kinh-te");
    }
    assertThat(store.count()).isZero();
    assertThat(store.apply(put, ruled(told)).getFirst()).isInstanceOf(ChangeOutcome.Created.class);
    assertThat(store.apply(List.of(new Withdraw(new ArticleId("a"), "x")), ruled(other)).getFirst())
        .isInstanceOf(ChangeOutcome.Withdrawn.class);
  }

  @Test
  void aVisitorDefinesWhatIsNewAndRetiresNothing() {
    put(article("a", "dan-van", 1));
    long danVan = version("dan-van").seq();
    store.introduce(List.of(new FeedDeclaration("x", "1", null)), elsewhere("others-are-x"));
    assertThat(ids("x")).containsExactly("a");
    assertThat(ids("dan-van")).containsExactly("a");
    assertThat(version("dan-van").seq()).isEqualTo(danVan);
    assertThat(store.define(FEEDS, PLACEMENT)).isTrue();
    assertThat(store.define(FEEDS, PLACEMENT)).isFalse();
  }

  @Test
  void aTouchMovesTheVersionAlone() {
    put(article("a", "dan-van", 1));
    FeedContents before = store.feed("dan-van", 10).orElseThrow();
    FeedVersion all = version("all");
    store.touch(Set.of("dan-van"));
    FeedContents after = store.feed("dan-van", 10).orElseThrow();
    assertThat(after.version().changedAt()).isAfter(before.version().changedAt());
    assertThat(after.version().seq()).isGreaterThan(before.version().seq());
    assertThat(after.entries()).isEqualTo(before.entries());
    assertThat(version("all")).isEqualTo(all);
    long sequence = store.sequence();
    store.touch(Set.of());
    assertThat(store.sequence()).isEqualTo(sequence);
  }

  @Test
  void aFeedThatIsTakenAwayAndBroughtBackIsWhole() {
    store.define(FEEDS.subList(0, 1), PLACEMENT);
    put(article("a", "other", 1));
    store.define(FEEDS, elsewhere("others-are-dan-van"));
    assertThat(ids("dan-van")).containsExactly("a");
  }

  @Test
  void aNewFeedTakesInTheArticlesThatAreThere() {
    put(article("a", "ton-giao", 1));
    assertThat(store.feed("ton-giao", 10)).isEmpty();
    List<FeedDeclaration> more = new ArrayList<>(FEEDS);
    more.add(new FeedDeclaration("ton-giao", "1", "1"));
    store.define(more, PLACEMENT);
    assertThat(ids("ton-giao")).containsExactly("a");
  }

  @Test
  void tellsWhichFeedsChangedSince() {
    long sequence = store.sequence();
    put(article("a", "dan-van", 1));
    assertThat(store.changedSince(sequence))
        .extracting(FeedVersion::feed)
        .containsExactlyInAnyOrder("all", "dan-van");
    assertThat(store.changedSince(store.sequence())).isEmpty();
  }

  @Test
  void listsNewestFirstWithFiltersAndPages() {
    for (int i = 0; i < 7; i++) {
      put(article("a" + i, i % 2 == 0 ? "dan-van" : "kinh-te", i / 2));
    }
    apply(new Withdraw(new ArticleId("a3"), "x"));
    List<Article> all = store.list(new ArticleQuery(null, null, null, 100));
    assertThat(all).extracting(a -> a.id().value()).hasSize(7).startsWith("a6").endsWith("a0");
    List<Article> walked = new ArrayList<>();
    ArticleId after = null;
    while (true) {
      List<Article> page = store.list(new ArticleQuery(null, null, after, 2));
      if (page.isEmpty()) {
        break;
      }
      walked.addAll(page);
      after = page.getLast().id();
    }
    assertThat(walked).isEqualTo(all);
    assertThat(store.list(new ArticleQuery(State.WITHDRAWN, null, null, 10)))
        .extracting(a -> a.id().value())
        .containsExactly("a3");
    assertThat(store.list(new ArticleQuery(null, "kinh-te", null, 10))).hasSize(3);
  }

  @Test
  void writersInTwoStoresOverOneDatabaseLoseNothing() {
    try (ArticleStore other = open(clock)) {
      ConcurrentLinkedQueue<Long> seqs = new ConcurrentLinkedQueue<>();
      IntStream.range(0, 40)
          .parallel()
          .forEach(i -> {
            ArticleStore one = i % 2 == 0 ? store : other;
            List<ChangeOutcome> outcomes =
                one.apply(List.of(new Put(article("n" + i, "dan-van", i))), PLACEMENT);
            seqs.add(((ChangeOutcome.Created) outcomes.getFirst()).seq());
          });
      assertThat(seqs).doesNotHaveDuplicates().hasSize(40);
    }
    assertThat(ids("dan-van")).hasSize(40);
    assertThat(entries("dan-van").stream().map(FeedEntry::position).distinct()).hasSize(40);
  }

  private ChangeOutcome put(Article article) {
    return apply(new Put(article));
  }

  private ChangeOutcome apply(ArticleChange change) {
    return store.apply(List.of(change), PLACEMENT).getFirst();
  }

  private boolean define(String rules, String look) {
    List<FeedDeclaration> feeds = new ArrayList<>(FEEDS);
    feeds.set(1, new FeedDeclaration("dan-van", rules, look));
    return store.define(feeds, PLACEMENT);
  }

  private FeedVersion version(String feed) {
    return store.feed(feed, 1).orElseThrow().version();
  }

  private List<FeedEntry> entries(String feed) {
    return store.feed(feed, 100).orElseThrow().entries();
  }

  private List<String> ids(String feed) {
    return entries(feed).stream().map(e -> e.article().id().value()).toList();
  }

  private static Placement ruled(Map<String, String> rules) {
    return new Placement() {
      @Override
      public Set<String> feedsOf(Article article) {
        return PLACEMENT.feedsOf(article);
      }

      @Override
      public Map<String, String> rules() {
        return rules;
      }

      @Override
      public List<String> categoriesByWords(Article article) {
        return List.of();
      }
    };
  }

  private static Placement elsewhere(String how) {
    return new Placement() {
      @Override
      public Set<String> feedsOf(Article article) {
        return switch (how) {
          case "swapped" ->
              article.categories().contains("kinh-te") ? Set.of("dan-van") : Set.of("kinh-te");
          case "others-are-x" -> Set.of("x");
          case "others-are-dan-van" -> Set.of("dan-van");
          default -> {
            if (article.categories().contains("x")) {
              throw new IllegalStateException("placing failed");
            }
            yield Set.of("dan-van");
          }
        };
      }

      @Override
      public Map<String, String> rules() {
        return Map.of();
      }

      @Override
      public List<String> categoriesByWords(Article article) {
        return List.of();
      }
    };
  }
}

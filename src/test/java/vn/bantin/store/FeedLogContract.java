package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.titled;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.ArticleChange.Withdraw;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.article.CategoryPlacement;
import vn.bantin.article.Placement;

/** What every database must tell of a feed's latest changes; one subclass a database. */
abstract class FeedLogContract {

  private static final Placement PLACEMENT = new CategoryPlacement();
  private static final List<FeedDeclaration> FEEDS =
      Stream.of("all", "dan-van").map(f -> new FeedDeclaration(f, "1", "1")).toList();

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
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
  void namesEveryEntryOnceByItsLastChange() {
    put(article("a", "dan-van", 1));
    put(article("b", "dan-van", 2));
    put(article("elsewhere", "kinh-te", 3));
    put(titled(article("a", "dan-van", 1), "Sửa"));
    FeedLog log = log("dan-van", 10);
    assertThat(log.version()).isEqualTo(store.feed("dan-van", 1).orElseThrow().version());
    assertThat(said(log)).containsExactly("a", "b");
    assertThat(log.entries().getFirst().changedSeq()).isEqualTo(log.version().seq());
    assertThat(log.entries().getFirst().changedAt()).isEqualTo(log.version().changedAt());
    assertThat(log.entries().get(1).changedSeq()).isLessThan(log.version().seq());
  }

  @Test
  void keepsWhatIsGoneWithTheSecondInWhichItWent() {
    put(article("a", "dan-van", 1));
    put(article("b", "dan-van", 2));
    clock.move(Duration.ofHours(1));
    store.apply(
        List.of(new Withdraw(new ArticleId("a"), "sai sự thật")), PLACEMENT, Articles.EDITOR);
    clock.move(Duration.ofHours(1));
    put(article("b", "kinh-te", 2));
    FeedLog log = log("dan-van", 10);
    assertThat(said(log)).containsExactly("b gone", "a gone");
    assertThat(log.entries())
        .extracting(LoggedEntry::changedAt)
        .containsExactly(
            Instant.parse("2026-03-01T02:00:00Z"), Instant.parse("2026-03-01T01:00:00Z"));
    put(article("b", "dan-van", 2));
    assertThat(said(log("dan-van", 10))).containsExactly("b", "a gone");
  }

  @Test
  void givesNoMoreThanAskedForAndNothingOfAFeedThatNeverWas() {
    for (int i = 0; i < 5; i++) {
      put(article("a" + i, "dan-van", i));
    }
    assertThat(said(log("dan-van", 2))).containsExactly("a4", "a3");
    assertThat(store.log("never", 2)).isEmpty();
  }

  @Test
  void theLookIsAsOldAsTheLastDefinition() {
    long defined = version("dan-van");
    assertThat(log("dan-van", 1).lookSeq()).isEqualTo(defined);
    put(article("a", "dan-van", 1));
    assertThat(version("dan-van")).isGreaterThan(defined);
    assertThat(log("dan-van", 1).lookSeq()).isEqualTo(defined);
    List<FeedDeclaration> other = new ArrayList<>(FEEDS);
    other.set(1, new FeedDeclaration("dan-van", "1", "2"));
    long all = log("all", 1).lookSeq();
    store.define(other, PLACEMENT);
    assertThat(log("dan-van", 1).lookSeq()).isEqualTo(version("dan-van")).isGreaterThan(defined);
    assertThat(log("all", 1).lookSeq()).isEqualTo(all);
  }

  @Test
  void aTouchIsAChangeOfTheLook() {
    put(article("a", "dan-van", 1));
    store.touch(Set.of("dan-van"));
    assertThat(log("dan-van", 1).lookSeq()).isEqualTo(version("dan-van"));
  }

  @Test
  void aFeedThatIsTakenAwayAndBroughtBackHasANewLook() {
    put(article("a", "dan-van", 1));
    long before = version("dan-van");
    store.define(FEEDS.subList(0, 1), PLACEMENT);
    store.define(FEEDS, PLACEMENT);
    assertThat(log("dan-van", 1).lookSeq()).isGreaterThan(before);
  }

  private void put(Article article) {
    List<ArticleChange> changes = List.of(new Put(article));
    store.apply(changes, PLACEMENT, Articles.EDITOR);
  }

  private FeedLog log(String feed, int limit) {
    return store.log(feed, limit).orElseThrow();
  }

  private long version(String feed) {
    return log(feed, 1).version().seq();
  }

  private static List<String> said(FeedLog log) {
    return log.entries().stream()
        .map(entry -> entry.article() + (entry.gone() ? " gone" : ""))
        .toList();
  }
}

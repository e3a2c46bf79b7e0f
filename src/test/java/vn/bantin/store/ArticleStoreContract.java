package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.withMedia;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.ArticleChange.Withdraw;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.Placement;

/** What every database must do for an {@link ArticleStore}; one subclass a database. */
abstract class ArticleStoreContract
    implements EntriesContract,
        LifeContract,
        TokensContract,
        AnswersContract,
        SecondsContract,
        DefinitionsContract,
        ReadingContract,
        SearchContract {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00.700Z"));
  private ArticleStore store;

  /** Opens the same database at every call. */
  abstract ArticleStore open(SettableClock clock);

  @Override
  public final ArticleStore store() {
    return store;
  }

  @Override
  public final SettableClock clock() {
    return clock;
  }

  @Override
  public final ArticleStore again() {
    return open(clock);
  }

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
  void aTransactionThatFailsLeavesNothing() {
    long sequence = store.sequence();
    Placement nowhere =
        new OtherPlacement(article -> {
          if (article.categories().contains("x")) {
            throw new IllegalStateException("placing failed");
          }
          return Set.of("dan-van");
        });
    assertThatThrownBy(() ->
            store.apply(
                List.of(new Put(article("a", "dan-van", 1)), new Put(article("b", "x", 1))),
                nowhere,
                Articles.EDITOR))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.find(new ArticleId("a"))).isEmpty();
    assertThat(ids("dan-van")).isEmpty();
    assertThat(store.sequence()).isEqualTo(sequence);
    assertThat(put(article("a", "dan-van", 1))).isInstanceOf(ChangeOutcome.Created.class);
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
                one.apply(
                    List.of(new Put(article("n" + i, "dan-van", i))), PLACEMENT, Articles.EDITOR);
            seqs.add(((ChangeOutcome.Created) outcomes.getFirst()).seq());
          });
      assertThat(seqs).doesNotHaveDuplicates().hasSize(40);
    }
    assertThat(ids("dan-van")).hasSize(40);
    assertThat(entries("dan-van").stream().map(FeedEntry::position).distinct()).hasSize(40);
  }
}

package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.Articles;
import vn.bantin.article.ChangeOutcome;

/** When changes are said to have happened, in every database. */
interface SecondsContract extends StoreUnderTest {

  @Test
  default void everyTransactionHasASecondOfItsOwn() {
    put(article("a", "dan-van", 1));
    Instant first = version("dan-van").changedAt();
    put(article("b", "dan-van", 2));
    Instant second = version("dan-van").changedAt();
    assertThat(second).isEqualTo(first.plusSeconds(1));
    clock().move(Duration.ofMinutes(1));
    put(article("c", "dan-van", 3));
    assertThat(version("dan-van").changedAt()).isEqualTo(Instant.parse("2026-03-01T00:01:00Z"));
  }

  @Test
  default void aClockSetBackNeverTakesAFeedBack() {
    put(article("a", "dan-van", 1));
    FeedVersion before = version("dan-van");
    clock().move(Duration.ofHours(-1));
    put(article("b", "dan-van", 2));
    assertThat(version("dan-van").changedAt()).isEqualTo(before.changedAt().plusSeconds(1));
    assertThat(version("dan-van").seq()).isGreaterThan(before.seq());
  }

  @Test
  default void oneTransactionIsOneSecondButEveryChangeHasItsNumber() {
    List<ChangeOutcome> outcomes =
        store()
            .apply(
                List.of(
                    new Put(article("a", "dan-van", 1)),
                    new Put(article("b", "kinh-te", 2)),
                    new Put(article("a", "dan-van", 1))),
                PLACEMENT,
                Articles.EDITOR);
    assertThat(outcomes.get(0)).isInstanceOf(ChangeOutcome.Created.class);
    assertThat(outcomes.get(1)).isInstanceOf(ChangeOutcome.Created.class);
    assertThat(outcomes.get(2)).isEqualTo(new ChangeOutcome.Unchanged());
    assertThat(version("dan-van").changedAt()).isEqualTo(version("kinh-te").changedAt());
    assertThat(version("dan-van").seq()).isNotEqualTo(version("kinh-te").seq());
  }
}

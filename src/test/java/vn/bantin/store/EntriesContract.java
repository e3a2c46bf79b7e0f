package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.titled;
import static vn.bantin.article.Articles.withMedia;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange.Withdraw;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.State;

/** What every database must do with articles and their places in feeds. */
interface EntriesContract extends StoreUnderTest {

  @Test
  default void givesBackJustTheArticleThatWasPut() {
    Article article = withMedia(article("a", "dan-van", 1));
    assertThat(store().isEmpty()).isTrue();
    assertThat(put(article)).isInstanceOf(ChangeOutcome.Created.class);
    assertThat(store().find(article.id())).contains(article);
    assertThat(store().count()).isEqualTo(1);
    assertThat(store().isEmpty()).isFalse();
  }

  @Test
  default void putsAnArticleIntoItsFeedsAndNoOther() {
    long kinhTe = version("kinh-te").seq();
    put(article("a", "dan-van", 1));
    assertThat(ids("dan-van")).containsExactly("a");
    assertThat(ids("all")).containsExactly("a");
    assertThat(ids("kinh-te")).isEmpty();
    assertThat(version("kinh-te").seq()).isEqualTo(kinhTe);
  }

  @Test
  default void repeatingAPutChangesNothing() {
    put(article("a", "dan-van", 1));
    FeedVersion before = version("all");
    long sequence = store().sequence();
    clock().move(Duration.ofHours(1));
    assertThat(put(article("a", "dan-van", 1))).isEqualTo(new ChangeOutcome.Unchanged());
    assertThat(version("all")).isEqualTo(before);
    assertThat(store().sequence()).isEqualTo(sequence);
  }

  @Test
  default void aReplacementMovesTheFeedsBeforeAndAfter() {
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
  default void anEntryKeepsItsPositionThroughLeavingAndComingBack() {
    put(article("a", "dan-van", 1));
    put(article("b", "dan-van", 2));
    put(article("a", "kinh-te", 1));
    put(article("a", "dan-van", 1));
    assertThat(entries("dan-van"))
        .extracting(e -> e.article().id().value() + "@" + e.position())
        .containsExactly("b@2", "a@1");
  }

  @Test
  default void aFeedIsNewestFirstByPublicationThenByPosition() {
    put(article("late", "dan-van", 30));
    put(article("early", "dan-van", 10));
    put(article("same", "dan-van", 30));
    assertThat(ids("dan-van")).containsExactly("same", "late", "early");
    assertThat(store().feed("dan-van", 2).orElseThrow().entries()).hasSize(2);
  }

  @Test
  default void aWithdrawnArticleLeavesItsFeedsAndStaysAway() {
    put(article("a", "dan-van", 1));
    FeedVersion before = version("dan-van");
    assertThat(apply(new Withdraw(new ArticleId("a"), "sai sự thật")))
        .isInstanceOf(ChangeOutcome.Withdrawn.class);
    assertThat(ids("dan-van")).isEmpty();
    assertThat(version("dan-van").changedAt()).isAfter(before.changedAt());
    Article withdrawn = store().find(new ArticleId("a")).orElseThrow();
    assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
    assertThat(withdrawn.note()).isEqualTo("sai sự thật");
    assertThat(put(titled(article("a", "dan-van", 1), "Khác")))
        .isEqualTo(new ChangeOutcome.StaysWithdrawn());
    assertThat(apply(new Withdraw(new ArticleId("a"), "lần nữa")))
        .isEqualTo(new ChangeOutcome.StaysWithdrawn());
    assertThat(ids("dan-van")).isEmpty();
  }

  @Test
  default void anUnknownArticleCannotBeWithdrawn() {
    assertThat(apply(new Withdraw(new ArticleId("none"), "x")))
        .isEqualTo(new ChangeOutcome.Unknown());
  }
}

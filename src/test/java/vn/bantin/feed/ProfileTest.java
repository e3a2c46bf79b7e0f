package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.pictured;
import static vn.bantin.article.Articles.saying;
import static vn.bantin.article.Articles.titled;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.article.Article;
import vn.bantin.feed.Shortfall.Rule;

/** What partners demand, at the edge of each rule. */
final class ProfileTest {

  private static final Article BARE = saying(article("a", "dan-van", 1), words(50));

  /** Whatever a profile demands, it has it. */
  private static final Article GOOD = pictured(BARE, 1280, 720);

  private static final Instant PUBLISHED = GOOD.published().toInstant();
  private static final Instant NOW = PUBLISHED.plus(Duration.ofHours(1));

  @ParameterizedTest
  @EnumSource(Profile.class)
  void allTakeWhatHasEverything(Profile profile) {
    assertThat(profile.shortfalls(GOOD, 1, NOW)).isEmpty();
    assertThat(Profile.named(profile.wireName())).contains(profile);
  }

  @Test
  void noneDemandsNothing() {
    Article bare = titled(saying(article("a", "dan-van", 1), ""), "x".repeat(1_000));
    assertThat(Profile.NONE.shortfalls(bare, 500, NOW.plus(Duration.ofDays(3_650)))).isEmpty();
    assertThat(Profile.named("facebook")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MSN,150", "FLIPBOARD,140"})
  void aTitleHasSoManyCharactersAtMost(Profile profile, int most) {
    assertThat(profile.shortfalls(titled(GOOD, "ệ".repeat(most)), 1, NOW)).isEmpty();
    assertThat(profile.shortfalls(titled(GOOD, "🌾".repeat(most)), 1, NOW)).isEmpty();
    assertThat(profile.shortfalls(titled(GOOD, "ệ".repeat(most + 1)), 1, NOW))
        .containsExactly(new Shortfall(Rule.TITLE, most + 1, most));
  }

  @Test
  void msnWantsTheText() {
    assertThat(Profile.MSN.shortfalls(saying(GOOD, words(49)), 1, NOW))
        .containsExactly(new Shortfall(Rule.TEXT, 49, 50));
    assertThat(Profile.MSN.shortfalls(saying(GOOD, ""), 1, NOW))
        .containsExactly(new Shortfall(Rule.TEXT, 0, 50));
    assertThat(Profile.FLIPBOARD.shortfalls(saying(GOOD, ""), 1, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"MSN", "FLIPBOARD"})
  void aPictureMustBeThere(Profile profile) {
    assertThat(profile.shortfalls(BARE, 1, NOW)).containsExactly(new Shortfall(Rule.PICTURE, 0, 1));
    assertThat(profile.shortfalls(pictured(BARE, null, null), 1, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MSN,300,300", "FLIPBOARD,500,1"})
  void aPictureOfKnownSizeIsLargeEnough(Profile profile, int width, int height) {
    assertThat(profile.shortfalls(pictured(BARE, width, height), 1, NOW)).isEmpty();
    assertThat(profile.shortfalls(pictured(BARE, width - 1, height), 1, NOW))
        .containsExactly(new Shortfall(Rule.WIDTH, width - 1, width));
  }

  @Test
  void msnWantsAPictureOfSomeHeight() {
    assertThat(Profile.MSN.shortfalls(pictured(BARE, 300, 299), 1, NOW))
        .containsExactly(new Shortfall(Rule.HEIGHT, 299, 300));
    assertThat(Profile.MSN.shortfalls(pictured(pictured(BARE, 9, 9), 300, 300), 1, NOW))
        .as("one of several is enough")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MSN,100", "FLIPBOARD,30"})
  void aFeedHasSoManyAtMost(Profile profile, int most) {
    assertThat(profile.shortfalls(GOOD, most, NOW)).isEmpty();
    assertThat(profile.shortfalls(GOOD, most + 1, NOW))
        .containsExactly(new Shortfall(Rule.COUNT, most + 1, most));
  }

  @ParameterizedTest
  @EnumSource(names = {"MSN", "FLIPBOARD"})
  void anArticleIsNotOlderThanThirtyDays(Profile profile) {
    Instant edge = PUBLISHED.plus(Duration.ofDays(30));
    assertThat(profile.shortfalls(GOOD, 1, edge)).isEmpty();
    assertThat(profile.shortfalls(GOOD, 1, edge.plusMillis(1)))
        .containsExactly(new Shortfall(Rule.AGE, 31, 30));
  }

  @Test
  void everyReasonIsSaidWithItsNumbers() {
    Article bad = titled(article("a", "dan-van", 1), "x".repeat(151));
    List<Shortfall> why = Profile.MSN.shortfalls(bad, 101, PUBLISHED.plus(Duration.ofDays(40)));
    assertThat(why)
        .extracting(shortfall -> shortfall.rule().code())
        .containsExactly("title-length", "full-text", "no-picture", "item-count", "age");
    assertThat(why)
        .extracting(Shortfall::sentence)
        .containsExactly(
            "the title has 151 characters, and at most 150 are taken",
            "words in the text: 12, and at least 50 are needed",
            "it has no picture",
            "it is number 101 in the feed, and at most 100 are taken",
            "it is 40 days old, and at most 30 are taken");
  }

  private static String words(int count) {
    return "<p>" + "lúa ".repeat(count) + "</p>";
  }
}

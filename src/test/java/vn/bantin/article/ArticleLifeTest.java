package vn.bantin.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.scheduled;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the clock makes of an article. */
final class ArticleLifeTest {

  private static final OffsetDateTime TEN = OffsetDateTime.parse("2026-03-01T10:00:00+07:00");
  private static final Schedule ALL =
      new Schedule(TEN, TEN.plusHours(1), TEN.plusHours(2).withNano(5));

  @ParameterizedTest
  @CsvSource({
    "scheduled, -1,   scheduled",
    "scheduled, 0,    embargoed",
    "scheduled, 3599, embargoed",
    "scheduled, 3600, live",
    "scheduled, 7199, live",
    "scheduled, 7200, expired",
    "embargoed, 0,    embargoed",
    "embargoed, 3600, live",
    "live,      0,    live",
    "live,      7200, expired",
    "corrected, 7199, corrected",
    "corrected, 7200, expired",
    "draft,     9999, draft",
    "withdrawn, 9999, withdrawn",
    "expired,   0,    expired"
  })
  void goesThroughItsStatesInOrder(String from, long seconds, String to) {
    Article article = in(from, ALL);
    Instant now = TEN.plusSeconds(seconds).toInstant();
    assertThat(article.at(now)).isEqualTo(in(to, ALL));
    assertThat(article.at(now).at(now)).isEqualTo(article.at(now));
  }

  @Test
  void isPublicAtOnceWhenThereIsNoEmbargo() {
    Schedule schedule = new Schedule(TEN, null, null);
    assertThat(in("scheduled", schedule).at(TEN.toInstant())).isEqualTo(in("live", schedule));
  }

  @Test
  void saysWhenItTurnsNext() {
    assertThat(in("scheduled", ALL).turnsAt()).isEqualTo(TEN.toInstant());
    assertThat(in("embargoed", ALL).turnsAt()).isEqualTo(TEN.plusHours(1).toInstant());
    assertThat(in("live", ALL).turnsAt()).isEqualTo(TEN.plusHours(2).toInstant());
    assertThat(in("corrected", ALL).turnsAt()).isEqualTo(TEN.plusHours(2).toInstant());
    for (String state : Stream.of("draft", "withdrawn", "expired").toList()) {
      assertThat(in(state, ALL).turnsAt()).isNull();
    }
    assertThat(in("live", Schedule.NONE).turnsAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"SCHEDULED", "EMBARGOED"})
  void needsTheTimeThatItWaitsFor(State state) {
    Article live = article("a", "dan-van", 1);
    assertThatThrownBy(() -> scheduled(live, state, Schedule.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10:00, 10:00, -,     embargo_until is not after publish_at",
        "10:00, 09:00, -,     embargo_until is not after publish_at",
        "10:00, -,     10:00, expires_at is not after publish_at",
        "-,     10:00, 10:00, expires_at is not after embargo_until"
      })
  void timesComeInOrder(
      @Nullable String publish, @Nullable String embargo, @Nullable String expires, String said) {
    assertThatThrownBy(() -> new Schedule(time(publish), time(embargo), time(expires)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(said);
  }

  private static @Nullable OffsetDateTime time(@Nullable String hour) {
    return hour == null ? null : OffsetDateTime.parse("2026-03-01T" + hour + ":00+07:00");
  }

  private static Article in(String state, Schedule schedule) {
    return scheduled(article("a", "dan-van", 1), State.ofWireName(state), schedule);
  }
}

package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDateTest {
  private static final Instant NOW = Instant.parse("2026-01-07T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1994-11-06T08:49:37Z | Sun, 06 Nov 1994 08:49:37 GMT
          1970-01-01T00:00:00Z | Thu, 01 Jan 1970 00:00:00 GMT
          1969-12-31T23:59:59Z | Wed, 31 Dec 1969 23:59:59 GMT
          2000-02-29T12:00:00Z | Tue, 29 Feb 2000 12:00:00 GMT
          2026-09-30T23:59:59Z | Wed, 30 Sep 2026 23:59:59 GMT
          0000-01-01T00:00:00Z | Sat, 01 Jan 0000 00:00:00 GMT
          9999-12-31T23:59:59Z | Fri, 31 Dec 9999 23:59:59 GMT
          """)
  void writesAndReadsImfFixdate(Instant instant, String text) {
    assertThat(HttpDate.format(instant)).isEqualTo(text);
    assertThat(HttpDate.parse(text, NOW)).isEqualTo(instant);
  }

  @Test
  void readsBackWhatItWritesForEveryDayOfCenturies() {
    Instant instant = Instant.parse("1890-01-01T00:00:01Z");
    for (int day = 0; day < 100_000; day++, instant = instant.plusSeconds(86_400 + 61)) {
      assertThat(HttpDate.parse(HttpDate.format(instant), NOW)).isEqualTo(instant);
    }
  }

  @Test
  void writesTheSecondThatHasBegun() {
    assertThat(HttpDate.format(Instant.parse("2026-01-07T09:00:00.999Z")))
        .isEqualTo("Wed, 07 Jan 2026 09:00:00 GMT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z"})
  void refusesToWriteYearsOfOtherThanFourDigits(Instant instant) {
    assertThatIllegalArgumentException().isThrownBy(() -> HttpDate.format(instant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          1994-11-06T08:49:37Z | Sunday, 06-Nov-94 08:49:37 GMT
          2026-01-07T06:45:10Z | Wednesday, 07-Jan-26 06:45:10 GMT
          2026-12-31T00:00:00Z | Thursday, 31-Dec-26 00:00:00 GMT
          2075-12-31T00:00:00Z | Tuesday, 31-Dec-75 00:00:00 GMT
          2076-01-07T09:00:00Z | Tuesday, 07-Jan-76 09:00:00 GMT
          1976-01-07T09:00:01Z | Wednesday, 07-Jan-76 09:00:01 GMT
          1976-01-08T00:00:00Z | Thursday, 08-Jan-76 00:00:00 GMT
          1976-02-29T00:00:00Z | Sunday, 29-Feb-76 00:00:00 GMT
          1977-01-01T00:00:00Z | Saturday, 01-Jan-77 00:00:00 GMT
          2000-01-01T00:00:00Z | Saturday, 01-Jan-00 00:00:00 GMT
          """)
  void placesTwoDigitYearsNoMoreThanFiftyYearsAhead(Instant instant, String text) {
    assertThat(HttpDate.parse(text, NOW)).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1994-11-06T08:49:37Z | Sun Nov  6 08:49:37 1994
          1994-11-06T08:49:37Z | Sun Nov 06 08:49:37 1994
          1994-11-06T08:49:37Z | Sun Nov 6 08:49:37 1994
          1994-11-16T08:49:37Z | Wed Nov 16 08:49:37 1994
          """)
  void readsAsctime(Instant instant, String text) {
    assertThat(HttpDate.parse(text, NOW)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 31 Dec 2016 23:59:60 GMT",
        "Saturday, 31-Dec-16 23:59:60 GMT",
        "Sat Dec 31 23:59:60 2016"
      })
  void readsTheLeapSecondAsTheMidnightThatFollows(String text) {
    assertThat(HttpDate.parse(text, NOW)).isEqualTo(Instant.parse("2017-01-01T00:00:00Z"));
  }

  @Test
  void blanksAroundAreNoPartOfTheDate() {
    assertThat(HttpDate.parse(" \tSun, 06 Nov 1994 08:49:37 GMT\t ", NOW))
        .isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "-1",
        "GMT",
        "784111777",
        "1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37 gmt",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "Sun, 06 Nov 1994 08:49:37 GMT; length=12",
        "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
        "sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 nov 1994 08:49:37 GMT",
        "SUN, 06 NOV 1994 08:49:37 GMT",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun 06 Nov 1994 08:49:37 GMT ",
        "Sun,06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun,  6 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov-1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 8:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:37 GMT",
        "Sun, 06 Nov 1994 08:49:60 GMT",
        "Sun, 06 Nov 1994 23:59:61 GMT",
        "Sun, 06 Nov 1994 08:49:-7 GMT",
        "Sun, 06 Nov 1994 08.49.37 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT",
        "Thu, 31 Nov 1994 08:49:37 GMT",
        "Thu, 29 Feb 2001 08:49:37 GMT",
        "Sun, 06 ovD 1994 08:49:37 GMT",
        "Thu, 06 anF 1994 08:49:37 GMT",
        "onT, 07 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov -994 08:49:37 GMT",
        "Sun, ٠٦ Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 UTC",
        "Sunday, 06 Nov 94 08:49:37 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "sunday, 06-Nov-94 08:49:37 GMT",
        "Monday, 06-Nov-94 08:49:37 GMT",
        "Sun, 06-Nov-94 08:49:37 GMT",
        ", 06-Nov-94 08:49:37 GMT",
        "Thursday, 29-Feb-01 08:49:37 GMT",
        "Sunday, 06-Nov-x4 08:49:37 GMT",
        "Sun Nov 06 8:49:37 1994",
        "Sun Nov x 08:49:37 1994",
        "Sun Nov  6 08:49:37 94",
        "Mon Nov  6 08:49:37 1994",
        "Sun Nov  0 08:49:37 1994",
        "Sun Nov    08:49:37 1994",
        "Sun Nov  6 08:49:37 1994 GMT"
      })
  void refusesEverythingElse(String text) {
    assertThat(HttpDate.parse(text, NOW)).isNull();
  }

  @Test
  void hostileTextsComeToAnEnd() {
    for (String part : List.of(" ", "\t", "Sun, ", "0", ", 06-Nov-94 08:49:37 GMT")) {
      assertThat(HttpDate.parse(part.repeat(1 << 16), NOW)).isNull();
      assertThat(HttpDate.parse("x" + part.repeat(1 << 16) + "x", NOW)).isNull();
    }
  }
}

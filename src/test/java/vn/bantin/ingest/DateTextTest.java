package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @ParameterizedTest
  @CsvSource({
    "2026-01-14T06:45:00+07:00, 2026-01-14T06:45:00+07:00",
    "2026-01-14T06:45:00Z, 2026-01-14T06:45:00Z",
    "2026-01-14t06:45:00.5z, 2026-01-14T06:45:00.5Z",
    "2026-01-14T06:45-03:00, 2026-01-14T06:45:00-03:00",
    "2026-01-14 06:45:00 +07:00, 2026-01-14T06:45:00+07:00",
    "2026-01-14T06:45:00, 2026-01-14T06:45:00+07:00",
    "2026-01-14 06:45, 2026-01-14T06:45:00+07:00",
    "2026-01-14, 2026-01-14T00:00:00+07:00"
  })
  void readsADate(String text, OffsetDateTime date) {
    assertThat(DateText.parse(text, ZONE)).hasValue(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "14/01/2026",
        "2026-1-14",
        "2026-02-30",
        "2026-01-14T25:00",
        "2026-01-14T06:45+25:00",
        "2026-01-14T06",
        "20260114",
        "2026-01-14T06:45:00+0700 mai"
      })
  void refusesWhatIsNone(String text) {
    assertThat(DateText.parse(text, ZONE)).isEmpty();
  }
}

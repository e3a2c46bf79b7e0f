package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          (songmay.example) – Chiều 19/12, bà con họp.     | songmay.example | 19 | 12 | AFTERNOON
          (songmay.example) - Chiều 19/12, bà con họp.     | songmay.example | 19 | 12 | AFTERNOON
          (SMTV) Sáng ngày 3/2, bà con họp.                | SMTV            | 3  | 2  | MORNING
          (Báo Sông Mây)- Sáng sớm 3/2, bà con họp.        | Báo Sông Mây    | 3  | 2  | MORNING
          songmay.example – Tối 7-8, bà con họp.           | songmay.example | 7  | 8  | EVENING
          SMTV - Đêm 7/8, bà con họp.                      | SMTV            | 7  | 8  | NIGHT
          Ngày 05/9/2020, bà con họp.                      | -               | 5  | 9  | UNSAID
          Sáng 19 tháng 12, bà con họp.                    | -               | 19 | 12 | MORNING
          Sáng ngày 19 tháng 12 năm 2025, bà con họp.      | -               | 19 | 12 | MORNING
          (SM) - Trong hai ngày 3 và 4/6, bà con họp.      | SM              | 4  | 6  | UNSAID
          Trong các ngày 3, 4 và 5/6, bà con họp.          | -               | 5  | 6  | UNSAID
          Từ ngày 3-5/6, bà con họp.                       | -               | 5  | 6  | UNSAID
          Từ ngày 3/6 đến 5/6, bà con họp.                 | -               | 3  | 6  | UNSAID
          Chiều thứ Bảy, ngày 3/6, bà con họp.             | -               | 3  | 6  | AFTERNOON
          Sáng nay (3/6), bà con họp.                      | -               | 3  | 6  | MORNING
          Ngày 03.6.2020, bà con họp.                      | -               | 3  | 6  | UNSAID
          """)
  void readsSourceAndDay(String text, String source, int day, int month, PartOfDay part) {
    Dateline dateline = Dateline.of(text);

    assertThat(dateline.source()).isEqualTo(source);
    assertThat(dateline.day()).extracting("day", "month", "part").containsExactly(day, month, part);
    assertThat(dateline.news()).isEqualTo("Bà con họp.");
    assertThat(dateline.text())
        .startsWith(text.substring(text.length() - dateline.text().length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bà con góp 2/3 số công.",
        "Sản lượng tăng 3,5-4,2 lần.",
        "Đường tỉnh 7-8 dài 12 km.",
        "Làng thờ Thành hoàng ngày 15/8 âm lịch.",
        "Trong tháng 12/2025, bà con họp.",
        "Tỷ lệ ngày 12/15% là thấp."
      })
  void takesNoOtherNumbersForADay(String text) {
    assertThat(Dateline.of(text).day()).isNull();
  }

  @Test
  void findsADayLaterInTheParagraphButKeepsItsWords() {
    Dateline dateline = Dateline.of("Bà con thôn Thượng họp sáng 3/6 tại đình.");

    assertThat(dateline.day()).extracting("day", "month").containsExactly(3, 6);
    assertThat(dateline.news()).isEqualTo("Bà con thôn Thượng họp sáng 3/6 tại đình.");
  }

  @ParameterizedTest
  @CsvSource({"05/9/98,1998", "05/9/26,2026", "05/9/2026,2026"})
  void readsAYear(String day, int year) {
    assertThat(Dateline.of("Ngày " + day + ", họp.").day()).extracting("year").isEqualTo(year);
  }

  @Test
  void doesNotTakeADayInBracketsForASource() {
    Dateline dateline = Dateline.of("(19/12/2025) – Bà con họp.");

    assertThat(dateline.source()).isNull();
    assertThat(dateline.day()).extracting("day", "month", "year").containsExactly(19, 12, 2025);
  }

  @Test
  void doesNotTakeAPlaceForASource() {
    assertThat(Dateline.of("Mây Hạ – Sáng 3/6, bà con họp.").source()).isNull();
    assertThat(Dateline.of("TP.MÂY – Sáng 3/6, bà con họp.").source()).isNull();
  }

  @Test
  void leavesAParagraphThatIsOnlyABracketAlone() {
    assertThat(Dateline.of("(songmay.example) –").text()).isEqualTo("(songmay.example) –");
  }
}

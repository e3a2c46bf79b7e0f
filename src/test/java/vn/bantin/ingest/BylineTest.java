package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thu Hà – Minh Khôi                   | Thu Hà;Minh Khôi
          Thu Hà - Minh Khôi                   | Thu Hà;Minh Khôi
          Thu Hà-Minh Khôi                     | Thu Hà;Minh Khôi
          Thu Hà, Minh Khôi và Y Blin          | Thu Hà;Minh Khôi;Y Blin
          Thu Hà & Minh Khôi; Lê Thị Ngọc Mây  | Thu Hà;Minh Khôi;Lê Thị Ngọc Mây
          (Thu Hà)                             | Thu Hà
          THU HÀ                               | THU HÀ
          H'Len Niê                            | H'Len Niê
          Bài và ảnh: Thu Hà                   | Thu Hà
          Bài, ảnh: Khôi                       | Khôi
          Tin, ảnh: Thu Hà – Minh Khôi         | Thu Hà;Minh Khôi
          Bài: Thu Hà - Ảnh: Minh Khôi         | Thu Hà;Minh Khôi
          Tin ảnh: Thu Hà                      | Thu Hà
          Thực hiện: Thu Hà, Khôi              | Thu Hà;Khôi
          PV                                   | PV
          """)
  void readsNames(String line, String names) {
    Byline byline = Byline.of(List.of("Bài viết.", line));

    assertThat(byline.authors()).containsExactly(names.split(";"));
    assertThat(byline.lines()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bà con vui lắm.",
        "Thu Hà.",
        "Xã Lộc Mây đón xuân",
        "Thu",
        "Năm 2025",
        "Ghi chú: Thu Hà",
        "Một Hai Ba Bốn Năm Sáu",
        "Thu Hà – một người thôn Thượng"
      })
  void takesNothingElseForNames(String line) {
    assertThat(Byline.of(List.of("Bài viết.", line))).isEqualTo(new Byline(List.of(), 0));
  }

  @Test
  void readsNamesOnSeveralLines() {
    assertThat(Byline.of(List.of("Bài viết.", "Thu Hà", "Ảnh: Minh Khôi")))
        .isEqualTo(new Byline(List.of("Thu Hà", "Minh Khôi"), 2));
  }

  @Test
  void neverTakesTheOnlyParagraph() {
    assertThat(Byline.of(List.of("Thu Hà"))).isEqualTo(new Byline(List.of(), 0));
  }
}

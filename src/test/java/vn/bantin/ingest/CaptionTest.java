package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionTest {

  private static final String LEAD =
      "Xã Lộc Mây mở hội “Đường hoa – đường cờ” lần thứ 2, mời bà con đến dự đông vui.";

  @Test
  void findsTheStretchWithItsMarks() {
    assertThat(Caption.in(LEAD, "MO HOI DUONG HOA DUONG CO LAN THU 2"))
        .hasValue("Mở hội “Đường hoa – đường cờ” lần thứ 2");
    assertThat(Caption.in(LEAD, "MỜI BÀ CON ĐẾN DỰ")).hasValue("Mời bà con đến dự");
  }

  @Test
  void closesAQuotationThatItOpens() {
    assertThat(Caption.in(LEAD, "MO HOI DUONG HOA DUONG CO"))
        .hasValue("Mở hội “Đường hoa – đường cờ”");
  }

  @Test
  void findsNothingWithinWordsOrInTooFewOfThem() {
    assertThat(Caption.in(LEAD, "O HOI DUONG HOA")).isEmpty();
    assertThat(Caption.in(LEAD, "LOC MAY")).isEmpty();
    assertThat(Caption.in(LEAD, "LE KHAI MAC HOI XUAN")).isEmpty();
  }

  @Test
  void tellsCapitalsWithAndWithoutMarks() {
    assertThat(Caption.isUnmarked("MO HOI LAN THU 2")).isTrue();
    assertThat(Caption.isUnmarked("MỞ HỘI")).isFalse();
    assertThat(Caption.isCapitals("MỞ HỘI")).isTrue();
    assertThat(Caption.isCapitals("MỞ Hội")).isFalse();
    assertThat(Caption.isCapitals("12/2025")).isFalse();
    assertThat(Caption.isCapitals("MO HOI ".repeat(40))).isFalse();
  }
}

package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void dropsWhatShowsNothing() {
    assertThat(PlainText.line("d\u00ADân\u200B v\u2060ận\uFEFF \u202Ekhéo\u202C \uFFFD"))
        .isEqualTo("dân vận khéo");
    assertThat(PlainText.line("da\u200B\u0302n")).isEqualTo("dân");
    assertThat(PlainText.line("d\u200Dân v\u200Cận")).isEqualTo("dân vận");
  }

  @Test
  void keepsJoinersWhereTheyJoin() {
    String family = "👨\u200D👩\u200D👧";
    assertThat(PlainText.line(family)).isEqualTo(family);
  }

  @Test
  void cutsAtAWord() {
    assertThat(PlainText.excerpt("một hai ba", 10)).isEqualTo("một hai ba");
    assertThat(PlainText.excerpt("một hai, ba bốn", 12)).isEqualTo("một hai, ba…");
    assertThat(PlainText.excerpt("một hai, ba bốn", 10)).isEqualTo("một hai…");
    assertThat(PlainText.excerpt("một, – hai", 7)).isEqualTo("một…");
  }

  @Test
  void cutsAWordThatIsTooLongBetweenLetters() {
    assertThat(PlainText.excerpt("aaaaaa", 4)).isEqualTo("aaa…");
    assertThat(PlainText.excerpt("😀😀😀", 4)).isEqualTo("😀…");
  }

  @Test
  void capitalisesTheFirstLetter() {
    assertThat(PlainText.capitalised("đường hoa")).isEqualTo("Đường hoa");
    assertThat(PlainText.capitalised("")).isEmpty();
  }
}

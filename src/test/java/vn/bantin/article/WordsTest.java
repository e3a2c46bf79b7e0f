package vn.bantin.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "Dân vận khéo, dan van kheo",
    "ĐỒNG ĐĂNG, dong dang",
    "'  24/7, (kinh-tế)… ', 24 7 kinh te",
    "ﬁ Ⅳ ½, fi iv 1 2",
    "thủy\u00ADđiện, thuydien",
    "'', ''",
    "'— … !', ''"
  })
  void foldsAsSomebodyTypesWithoutMarks(String text, String folded) {
    assertThat(Words.of(text).folded()).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({"hoà, hòa", "thuỷ, thủy", "HOÁ, hóa", "khoẻ, khỏe", "Đà, đà"})
  void aToneMayStandOnEitherVowel(String one, String other) {
    assertThat(Words.of(one)).isEqualTo(Words.of(other));
  }

  @Test
  void tellsApartWhatMarksTellApart() {
    assertThat(
            Stream.of("ma", "má", "mà", "mả", "mã", "mạ", "mâ", "mă", "mậ")
                .map(word -> Words.of(word).marked()))
        .doesNotHaveDuplicates();
    assertThat(Words.of("da").marked()).isNotEqualTo(Words.of("đa").marked());
  }

  @Test
  void isTheSameHoweverTheMarksAreCoded() {
    String text = "Bà con thôn Đồng Mây vượt khó, trữ nước ngọt";
    assertThat(Words.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(Words.of(Normalizer.normalize(text, Normalizer.Form.NFC)));
  }

  @Test
  void lettersThatAreLookedUpAreSpelledAsThoseThatAreTakenApart() {
    for (int c = 0; c < 0x2000; c++) {
      String letter = "a" + Character.toString(c) + "b";
      String apart = Normalizer.normalize(letter, Normalizer.Form.NFKD);
      assertThat(Words.of(letter)).as("U+%04X", c).isEqualTo(Words.of(apart));
    }
  }

  @Test
  void aMarkThatStandsAloneIsOnNoWord() {
    assertThat(Words.of("a \u02D8 b \u0306c \u0301 d")).isEqualTo(Words.of("a b c d"));
  }

  @Test
  void hasTheSameNumberOfWordsInBothSpellings() {
    Words words = Words.of("Ở \u0301 xã Đăk Hà, có 3 hồ; café \uD83D\uDE00 東京 ngày 1.5 ả\u0301");
    assertThat(words.marked().split(" ")).hasSameSizeAs(words.folded().split(" "));
    assertThat(words.count()).isEqualTo(words.folded().split(" ").length);
    assertThat(words.isMarked()).isTrue();
    assertThat(Words.of("GDP 2026").isMarked()).isFalse();
    assertThat(Words.of("!").count()).isZero();
  }
}

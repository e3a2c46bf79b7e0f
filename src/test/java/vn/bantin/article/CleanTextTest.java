package vn.bantin.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.jdom2.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CleanTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\u000Bb",
        "a\u001Bb",
        "a\uD800b",
        "a\uDC00b",
        "a\uFFFEb",
        "a\uFFFFb",
        "a\u0085b",
        "a\u007Fb",
        "a\uFEFFb",
        "a\uFDD0b",
        "a\uD83F\uDFFEb",
        "ab\uD83D"
      })
  void dropsWhatXmlOrReadersCannotCarry(String text) {
    assertThat(CleanText.of(text)).isEqualTo("ab");
  }

  @Test
  void keepsWhatTheyCan() {
    String text = "Dân vận\t1\n2\r3 – “khéo” 🎉 \uFFFD";
    assertThat(CleanText.of(text)).isSameAs(text);
  }

  @Test
  void composes() {
    String decomposed = Normalizer.normalize("Hội nghị trực tuyến", Normalizer.Form.NFD);
    assertThat(CleanText.of(decomposed)).isEqualTo("Hội nghị trực tuyến");
  }

  @Test
  void putsALineOnOneLine() {
    assertThat(CleanText.line("  Dân\n\n vận\u00A0 khéo\t ")).isEqualTo("Dân vận khéo");
  }

  @Test
  void anythingBecomesXml() {
    Random random = new Random(20260101);
    for (int i = 0; i < 5_000; i++) {
      char[] chars = new char[random.nextInt(40)];
      for (int j = 0; j < chars.length; j++) {
        chars[j] = (char) (random.nextBoolean() ? random.nextInt(0x10000) : random.nextInt(0x180));
      }
      String clean = CleanText.of(new String(chars));
      assertThat(Verifier.checkCharacterData(clean)).isNull();
      assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
    }
  }
}

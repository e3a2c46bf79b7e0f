package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {

  @Test
  void takesEveryLineForAParagraph() {
    assertThat(Paragraphs.of("Một.\n\n\nHai.\nBa.\n \u00A0 \nBốn  bốn.\u2028Năm.\n"))
        .containsExactly("Một.", "Hai.", "Ba.", "Bốn bốn.", "Năm.");
  }

  @Test
  void joinsTheLinesOfWrappedText() {
    assertThat(Paragraphs.of("Bà con thôn\nthượng làm\nCầu Mây.\n\nTrời nắng.\nAi cũng vui."))
        .containsExactly("Bà con thôn thượng làm Cầu Mây.", "Trời nắng.", "Ai cũng vui.");
  }

  @Test
  void keepsLongLinesApart() {
    String line = "Bà con ".repeat(30).strip();
    assertThat(Paragraphs.of(line + "\n– và ai cũng vui.")).hasSize(2);
    assertThat(Paragraphs.of(line + "\nvà ai cũng vui.")).hasSize(2);
  }
}

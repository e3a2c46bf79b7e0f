package vn.bantin.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldedTextTest {

  @ParameterizedTest
  @CsvSource({
    "Dân vận khéo,dan van kheo",
    "ĐẠI ĐOÀN KẾT,dai doan ket",
    "Kinh tế – xã hội,kinh te xa hoi",
    "'  “Tôn giáo”, 2020!  ',ton giao 2020",
    "Ủy ban / Uỷ ban,uy ban uy ban",
    "OCOP-4 sao,ocop 4 sao",
    "…,''",
  })
  void foldsMarksCaseAndPunctuation(String text, String words) {
    assertThat(FoldedText.of(text).words()).isEqualTo(words);
  }

  @Test
  void foldsDecomposedTextAlike() {
    String text = "Hội nghị trực tuyến, Đắk Lắk";
    assertThat(FoldedText.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(FoldedText.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "phát triển kinh tế địa phương,kinh tế,true",
    "Kinh tế,kinh tế,true",
    "KINH TE,kinh tế,true",
    "kinh tếp,kinh tế,false",
    "ninhkinh tế,kinh tế,false",
    "kinh tếx rồi kinh tế,kinh tế,true",
    "kinh,kinh tế,false",
    "bất kỳ,'',false",
    "'',kinh tế,false",
  })
  void findsPhrasesAsWholeWords(String text, String phrase, boolean found) {
    assertThat(FoldedText.of(text).contains(FoldedText.of(phrase))).isEqualTo(found);
  }

  @Test
  void makesSlugs() {
    assertThat(Slug.of("  Dân vận khéo, năm 2020! ")).isEqualTo("dan-van-kheo-nam-2020");
    assertThat(Slug.isValid("dan-van")).isTrue();
    assertThat(Slug.isValid("dân-vận")).isFalse();
    assertThat(Slug.isValid("-a")).isFalse();
    assertThat(Slug.isValid("a--b")).isFalse();
    assertThat(Slug.isValid("a".repeat(101))).isFalse();
  }
}

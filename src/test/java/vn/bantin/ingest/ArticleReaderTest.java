package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.ingest.Readers.MARKDOWN;
import static vn.bantin.ingest.Readers.PAGE;
import static vn.bantin.ingest.Readers.article;
import static vn.bantin.ingest.Readers.bytes;
import static vn.bantin.ingest.Readers.read;
import static vn.bantin.ingest.Readers.reader;
import static vn.bantin.ingest.Readers.rejection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.CategoryPlacement;

class ArticleReaderTest {

  @Test
  void refusesOtherEncodings() {
    String text = "Một\nhai\nBà con đến dự";

    assertThat(code(text.getBytes(StandardCharsets.UTF_16))).isEqualTo("not-utf-8");
    assertThat(code(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo("not-utf-8");
    Rejection rejection = refused("a\nb\nB\u00E0 con".getBytes(Charset.forName("windows-1258")));
    assertThat(rejection.code()).isEqualTo("not-utf-8");
    assertThat(rejection.message()).isEqualTo("line 3: byte 0xE0 is not UTF-8");
    assertThat(rejection.hint()).contains("UTF-8");
  }

  @Test
  void refusesACharacterCutInHalf() {
    assertThat(code(new byte[] {'a', (byte) 0xE1, (byte) 0xBA})).isEqualTo("not-utf-8");
  }

  @Test
  void refusesBinaryFiles() {
    Rejection rejection = refused(new byte[] {'P', 'K', 3, 4, '\n', 0, 0});

    assertThat(rejection.code()).isEqualTo("binary");
    assertThat(rejection.message()).startsWith("line 2: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t\n", "\uFEFF"})
  void refusesEmptyFiles(String text) {
    assertThat(rejection(text).code()).isEqualTo("empty");
  }

  @Test
  void addsCategoriesToThoseOfTheWords() {
    Reading reading =
        Readers.reader().read(Readers.bytes(Readers.PAGE), null, List.of("kinh-te", "dan-van"));
    assertThat(((Reading.Read) reading).article().categories())
        .containsExactly("dan-van", "kinh-te");
  }

  @Test
  void refusesACategoryThatTheNewsroomDoesNotHave() {
    Origin origin =
        new Origin(
            Readers.ORIGIN.zone(), "vi", Readers.ORIGIN.home(), Set.of("dan-van", "kinh-te"));
    ArticleReader reader = new ArticleReader(origin, new CategoryPlacement(), Readers.NOW);
    String misspelt = Readers.MARKDOWN.replaceFirst("categories: .*", "categories: [dan-vann]");
    assertThat(misspelt).contains("dan-vann");
    Reading reading = reader.read(Readers.bytes(misspelt), null, List.of());
    Rejection rejection = ((Reading.Rejected) reading).rejection();
    assertThat(rejection.code()).isEqualTo("bad-category");
    assertThat(rejection.hint()).isEqualTo("did you mean dan-van");
  }

  @Test
  void refusesHugeFiles() {
    assertThat(code(new byte[Utf8.MAX_BYTES + 1])).isEqualTo("too-large");
  }

  @Test
  void refusesABodyOfTenMegabytes() {
    Rejection rejection = rejection(MARKDOWN + "bà con ".repeat(1_500_000));

    assertThat(rejection.code()).isEqualTo("too-large");
    assertThat(rejection.hint()).contains("split");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>a</p>",
        " <html>",
        "<?xml version=\"1.0\"?>",
        "<rss version=\"2.0\">",
        "[{\"id\": 1}]",
        "{\\rtf1 a}",
        "%PDF-1.7"
      })
  void refusesOtherFormats(String text) {
    assertThat(rejection(text).code()).isEqualTo("unknown-kind");
    assertThat(rejection(text).hint()).contains("--as page-text");
  }

  @Test
  void readsTheKindThatItIsTold() {
    assertThat(read("<b> Sáng 3/2/2026, bà con họp. Xong.")).isInstanceOf(Reading.Rejected.class);
    assertThat(read("<b> Sáng 3/2/2026, bà con họp. Xong.", Kind.PAGE_TEXT))
        .isInstanceOf(Reading.Read.class);
    assertThat(read(PAGE, Kind.MARKDOWN)).extracting("rejection.code").isEqualTo("front-matter");
    assertThat(read(MARKDOWN, Kind.PAGE_TEXT)).extracting("rejection.code").isEqualTo("no-date");
  }

  @Test
  void knowsItsKindsByName() {
    assertThat(Kind.wireNames()).containsExactly("page-text", "markdown", "json");
    assertThat(Kind.ofWireName("page-text")).hasValue(Kind.PAGE_TEXT);
    assertThat(Kind.ofWireName("PAGE_TEXT")).isEmpty();
  }

  @Test
  void addsCategories() {
    Reading reading = reader().read(bytes(MARKDOWN), null, List.of("ton-giao", "dan-van"));

    assertThat(((Reading.Read) reading).article().categories())
        .containsExactly("dan-van", "kinh-te", "ton-giao");
  }

  @Test
  void findsCategoriesByWordsOnlyWhenThereAreNone() {
    assertThat(article(PAGE).categories()).containsExactly("dan-van");
    assertThat(article(MARKDOWN).categories()).containsExactly("dan-van", "kinh-te");
  }

  @Test
  void refusesAnAddedCategoryThatIsNoSlug() {
    assertThat(reader().read(bytes(PAGE), null, List.of("Dân vận")))
        .extracting("rejection.code", "rejection.hint")
        .containsExactly("bad-category", "write dan-van");
  }

  @Test
  void readsALongPageInReasonableTime() {
    assertThat(article(PAGE + "\n" + "Bà con vui 3/4.\n".repeat(300_000)).title())
        .isEqualTo("Ngày hội dân vận khéo năm 2025");
    assertThat(rejection("ngày ".repeat(500_000)).code()).isEqualTo("no-date");
    assertThat(article("Sáng 3/2/2026, " + "a".repeat(3_000_000)).title()).hasSize(120);
    assertThat(rejection("a.".repeat(500_000)).code()).isEqualTo("no-date");
    assertThat(rejection("1, ".repeat(500_000) + "a").code()).isEqualTo("no-date");
  }

  private static String code(byte[] bytes) {
    return refused(bytes).code();
  }

  private static Rejection refused(byte[] bytes) {
    Reading reading = reader().read(bytes, null, List.of());
    assertThat(reading).isInstanceOf(Reading.Rejected.class);
    return ((Reading.Rejected) reading).rejection();
  }
}

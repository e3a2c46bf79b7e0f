package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.ingest.Readers.MARKDOWN;
import static vn.bantin.ingest.Readers.article;
import static vn.bantin.ingest.Readers.rejection;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.article.Article;
import vn.bantin.article.Media;

class MarkdownReaderTest {

  @Test
  void readsEveryKey() {
    Article article = article(MARKDOWN);

    assertThat(article.id().value()).isEqualTo("sm-2026-0114-01");
    assertThat(article.title()).isEqualTo("Thêm một con đường");
    assertThat(article.published()).isEqualTo(OffsetDateTime.parse("2026-01-14T06:45:00+07:00"));
    assertThat(article.updated()).isEqualTo(OffsetDateTime.parse("2026-01-15T08:00:00+07:00"));
    assertThat(article.url())
        .isEqualTo(URI.create("https://songmay.example/tin/them-mot-con-duong"));
    assertThat(article.authors()).containsExactly("Thu Hà", "Minh Khôi");
    assertThat(article.categories()).containsExactly("dan-van", "kinh-te");
    assertThat(article.tags()).containsExactly("nông thôn mới");
    assertThat(article.source()).isEqualTo("songmay.example");
    assertThat(article.language()).isEqualTo("vi");
    assertThat(article.summary()).isEqualTo("Bà con góp đất làm đường.");
    assertThat(article.media())
        .containsExactly(
            new Media(
                URI.create("https://media.songmay.example/duong.jpg"),
                "image/jpeg",
                184_312L,
                1280,
                720,
                null,
                "Đường mới"),
            new Media(
                URI.create("https://songmay.example/tin/duong.mp4"),
                "video/mp4",
                null,
                null,
                null,
                Duration.ofSeconds(95),
                null));
    assertThat(article.bodyHtml())
        .isEqualTo(
            """
            <p>Bà con <strong>thôn Thượng</strong> góp đất.</p>
            <p>Xem <a href="https://songmay.example/ban-do">bản đồ</a>.</p>\
            """);
  }

  @Test
  void takesFromTheNewsroomWhatIsNotSaid() {
    Article article =
        article(
            """
            ---
            id: a-1
            title: Một
            published: 2026-01-14 06:45
            ---
            Xem [bản đồ](ban-do).
            """);

    assertThat(article.language()).isEqualTo("vi");
    assertThat(article.published()).isEqualTo(OffsetDateTime.parse("2026-01-14T06:45:00+07:00"));
    assertThat(article.updated()).isEqualTo(article.published());
    assertThat(article.source()).isNull();
    assertThat(article.bodyHtml()).contains("https://songmay.example/ban-do");
    assertThat(article.summary()).isEqualTo("Xem bản đồ.");
  }

  @Test
  void movesAnUpdateBeforePublicationToPublication() {
    Article article = article(MARKDOWN.replace("2026-01-15T08", "2026-01-13T08"));

    assertThat(article.updated()).isEqualTo(article.published());
  }

  @Test
  void makesASummaryOfTheFirstParagraph() {
    String text = MARKDOWN.replaceAll("summary: .*\n", "");
    String longer = text.replace("góp đất", "góp đất ".repeat(60));

    assertThat(article(text).summary()).isEqualTo("Bà con thôn Thượng góp đất.");
    assertThat(article(longer).summary()).hasSizeBetween(280, 300).endsWith("…");
  }

  @Test
  void takesTheTitleFromTheFirstHeading() {
    String text = MARKDOWN.replaceAll("title: .*\n", "");

    Article article = article(text + "\n# Tên *bài* & tin\n\nHết.\n");

    assertThat(article.title()).isEqualTo("Tên bài & tin");
    assertThat(article.bodyHtml()).doesNotContain("Tên").endsWith("<p>Hết.</p>");
  }

  @Test
  void dropsAHeadingThatRepeatsTheTitle() {
    assertThat(article(MARKDOWN.replace("Bà con **", "# Thêm một con đường\n\nBà con **")))
        .isEqualTo(article(MARKDOWN));
  }

  @Test
  void cleansRawHtml() {
    String text = MARKDOWN + "\n<p onclick=\"a()\">x<script>y</script></p>\n";

    assertThat(article(text).bodyHtml()).endsWith("<p>x</p>");
  }

  @Test
  void readsWindowsLineEnds() {
    assertThat(article("\uFEFF" + MARKDOWN.replace("\n", "\r\n"))).isEqualTo(article(MARKDOWN));
  }

  @Test
  void readsASummaryWithoutBody() {
    assertThat(article(MARKDOWN.substring(0, MARKDOWN.indexOf("Bà con **"))).bodyHtml()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: sm-2026-0114-01              | id: bài một               | bad-id       | line 2: no id: “bài một”
          id: sm-2026-0114-01              | #                         | bad-id       | line 3: id is missing
          published: 2026-01-14T06:45:00+07:00 | #                     | no-date      | line 2: published is missing
          published: 2026-01-14T06:45:00+07:00 | published: 14/01/2026 | bad-date     | line 4: published: no date
          published: 2026-01-14T06:45:00+07:00 | published: 1899-01-14 | bad-date     | line 4: published: no date
          updated: 2026-01-15T08:00:00+07:00 | updated: mai            | bad-date     | line 5: updated: no date
          url: https://songmay.example/tin/them-mot-con-duong | url: songmay.example | bad-address | line 6: no web address: “songmay.example”
          [dan-van, kinh-te]               | [dan-van, Kinh tế]        | bad-category | line 8: no category: “Kinh tế”
          language: vi                     | language: tiếng Việt      | bad-language | line 11: no language: “tiếng Việt”
          type: image/jpeg                 | type: ảnh                 | bad-media    | line 15: no media type: “ảnh”
          url: duong.mp4                   | type: video/mp4 #         | front-matter | line 20: a medium without url; line 21:
          url: duong.mp4                   | url: javascript:a()       | bad-media    | line 20: no web address
          length: 184312                   | length: -1                | front-matter | line 16:
          duration: 95                     | duration: mai             | front-matter | line 22:
          authors: [Thu Hà, Minh Khôi]     | author: Thu Hà            | front-matter | line 7:
          source: songmay.example          | source: [a: b             | front-matter | line
          title: "Thêm một con đường"      | title: " "                | no-title     | line 3: title is missing
          """)
  void namesAMistakeWithItsLine(String line, String wrong, String code, String message) {
    Rejection rejection = rejection(MARKDOWN.replace(line, wrong));

    assertThat(rejection.code()).isEqualTo(code);
    assertThat(rejection.message()).startsWith(message);
    assertThat(rejection.hint()).isNotBlank();
  }

  @Test
  void saysWhichKeyOrCategoryWasMeant() {
    assertThat(rejection(MARKDOWN.replace("authors:", "author:")).hint()).contains("authors");
    assertThat(rejection(MARKDOWN.replace("kinh-te]", "Kinh tế]")).hint())
        .isEqualTo("write kinh-te");
  }

  @Test
  void namesAllMistakesAtOnce() {
    Rejection rejection =
        rejection(
            MARKDOWN
                .replace("id: sm-2026-0114-01", "id: bài một")
                .replace("published: 2026-01-14T06:45:00+07:00", "published: mai")
                .replace("tags:", "tag:"));

    assertThat(rejection.code()).isEqualTo("front-matter");
    assertThat(rejection.message()).contains("line 2: ", "; line 4: ", "; line 9: ");
    assertThat(rejection.hint()).contains("line 2: ", "; line 4: ", "; line 9: ");
  }

  @Test
  void refusesAnOpenFrontMatter() {
    assertThat(rejection("---\nid: a-1\ntitle: b\n").message()).startsWith("line 1: ");
  }

  @Test
  void refusesNothingButKeys() {
    assertThat(rejection("---\nid: a-1\ntitle: b\npublished: 2026-01-14\n---\n\n").code())
        .isEqualTo("no-text");
  }

  @Test
  void refusesATitleOfManyPages() {
    assertThat(rejection(MARKDOWN.replace("Thêm", "Thêm ".repeat(200))).code())
        .isEqualTo("too-large");
  }

  @Test
  void survivesDeepNesting() {
    assertThat(article(MARKDOWN + "\n" + ">".repeat(100_000) + "x\n").bodyHtml()).contains("x");
    assertThat(article(MARKDOWN + "\n" + "[".repeat(20_000) + "x\n").bodyHtml()).contains("x");
    assertThat(article(MARKDOWN + "\n" + "*a **b ".repeat(20_000)).bodyHtml()).contains("b");
    assertThat(article(MARKDOWN + "\n" + "- ".repeat(20_000) + "x\n").bodyHtml()).contains("x");
  }
}

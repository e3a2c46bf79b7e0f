package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.ingest.Readers.reader;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.bantin.article.Article;
import vn.bantin.article.Media;

/** Whatever comes in, there is an answer, and what is read is clean. */
class ArticleReaderPropertyTest {

  private static final int CASES = 2_000;

  private static final String HTML_PAGE =
      Readers.MARKDOWN
          + """

          <div><p onclick="a()">Chào <a href="../x y">bạn</a> <img src=a.png></p>
          <table><tr><td>1<td>2</table><pre>  a
            b</pre><script>x</script><a href="javascript:x()">y</a></div>
          """;

  private static final List<String> SPLINTERS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "---\n",
          "\n",
          "\r",
          "\t",
          ": ",
          "- ",
          "[",
          "]]>",
          "{",
          "}",
          "#",
          "*",
          "\u0000",
          "\u0001",
          "\u0085",
          "\u0338",
          "\u0301",
          "\uFFFE",
          "\uFFFF",
          "\uFEFF",
          "\uFFFD",
          "\u00AD",
          "\u200D",
          "\u202E",
          "\u2028",
          "\uD83D\uDE00",
          "&#xD800;",
          "&#0;",
          "&#x338;",
          "<p>",
          "</p>",
          "<a href=\"",
          "<img src=x>",
          "<table>",
          "<b>",
          "javascript:",
          "http://",
          "31/2",
          "19/12",
          "năm 2025",
          "(x) – ",
          "Trả lời",
          "9999999999",
          "ß",
          "İ",
          "ﬁ",
          "가",
          "ǆ");

  @Test
  void answersEverythingAndReadsOnlyWhatIsClean() {
    Random random = new Random(20260114);
    int read = 0;
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = input(random);
      Kind kind = kind(random);
      String input = i + ": " + new String(bytes, StandardCharsets.UTF_8);
      Reading reading = reader().read(bytes, kind, List.of());
      switch (reading) {
        case Reading.Rejected(Rejection rejection) -> {
          assertThat(rejection.code()).as(input).matches("[a-z0-9]+(-[a-z0-9]+)*");
          assertThat(rejection.message()).as(input).isNotBlank();
          assertThat(rejection.hint()).as(input).isNotBlank();
        }
        case Reading.Read(Article article) -> {
          read++;
          assertClean(article, input);
        }
      }
    }
    assertThat(read).isBetween(CASES / 4, CASES * 9 / 10);
  }

  private static byte[] input(Random random) {
    int choice = random.nextInt(10);
    if (choice == 0) {
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      return bytes;
    }
    if (choice == 1) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(300), 0, SPLINTERS.size())
          .mapToObj(SPLINTERS::get)
          .forEach(text::append);
      return Readers.bytes(text.toString());
    }
    List<String> good = List.of(Readers.PAGE, Readers.MARKDOWN, HTML_PAGE);
    StringBuilder text = new StringBuilder(good.get(random.nextInt(good.size())));
    for (int n = random.nextInt(6); n > 0; n--) {
      mutate(text, random);
    }
    byte[] bytes = Readers.bytes(text.toString());
    if (choice == 2 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(40));
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
      default -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
    }
  }

  private static @Nullable Kind kind(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Kind.PAGE_TEXT;
      case 1 -> Kind.MARKDOWN;
      default -> null;
    };
  }

  private static void assertClean(Article article, String input) {
    for (String text : texts(article)) {
      assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(input).isTrue();
      assertThat(text.codePoints().allMatch(ArticleReaderPropertyTest::isXmlCharacter))
          .as(input)
          .isTrue();
    }
    assertThat(article.title()).as(input).doesNotContain("\n").doesNotContain("\t");
    assertThat(article.summary()).as(input).doesNotContain("\n");
    Parser strict = Parser.htmlParser().setTrackErrors(1);
    strict.parseInput("<!DOCTYPE html><html><head></head><body>" + article.bodyHtml(), "");
    assertThat(strict.getErrors()).as(input).isEmpty();
    for (Element element : Jsoup.parseBodyFragment(article.bodyHtml()).body().getAllElements()) {
      assertThat(element.normalName()).as(input).isNotIn("script", "style", "iframe", "form");
      element
          .attributes()
          .forEach(attribute -> {
            assertThat(attribute.getKey()).as(input).doesNotStartWith("on");
            if (List.of("href", "src", "poster").contains(attribute.getKey())) {
              URI address = URI.create(attribute.getValue());
              assertThat(address.getScheme()).as(input).isIn("http", "https");
              assertThat(address.getHost()).as(input).isNotBlank();
              assertThat(address.toASCIIString()).as(input).isEqualTo(address.toString());
            }
          });
    }
  }

  private static List<String> texts(Article article) {
    List<String> texts = new ArrayList<>();
    texts.add(article.title());
    texts.add(article.summary());
    texts.add(article.bodyHtml());
    texts.addAll(article.authors());
    texts.addAll(article.tags());
    if (article.source() != null) {
      texts.add(article.source());
    }
    for (Media media : article.media()) {
      if (media.caption() != null) {
        texts.add(media.caption());
      }
    }
    return texts;
  }

  /** XML 1.0 §2.2, production 2. */
  private static boolean isXmlCharacter(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}

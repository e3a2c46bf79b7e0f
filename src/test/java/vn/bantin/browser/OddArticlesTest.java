package vn.bantin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Media;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;

/** Articles that few people write, on a telephone. */
final class OddArticlesTest {

  private static final String WORD = "Nghiêng".repeat(57) + "!";

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private static Path folder;

  private static Partner partner;
  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    partner = Partner.start();
    newsroom = Newsroom.start(folder);
    List<String> authors = IntStream.rangeClosed(1, 40).mapToObj(i -> "Người Viết " + i).toList();
    newsroom.put(
        odd("tu-dai", WORD, WORD, List.of(WORD), "vi", null),
        odd("nhieu-nguoi", "Bốn mươi người cùng viết", "Tóm tắt", authors, "vi", "/a.png"),
        odd("a-rap", "مرحبا <b>بكم</b> في قريتنا", "خبر قصير", List.of("سلمى"), "ar", "/b.png"),
        odd(
            "hinh",
            "👩🏽‍🌾🌾☕️🇻🇳 Mùa gặt 👨‍👩‍👧‍👦",
            "🌾".repeat(200),
            List.of("🐃"),
            "vi",
            null),
        odd(
            "tren-duoi",
            "Z̸̢͖͉̪̥̼̿̎̈́a̷̲̻̽̆l̵̢̙̋g̴̣̞̓ỏ",
            "\u202engược",
            List.of(),
            "vi",
            "/mat.gif"));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    partner.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/feeds/dan-van.vi.html",
        "/search.vi.html?q=mua+gat",
        "/articles/tu-dai",
        "/articles/nhieu-nguoi",
        "/articles/a-rap",
        "/articles/hinh",
        "/embed/dan-van",
        "/embed/dan-van?layout=cards",
        "/embed/dan-van?layout=ticker"
      })
  void nothingStandsOutAtTheSide(String path) {
    BROWSER.width(Browser.NARROW);
    BROWSER.open(Newsroom.at(newsroom, path));
    BROWSER.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertThat(BROWSER.text()).isNotBlank();
    assertFits();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "cards", "ticker"})
  void norOnAPartnersPage(String layout) {
    BROWSER.width(Browser.NARROW);
    BROWSER.open(
        partner.show(
            "/trang",
            "<bantin-feed name=\"dan-van\" layout=\"%s\"></bantin-feed><script src=\"%s\"></script>"
                .formatted(layout, Newsroom.at(newsroom, "/embed.js"))));
    BROWSER.settle();
    assertThat(
            BROWSER.number(
                "document.querySelector('bantin-feed').shadowRoot.querySelectorAll('li').length"))
        .isEqualTo(5);
    assertFits();
  }

  @Test
  void aListNamesThreeOfFortyAuthors() {
    BROWSER.open(Newsroom.at(newsroom, "/feeds/dan-van.vi.html"));
    assertThat(BROWSER.texts(".by"))
        .contains("Người Viết 1, Người Viết 2, Người Viết 3 và 37 người khác");
  }

  @Test
  void anotherScriptRunsItsOwnWay() {
    BROWSER.open(Newsroom.at(newsroom, "/feeds/dan-van.vi.html"));
    assertThat(BROWSER.texts("[lang=ar] h2")).containsExactly("مرحبا <b>بكم</b> في قريتنا");
    assertThat(BROWSER.first("[lang=ar] h2").getCssValue("direction")).isEqualTo("rtl");
    BROWSER.open(Newsroom.at(newsroom, "/articles/a-rap"));
    assertThat(BROWSER.first("h1").getCssValue("direction")).isEqualTo("rtl");
    assertThat(BROWSER.first(".top").getCssValue("direction")).isEqualTo("ltr");
  }

  private static void assertFits() {
    assertThat(BROWSER.number("document.scrollingElement.scrollWidth"))
        .isLessThanOrEqualTo(Browser.NARROW);
  }

  private static Article odd(
      String id, String title, String summary, List<String> authors, String language, String src) {
    OffsetDateTime published = OffsetDateTime.parse("2026-01-01T07:00:00+07:00");
    List<Media> media =
        src == null
            ? List.of()
            : List.of(
                new Media(
                    URI.create(partner.address(src)), "image/png", null, null, null, null, title));
    return new Article(
        new ArticleId(id),
        title,
        summary,
        "<p>" + summary + "</p><pre>" + summary + "</pre><table><tr><td>" + summary + "</table>",
        null,
        authors,
        List.of("dan-van"),
        List.of(),
        language,
        null,
        published,
        published,
        media,
        State.LIVE,
        null,
        Schedule.NONE);
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;
import vn.bantin.article.State;

/** The front page, articles' pages and what the newsroom's own tools ask, over a real socket. */
final class PagesTest {

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    ServedNewsroom.found(folder);
    Files.writeString(
        folder.resolve("feeds").resolve("day.yaml"),
        ServedNewsroom.feed("Mỗi ngày", "kinh-te") + "limit: 20\n");
    newsroom = ServedNewsroom.resume(folder, Clock.systemUTC());
    for (int i = 0; i < 60; i++) {
      newsroom.put(Articles.article("p" + i, "kinh-te", 10 + i));
    }
    Article elsewhere = Articles.article("elsewhere", "dan-van", 1);
    Article here = homeless("here");
    newsroom.put(
        elsewhere,
        here,
        homeless("taken-back"),
        homeless("draft").in(State.DRAFT, null),
        homeless("past"),
        homeless("never").in(State.EXPIRED, null),
        Articles.titled(homeless("a.b_c~d:e"), "<b>&amp;\"'"));
    newsroom.put(homeless("past").in(State.EXPIRED, null));
    newsroom.withdraw("taken-back");
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @Test
  void theFrontPageNamesEveryFeedForPeopleAndPrograms() {
    RawAnswer answer = newsroom.get("/");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    Document page = Jsoup.parse(answer.text());
    assertThat(page.title()).isEqualTo("Đài Sông Mây");
    assertThat(page.select("h2").eachText()).contains("Mới nhất", "Mục dan-van");
    assertThat(page.select("link[rel=alternate][type]")).hasSize(15);
    assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
        .containsExactly("vi", "en");
    for (Element link : page.select("link[rel=alternate]")) {
      assertThat(get(link).header("Content-Type")).startsWith(link.attr("type"));
    }
    for (Element link : page.select("a[href^=/], link[href^=/]:not([rel~=icon])")) {
      assertThat(newsroom.get(link.attr("href"), "Accept: text/html").status())
          .as(link.outerHtml())
          .isEqualTo(200);
    }
  }

  @Test
  void theFrontPageIsForPeopleAndSearchEngines() {
    Document page = Jsoup.parse(newsroom.get("/").text());
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo(ServedNewsroom.BASE + "/");
    assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Đài Sông Mây");
    assertThat(page.select("script[type=application/ld+json]").html())
        .contains("\"@type\":\"NewsMediaOrganization\"");
    assertThat(page.select("script:not([src]):not([type])")).isEmpty();
    assertThat(page.select("[style], style")).isEmpty();
    assertThat(page.select("section details .address").eachText())
        .contains(ServedNewsroom.BASE + "/feeds/dan-van.rss");
    assertThat(page.select("form[role=search]").attr("action")).isEqualTo("/search");
  }

  @ParameterizedTest
  @CsvSource({"vi, Theo dõi", "en, Subscribe", "fr, Theo dõi"})
  void pagesSpeakTheReadersLanguage(String language, String word) {
    for (String address : new String[] {"/", "/feeds/dan-van", "/search?q=tin"}) {
      RawAnswer answer = newsroom.get(address, "Accept: text/html", "Accept-Language: " + language);
      assertThat(answer.header("Vary")).as(address).contains("Accept-Language");
      assertThat(newsroom.get(answer.header("Content-Location")).body())
          .as(address)
          .isEqualTo(answer.body());
      String said =
          address.startsWith("/search") ? word.equals("Subscribe") ? "Search" : "Tìm" : word;
      assertThat(answer.text()).as(address).contains(said);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
        "text/html                                                      | text/html",
        "application/rss+xml, text/html;q=0.9                           | application/rss+xml",
        "application/atom+xml, text/html                                | application/atom+xml",
        "*/*                                                            | application/atom+xml"
      })
  void aFeedInABrowserIsAPage(String accepted, String type) {
    RawAnswer answer = newsroom.get("/feeds/dan-van", "Accept: " + accepted);
    assertThat(answer.header("Content-Type")).startsWith(type);
  }

  @Test
  void aUnionIsAPageWithoutWhatOnlyAFeedHas() {
    Document page = Jsoup.parse(newsroom.get("/feeds/dan-van+kinh-te.vi.html").text());
    assertThat(page.select(".entries h2")).isNotEmpty();
    assertThat(page.select("#embed, [href*=oembed], [href*='/embed/']")).isEmpty();
    for (Element link : page.select("link[rel=alternate]")) {
      assertThat(get(link).status()).as(link.outerHtml()).isEqualTo(200);
    }
  }

  @Test
  void theArchiveCanBePagedThrough() {
    Document page = Jsoup.parse(newsroom.get("/feeds/day.vi.html").text());
    List<String> seen = new ArrayList<>(page.select(".entries h2").eachText());
    for (int steps = 0; steps < 5; steps++) {
      Element older = page.select(".ways a:contains(Cũ hơn)").first();
      if (older == null) {
        break;
      }
      page = Jsoup.parse(newsroom.get(older.attr("href")).text());
      seen.addAll(page.select(".entries h2").eachText());
    }
    for (int i = 0; i < 60; i++) {
      assertThat(seen).contains("Tin thử p" + i);
    }
    assertThat(page.select(".ways a").eachText()).contains("Mới nhất", "Mới hơn");
  }

  private static RawAnswer get(Element link) {
    return newsroom.get(link.attr("href").substring(ServedNewsroom.BASE.length()));
  }

  @Test
  void anArticleWithoutAnAddressOfItsOwnHasAPage() {
    RawAnswer answer = newsroom.get("/articles/here");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    Document page = Jsoup.parse(answer.text());
    assertThat(page.select("h1").text()).isEqualTo("Tin thử here");
    assertThat(page.select("time").attr("datetime")).isEqualTo("2026-01-01T07:02:00+07:00");
    assertThat(page.select("article").attr("lang")).isEqualTo("vi");
    assertThat(page.text()).contains("Lê Thị Mận").contains("con đường số 2");
  }

  @Test
  void aTitleIsTextAndNeverMarkup() {
    Document page = Jsoup.parse(newsroom.get("/articles/a.b_c~d:e").text());
    assertThat(page.select("h1").text()).isEqualTo("<b>&amp;\"'");
    assertThat(page.title()).isEqualTo("<b>&amp;\"'");
    assertThat(page.select("b")).isEmpty();
  }

  @Test
  void headOfAnArticleHasNoBody() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer get = http.get("/articles/here");
      RawAnswer head = http.ask("HEAD", "/articles/here");
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("Content-Length"))
          .isEqualTo("" + get.text().getBytes(StandardCharsets.UTF_8).length);
      assertThat(http.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void anArticleWithAnAddressOfItsOwnIsThere() {
    RawAnswer answer = newsroom.get("/articles/elsewhere");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("https://songmay.example/tin/elsewhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"taken-back", "past"})
  void whatWasTakenBackIsGone(String id) {
    RawAnswer answer = newsroom.get("/articles/" + id);
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 410 Gone");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text()).contains("\"code\":\"article-withdrawn\"").doesNotContain("nhầm");
    assertThat(newsroom.get("/articles/" + id, "Accept: text/html").text())
        .contains("410 article-withdrawn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unknown", "draft", "never", "", "here/", "HERE", "here%00", "h%C3%A9", "%20here"})
  void whatIsNotPublicIsNotFound(String id) {
    RawAnswer answer = newsroom.get("/articles/" + id);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("\"code\":\"no-such-article\"");
  }

  @Test
  void healthIsToldOnItsOwnPortOnly() {
    try (RawHttp http = RawHttp.connect(newsroom.adminPort())) {
      assertThat(http.get("/healthz").text()).isEqualTo("alive\n");
      RawAnswer ready = http.get("/readyz");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.text()).isEqualTo("ready\n");
      assertThat(ready.header("Cache-Control")).isEqualTo("no-store");
      assertThat(http.ask("HEAD", "/readyz").status()).isEqualTo(200);
      assertThat(http.get("/feeds/dan-van.atom").status()).isEqualTo(404);
    }
    assertThat(newsroom.get("/healthz").status()).isEqualTo(404);
    assertThat(newsroom.get("/readyz").status()).isEqualTo(404);
  }

  private static Article homeless(String id) {
    Article a = Articles.article(id, "dan-van", 2);
    return new Article(
        a.id(),
        a.title(),
        a.summary(),
        a.bodyHtml(),
        null,
        a.authors(),
        a.categories(),
        a.tags(),
        a.language(),
        a.source(),
        a.published(),
        a.updated(),
        a.media(),
        a.state(),
        a.note(),
        a.schedule());
  }
}

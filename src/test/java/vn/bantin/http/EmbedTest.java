package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;

/** What partners' pages are made of, over a real socket. */
final class EmbedTest {

  private static final String TITLE = "<b>Lúa & \"ngô\"</b>";

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, Clock.systemUTC());
    for (int i = 1; i <= 30; i++) {
      newsroom.put(Articles.article("a" + i, "dan-van", i));
    }
    newsroom.put(Articles.titled(Articles.article("last", "dan-van", 99), TITLE));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @Test
  void theFragmentIsPlainHtmlWithWholeAddresses() {
    RawAnswer answer = newsroom.get("/embed/dan-van.html");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.text()).doesNotContain("<html").doesNotContain("<script");
    Document fragment = Jsoup.parseBodyFragment(answer.text());
    assertThat(fragment.select("li")).hasSize(5);
    assertThat(fragment.select("li a").first().text()).isEqualTo(TITLE);
    assertThat(fragment.select("b")).isEmpty();
    assertThat(fragment.select("a, link").eachAttr("href"))
        .allMatch(address -> address.startsWith("https://"));
    assertThat(fragment.select("link").attr("href")).isEqualTo(ServedNewsroom.BASE + "/embed.css");
  }

  @Test
  void theFrameIsAPageThatMayStandInOthers() {
    RawAnswer answer = newsroom.get("/embed/dan-van?limit=3&layout=cards&theme=dark");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .contains("frame-ancestors *")
        .doesNotContain("unsafe");
    Document page = Jsoup.parse(answer.text());
    assertThat(page.select("li")).hasSize(3);
    assertThat(page.select("section").attr("class")).isEqualTo("bantin bantin-cards bantin-dark");
    assertThat(newsroom.get(page.select("script").attr("src")).header("Content-Type"))
        .isEqualTo("text/javascript; charset=utf-8");
    assertThat(page.select("script").html()).isEmpty();
  }

  @Test
  void ourOwnPagesMayNot() {
    for (String address : new String[] {"/", "/feeds/dan-van.vi.html", "/search.vi.html?q=a"}) {
      assertThat(newsroom.get(address).header("Content-Security-Policy"))
          .as(address)
          .contains("frame-ancestors 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void theDataIsForProgramsInPages() {
    RawAnswer answer = newsroom.get("/embed/dan-van.json", "Origin: https://baotinh.example");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("ETag, Last-Modified");
    JsonNode data = JsonMapper.shared().readTree(answer.body());
    assertThat(data.get("title").asString()).isEqualTo("Mục dan-van");
    assertThat(data.get("entries")).hasSize(20);
    JsonNode first = data.get("entries").get(0);
    assertThat(first.get("title").asString()).isEqualTo(TITLE);
    assertThat(first.get("when").asString()).isEqualTo("08:39, Thứ Năm 01/01/2026");
    assertThat(first.get("published").asString()).isEqualTo("2026-01-01T08:39:00+07:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/embed/dan-van", "/embed/dan-van.html", "/embed/dan-van.json", "/index.vi.html"})
  void aCopyIsAskedForWithItsValidator(String address) {
    RawAnswer answer = newsroom.get(address, "Accept-Encoding: gzip");
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Cache-Control")).startsWith("public, max-age=");
    assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
    RawAnswer again =
        newsroom.get(address, "Accept-Encoding: gzip", "If-None-Match: " + answer.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "/embed/dan-van?limit=5, /embed/dan-van",
    "/embed/dan-van?utm_source=x&limit=3, /embed/dan-van?limit=3",
    "/embed/dan-van?theme=dark&layout=cards, /embed/dan-van?layout=cards&theme=dark",
    "/embed/dan-van?limit=007, /embed/dan-van?limit=7",
    "/embed/dan-van?limit=7&limit=9, /embed/dan-van?limit=7",
    "/embed/dan-van.json?limit=3, /embed/dan-van.json",
    "/embed/dan%2Dvan, /embed/dan-van"
  })
  void everySpellingLeadsToOneAddress(String asked, String address) {
    RawAnswer answer = newsroom.get(asked);
    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("Location")).isEqualTo(address);
    assertThat(newsroom.get(address).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=21",
        "limit=1000000000",
        "limit=99999999999999999999",
        "limit=",
        "limit=x",
        "limit=%35",
        "layout=rows",
        "layout=",
        "layout=LIST",
        "theme=blue",
        "theme=%3Cscript%3E"
      })
  void anOptionThatThereIsNotIsRefused(String query) {
    RawAnswer answer = newsroom.get("/embed/dan-van.html?" + query);
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
    assertThat(answer.text()).contains("\"code\":\"bad-option\"");
    RawAnswer page = newsroom.get("/embed/dan-van?" + query, "Accept: text/html");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("400 bad-option").doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/embed/", "/embed/khong-co", "/embed/dan-van.rss", "/embed/dan-van+kinh-te"})
  void aFeedThatThereIsNotIsRefused(String address) {
    RawAnswer answer = newsroom.get(address);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("\"code\":\"no-such-feed\"");
  }

  @Test
  void whatIsWithdrawnIsGoneAtOnce() {
    newsroom.put(Articles.titled(Articles.article("short", "ton-giao", 5), "Sẽ được rút"));
    assertThat(newsroom.get("/embed/ton-giao.html").text()).contains("Sẽ được rút");
    assertThat(newsroom.get("/").text()).contains("Sẽ được rút");
    newsroom.withdraw("short");
    for (String address :
        new String[] {
          "/embed/ton-giao", "/embed/ton-giao.html", "/embed/ton-giao.json", "/index.vi.html"
        }) {
      assertThat(newsroom.get(address).text()).as(address).doesNotContain("Sẽ được rút");
    }
    assertThat(newsroom.get("/embed/ton-giao.html").text()).contains("Chưa có tin, bài nào.");
  }

  @Test
  void theScriptIsSmallAndForEverybody() {
    RawAnswer answer = newsroom.get("/embed.js", "Accept-Encoding: br");
    assertThat(answer.header("Content-Encoding")).isEqualTo("br");
    assertThat(answer.body()).hasSizeLessThan(6 * 1024);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Cache-Control")).startsWith("public, max-age=3600");
    assertThat(
            newsroom
                .get("/embed.js", "Accept-Encoding: br", "If-None-Match: " + answer.header("ETag"))
                .status())
        .isEqualTo(304);
  }

  @Test
  void theFrontPageIsLight() {
    Document page = Jsoup.parse(newsroom.get("/").text());
    int bytes = newsroom.get("/", "Accept-Encoding: gzip").body().length;
    for (String asset : page.select("link[rel=stylesheet], script[src]").eachAttr("href")) {
      bytes += asset.isEmpty() ? 0 : newsroom.get(asset, "Accept-Encoding: gzip").body().length;
    }
    for (String asset : page.select("script[src]").eachAttr("src")) {
      bytes += newsroom.get(asset, "Accept-Encoding: gzip").body().length;
    }
    assertThat(bytes).isLessThan(60 * 1024);
  }

  @Test
  void aBrowserThatAsksBeforehandMayAsk() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer answer =
          http.ask(
              "OPTIONS",
              "/embed/dan-van.json",
              "Origin: https://baotinh.example",
              "Access-Control-Request-Method: GET",
              "Access-Control-Request-Headers: if-none-match");
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
      assertThat(answer.header("Access-Control-Allow-Headers")).contains("If-None-Match");
      assertThat(answer.all("Access-Control-Allow-Credentials")).isEmpty();
      RawAnswer without = http.ask("OPTIONS", "/embed/dan-van.json");
      assertThat(without.status()).isEqualTo(405);
      RawAnswer written =
          http.ask(
              "OPTIONS",
              "/api/articles",
              "Origin: https://baotinh.example",
              "Access-Control-Request-Method: PUT");
      assertThat(written.all("Access-Control-Allow-Origin")).isEmpty();
    }
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
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

/** What a pasted address can be shown as, over a real socket. */
final class OEmbedTest {

  private static final String FEED = ServedNewsroom.BASE + "/feeds/dan-van";

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, Clock.systemUTC());
    newsroom.put(Articles.article("a", "dan-van", 1));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @Test
  void aFeedIsAFrame() {
    RawAnswer answer = ask(FEED, "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    JsonNode found = JsonMapper.shared().readTree(answer.body());
    assertThat(found.get("version").asString()).isEqualTo("1.0");
    assertThat(found.get("type").asString()).isEqualTo("rich");
    assertThat(found.get("title").asString()).isEqualTo("Mục dan-van");
    assertThat(found.get("provider_name").asString()).isEqualTo("Đài Sông Mây");
    assertThat(found.get("cache_age").asInt()).isEqualTo(300);
    Element frame = Jsoup.parseBodyFragment(found.get("html").asString()).body().child(0);
    assertThat(frame.tagName()).isEqualTo("iframe");
    assertThat(frame.attr("src")).isEqualTo(ServedNewsroom.BASE + "/embed/dan-van");
    assertThat(frame.attr("title")).isEqualTo("Mục dan-van");
    assertThat(frame.attr("width")).isEqualTo(found.get("width").asString());
  }

  @Test
  void theSameComesInXml() {
    RawAnswer answer = ask(FEED, "&format=xml");
    assertThat(answer.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
    Document found = Jsoup.parse(answer.text(), "", Parser.xmlParser());
    assertThat(found.select("oembed > type").text()).isEqualTo("rich");
    assertThat(found.select("oembed > html").text()).startsWith("<iframe ");
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/dan-van.atom, /embed/dan-van",
    "/feeds/dan-van.vi.html#embed, /embed/dan-van",
    "/embed/dan-van?limit=3&theme=dark, /embed/dan-van?limit=3&theme=dark",
    "/feeds/dan-van?utm_source=x, /embed/dan-van"
  })
  void anyAddressOfTheFeedWillDo(String pasted, String shown) {
    JsonNode found = JsonMapper.shared().readTree(ask(ServedNewsroom.BASE + pasted, "").body());
    Element frame = Jsoup.parseBodyFragment(found.get("html").asString()).body().child(0);
    assertThat(frame.attr("src")).isEqualTo(ServedNewsroom.BASE + shown);
  }

  @Test
  void itIsNoLargerThanThereIsRoomFor() {
    JsonNode found = JsonMapper.shared().readTree(ask(FEED, "&maxwidth=300&maxheight=200").body());
    assertThat(found.get("width").asInt()).isEqualTo(300);
    assertThat(found.get("height").asInt()).isEqualTo(200);
  }

  @Test
  void pagesOfFeedsLeadToIt() {
    Document page = Jsoup.parse(newsroom.get("/feeds/dan-van.vi.html").text());
    for (String type : new String[] {"application/json+oembed", "text/xml+oembed"}) {
      String address = page.select("link[type=" + type + "]").attr("href");
      assertThat(address).startsWith(ServedNewsroom.BASE);
      RawAnswer answer = newsroom.get(address.substring(ServedNewsroom.BASE.length()));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).contains("iframe");
    }
  }

  @Test
  void aCopyIsAskedForWithItsValidator() {
    RawAnswer answer = ask(FEED, "");
    assertThat(answer.header("Cache-Control")).startsWith("public, max-age=300");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    String address = "/oembed?url=" + URLEncoder.encode(FEED, StandardCharsets.UTF_8);
    assertThat(newsroom.get(address, "If-None-Match: " + answer.header("ETag")).status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/feeds/dan-van",
        "https://feeds.songmay.example.evil.example/feeds/dan-van",
        "https://feeds.songmay.example@evil.example/feeds/dan-van",
        "https://feeds.songmay.example/feeds/khong-co",
        "https://feeds.songmay.example/articles/a",
        "https://feeds.songmay.example/",
        "javascript:alert(1)",
        "x"
      })
  void whatIsNotOursIsNotFound(String url) {
    RawAnswer answer = ask(url, "");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("\"code\":\"nothing-to-embed\"");
  }

  @ParameterizedTest
  @CsvSource({
    "&format=yaml, 501, unknown-format",
    "&maxwidth=0, 400, bad-option",
    "&maxheight=x, 400, bad-option",
    "&maxwidth=100000, 400, bad-option"
  })
  void whatCannotBeIsRefused(String more, int status, String code) {
    RawAnswer answer = ask(FEED, more);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
  }

  @Test
  void anAddressMustBeGivenAndItsOptionsMustBeThere() {
    assertThat(newsroom.get("/oembed").text()).contains("\"code\":\"no-url\"");
    assertThat(ask(ServedNewsroom.BASE + "/embed/dan-van?limit=0", "").text())
        .contains("\"code\":\"bad-option\"");
    assertThat(newsroom.get("/oembed?url=" + "x".repeat(9_000)).status()).isEqualTo(414);
  }

  private static RawAnswer ask(String url, String more) {
    return newsroom.get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
  }
}

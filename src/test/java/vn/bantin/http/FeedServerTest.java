package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import vn.bantin.store.SettableClock;

/** What feeds answer, byte by byte over a real socket. */
final class FeedServerTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String CHANGED = "Sun, 01 Mar 2026 08:35:00 GMT";
  private static final String NOW = "Sun, 01 Mar 2026 09:35:00 GMT";

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    SettableClock clock = new SettableClock(ServedNewsroom.START);
    newsroom = ServedNewsroom.start(folder, clock);
    clock.move(Duration.ofMinutes(5));
    newsroom.put(Articles.article("a", "dan-van", 1));
    clock.move(Duration.ofHours(1));
    await()
        .until(
            () -> newsroom.get(ATOM, "Accept-Encoding: br").all("Content-Encoding").contains("br"));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @Test
  void aFeedComesWithAllThatAReaderNeeds() {
    RawAnswer answer = newsroom.get(ATOM);
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(answer.header("ETag")).matches("\"[0-9a-z]+-[0-9a-f]{12}\"");
    assertThat(answer.headers())
        .containsExactlyInAnyOrder(
            "ETag: " + answer.header("ETag"),
            "Last-Modified: " + CHANGED,
            "Date: " + NOW,
            "Cache-Control: public, max-age=300, stale-while-revalidate=60, stale-if-error=86400",
            "Vary: Accept-Encoding",
            "Content-Type: application/atom+xml; charset=utf-8",
            "Content-Length: " + answer.body().length,
            "X-Content-Type-Options: nosniff",
            "Surrogate-Key: bantin bantin:dan-van",
            "Cache-Tag: bantin,bantin:dan-van",
            "Access-Control-Allow-Origin: *",
            "Access-Control-Expose-Headers: ETag, Last-Modified");
    assertThat(answer.text())
        .startsWith("<?xml")
        .contains("articles/a")
        .contains(ServedNewsroom.BASE + ATOM);
  }

  @ParameterizedTest
  @CsvSource({
    "atom, application/atom+xml; charset=utf-8",
    "rss, application/rss+xml; charset=utf-8",
    "json, application/feed+json"
  })
  void everyFormatHasItsTypeWhateverTheClientAccepts(String extension, String type) {
    RawAnswer answer = newsroom.get("/feeds/dan-van." + extension, "Accept: image/png");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(answer.all("Content-Location")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br"})
  void everyCodingIsSmallerAndDecodesToTheSameBytes(String coding) {
    RawAnswer plain = newsroom.get(ATOM);
    RawAnswer coded = newsroom.get(ATOM, "Accept-Encoding: " + coding);
    assertThat(coded.header("Content-Encoding")).isEqualTo(coding);
    assertThat(coded.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(coded.body().length).isLessThan(plain.body().length);
    assertThat(coded.decoded()).isEqualTo(plain.body());
    assertThat(plain.all("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br"})
  void eachCodingHasATagOfItsOwn(String coding) {
    String plain = newsroom.get(ATOM).header("ETag");
    String coded = newsroom.get(ATOM, "Accept-Encoding: " + coding).header("ETag");
    assertThat(coded)
        .matches(plain.substring(0, plain.length() - 1) + "-" + coding + "[.][0-9a-f]{8}\"");
    assertThat(newsroom.get("/feeds/dan-van.rss").header("ETag")).isNotEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip;q=0.5, identity;q=0.8     | ''",
        "gzip;q=0                       | ''",
        "''                             | ''",
        "br                             | br",
        "gzip, deflate, br, zstd        | br",
        "gzip, br;q=0.5                 | gzip",
        "br;q=0, *                      | gzip",
        "gzip;q=0, identity;q=0, br     | br",
        "*                              | br",
        "x-gzip                         | gzip",
        "identity;q=0                   | 406",
        "identity;q=0, gzip             | gzip",
        "*;q=0, gzip;q=0.001            | gzip",
        "*;q=0                          | 406",
        "zstd, identity;q=0             | 406",
        "gzip;q=0, identity;q=0         | 406"
      })
  void theCodingIsTheClientsChoice(String accepted, String coding) {
    RawAnswer answer = newsroom.get(ATOM, "Accept-Encoding: " + accepted);
    switch (coding) {
      case "406" -> {
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.text()).contains("\"code\":\"no-acceptable-coding\"");
      }
      case "" -> assertThat(answer.all("Content-Encoding")).isEmpty();
      default -> assertThat(answer.header("Content-Encoding")).isEqualTo(coding);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "br"})
  void headHasTheFieldsOfGetAndNoBody(String coding) {
    String accepted = "Accept-Encoding: " + coding;
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer get = http.get(ATOM, accepted);
      RawAnswer head = http.ask("HEAD", ATOM, accepted);
      assertThat(head.statusLine()).isEqualTo(get.statusLine());
      assertThat(head.headers()).containsExactlyInAnyOrderElementsOf(get.headers());
      RawAnswer unchanged = http.ask("HEAD", ATOM, accepted, "If-None-Match: *");
      assertThat(unchanged.status()).isEqualTo(304);
      assertThat(http.ask("HEAD", "/feeds/nothing.atom").status()).isEqualTo(404);
      assertThat(http.get(ATOM).body()).isNotEmpty();
    }
  }

  @Test
  void anUnknownQueryLeadsToTheOneAddress() {
    RawAnswer asked = newsroom.get(ATOM + "?utm_source=x&page=2&%00=..");
    assertThat(asked.status()).isEqualTo(301);
    assertThat(asked.header("Location")).isEqualTo(ATOM);
    assertThat(newsroom.get(ATOM + "?").status()).as("an empty query is none").isEqualTo(200);
  }

  @Test
  void aLargeFeedArrivesWholeInEveryCoding() {
    Article[] articles = new Article[60];
    for (int i = 0; i < articles.length; i++) {
      Article article = Articles.article("to-" + i, "ton-giao", i);
      String body = ("<p>Đường mới " + i * 7919 + "</p>").repeat(1000);
      articles[i] = Articles.saying(article, body);
    }
    newsroom.put(articles);
    RawAnswer plain = newsroom.get("/feeds/ton-giao.atom");
    assertThat(plain.body().length).isGreaterThan(1_000_000);
    assertThat(plain.text()).endsWith("</feed>\n");
    for (String accepted : List.of("gzip", "br")) {
      RawAnswer coded = newsroom.get("/feeds/ton-giao.atom", "Accept-Encoding: " + accepted);
      assertThat(coded.decoded()).as(accepted).isEqualTo(plain.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get"})
  void otherMethodsAreRefusedWithThoseThatAreAllowed(String method) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer answer = http.ask(method, ATOM, "If-None-Match: *");
      assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 405 Method Not Allowed");
      assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
      assertThat(answer.text()).contains("\"code\":\"method-not-allowed\"");
      assertThat(http.get(ATOM).status()).isEqualTo(200);
    }
  }

  @Test
  void aMethodThatOnlyLooksLikeHeadEndsItsConnection() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write("head " + ATOM + " HTTP/1.1\r\nHost: x\r\n\r\n");
      RawAnswer answer = http.read("HEAD");
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String target :
        List.of("/feeds/no.atom", "/feeds/dan-van.yaml", "/feeds/", "/feeds/.atom")) {
      RawAnswer answer = newsroom.get(target);
      assertThat(answer.status()).as(target).isEqualTo(404);
      assertThat(answer.text()).as(target).contains("\"code\":\"no-such-feed\"");
    }
    assertThat(newsroom.get("/feeds").text()).contains("\"code\":\"not-found\"");
  }
}

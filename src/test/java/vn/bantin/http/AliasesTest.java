package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;

/** Redirects and ended feeds over a real socket. */
final class AliasesTest {

  private static final String RSS = "/feeds/dan-van.rss";

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, new SettableClock(ServedNewsroom.START));
    newsroom.put(Articles.article("a", "dan-van", 1));
    String tag = newsroom.get(RSS).header("ETag");
    newsroom.awaitReload(() ->
        append(
            """
            moved:
              nong-thon: dan-van
              the-thao: https://the-thao.example/feed
              quanh-quan: https://feeds.songmay.example/feeds/quanh-quan
            ended:
              tet-2025: Tết đã qua, hẹn năm sau!
            """));
    assertThat(newsroom.get(RSS).header("ETag"))
        .as("a redirect more makes no feed another one")
        .isEqualTo(tag);
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    assertThat(newsroom.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/feed/                                      | /feeds/moi-nhat.rss",
        "/category/dan-van/feed/                     | /feeds/dan-van.rss",
        "/category/d%C3%A2n-v%E1%BA%ADn/feed/        | /feeds/dan-van.rss",
        "/feeds/da%CC%82n-va%CC%A3%CC%82n.rss        | /feeds/dan-van.rss",
        "/feeds/d%C3%A2n%20v%E1%BA%ADn.rss           | /feeds/dan-van.rss",
        "/feeds/Dan-Van.RSS                          | /feeds/dan-van.rss",
        "/feeds/dan-van/                             | /feeds/dan-van",
        "/feeds/dan-van/?utm_source=x                | /feeds/dan-van",
        "/feeds/dan-van?a=b                          | /feeds/dan-van",
        "/feeds/dan-van.rss?utm_source=x&x=%0d%0aA:b | /feeds/dan-van.rss",
        "/feeds/dan-van.rss;jsessionid=1             | /feeds/dan-van.rss",
        "/feeds/nong-thon.atom                       | /feeds/dan-van.atom",
        "/feeds/nong-thon+moi-nhat.atom              | /feeds/dan-van+moi-nhat.atom",
        "/feeds/ton-giao+nong-thon+dan-van?x=1       | /feeds/dan-van+ton-giao",
        "/feeds/dan-van+nong-thon.json               | /feeds/dan-van.json",
        "/feeds/the-thao                             | https://the-thao.example/feed",
        "http://feeds.songmay.example/rss            | /feeds/moi-nhat.rss"
      })
  void anotherAddressIsRedirectedForGood(String target, String location) {
    RawAnswer answer = get(target);
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 301 Moved Permanently");
    assertThat(answer.header("Location")).isEqualTo(location);
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=3600");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.text()).isEqualTo("Moved to " + location + "\n");
    assertThat(answer.all("A")).isEmpty();
    assertThat(answer.header("Surrogate-Key")).isEqualTo("bantin");
    if (location.startsWith("/")) {
      assertThat(get(location).status()).as("one redirect is enough").isEqualTo(200);
    }
  }

  @Test
  void headIsRedirectedWithoutABody() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer answer = http.ask("HEAD", "/feed/");
      assertThat(answer.status()).isEqualTo(301);
      assertThat(answer.header("Location")).isEqualTo("/feeds/moi-nhat.rss");
      assertThat(http.get(RSS).status()).isEqualTo(200);
    }
  }

  @Test
  void aConditionDoesNotHoldOffARedirect() {
    assertThat(get(RSS + "?x", "If-None-Match: *").status()).isEqualTo(301);
  }

  @Test
  void aQueryBuildsNothing() {
    get(RSS);
    long built = built();
    for (int i = 0; i < 100; i++) {
      assertThat(get(RSS + "?cachebuster=" + i).status()).isEqualTo(301);
    }
    assertThat(built()).isEqualTo(built);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds/tet-2025", "/feeds/tet-2025.atom", "/category/tet-2025/feed/"})
  void anEndedFeedIsGoneAndSaysWhy(String target) {
    RawAnswer answer = get(target);
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 410 Gone");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(answer.text())
        .contains("\"code\":\"feed-ended\"", "\"hint\":\"Tết đã qua, hẹn năm sau!\"");
    assertThat(get(target, "Accept: text/html").text()).contains("<p>Tết đã qua, hẹn năm sau!</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/feeds/dan-van+tet-2025.atom       | feed-ended      | Tết đã qua, hẹn năm sau!",
        "/feeds/tet-2025+nong-thon          | feed-ended      | A part of this union has ended:"
            + " tet",
        "/feeds/dan-van+the-thao.atom       | feed-moved-away | to it at https://the-thao.example",
      })
  void aUnionWithAFeedThatIsNoMoreHereIsGoneAndSaysWhy(String target, String code, String words) {
    RawAnswer answer = get(target);
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 410 Gone");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(answer.text()).contains("\"code\":\"" + code + "\"", words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/quanh-quan",
        "//evil.example/feed/",
        "//feed/",
        "/feeds/dan-van%0d%0aX-Evil:%20yes.rss",
        "/feeds/dan-van+khong-co.rss",
        "/feeds/nong-thon+khong-co.rss",
        "/feeds/khong-co+tet-2025.rss",
        "/feeds/nong-thon+ton-giao.xml",
        "/feeds/khong-co.rss?utm_source=x",
        "/feeds/khong-co/feed/",
        "/category/khong-co/"
      })
  void whatIsNoFeedIsNotRedirected(String target) {
    RawAnswer answer = get(target);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.all("Location")).isEmpty();
    assertThat(answer.all("X-Evil")).isEmpty();
  }

  private static RawAnswer get(String target, String... headers) {
    return newsroom.get(target, headers);
  }

  private static long built() {
    return newsroom.events().stream().filter(Event.SnapshotBuilt.class::isInstance).count();
  }

  private static void append(String yaml) {
    try {
      Path site = newsroom.feedFile("site");
      Files.writeString(site, Files.readString(site) + yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

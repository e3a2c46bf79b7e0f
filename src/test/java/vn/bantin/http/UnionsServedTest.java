package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import vn.bantin.article.Articles;
import vn.bantin.store.SettableClock;

/** What the addresses of unions answer, over a real socket. */
final class UnionsServedTest {

  private static final String ATOM = "/feeds/dan-van+kinh-te.atom";

  @TempDir private static Path folder;

  private static final SettableClock CLOCK = new SettableClock(ServedNewsroom.START);
  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, CLOCK);
    newsroom.put(Articles.article("a", "dan-van", 1), Articles.article("b", "kinh-te", 2));
    CLOCK.move(Duration.ofHours(1));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "rss", "json"})
  void aUnionComesInEveryFormat(String extension) {
    String target = "/feeds/dan-van+kinh-te." + extension;
    RawAnswer answer = newsroom.get(target);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("tin/a")
        .contains("tin/b")
        .contains("Mục dan-van + Mục kinh-te")
        .contains(ServedNewsroom.BASE + target);
    assertThat(answer.text().indexOf("tin/b")).isLessThan(answer.text().indexOf("tin/a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kinh-te+dan-van.atom                 | dan-van+kinh-te.atom",
        "kinh-te+dan-van+kinh-te.json         | dan-van+kinh-te.json",
        "dan-van%2Bkinh-te.rss                | dan-van+kinh-te.rss",
        "dan-van%2bkinh-te.rss                | dan-van+kinh-te.rss",
        "%64an-van+kinh-te.rss                | dan-van+kinh-te.rss",
        "dan-van+kinh-te.atom?page=2          | dan-van+kinh-te.atom",
        "dan-van+kinh-te.atom;v=2             | dan-van+kinh-te.atom",
        "kinh-te+dan-van?x=1                  | dan-van+kinh-te",
        "dan-van+dan-van.atom                 | dan-van.atom",
        "dan-van+dan-van                      | dan-van",
        "ton-giao+moi-nhat+kinh-te+dan-van.rss | dan-van+kinh-te+moi-nhat+ton-giao.rss"
      })
  void everyOtherSpellingLeadsToTheOneAddress(String asked, String address) {
    for (String method : new String[] {"GET", "HEAD"}) {
      try (RawHttp http = RawHttp.connect(newsroom.port())) {
        RawAnswer answer = http.ask(method, "/feeds/" + asked, "If-None-Match: *");
        assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 301 Moved Permanently");
        assertThat(answer.header("Location")).isEqualTo("/feeds/" + address);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(http.get(answer.header("Location")).status()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dan-van+khong-co.atom",
        "khong-co+dan-van",
        "dan-van+.atom",
        "+dan-van.atom",
        "dan-van++kinh-te.atom",
        "+",
        "+.atom",
        "kinh-te+dan-van.xml",
        "kinh-te+dan-van.",
        "dan-van+kinh-te.atom/"
      })
  void whatIsNoUnionIsNotFound(String name) {
    RawAnswer answer = newsroom.get("/feeds/" + name);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("\"code\":\"no-such-feed\"");
  }

  @Test
  void moreThanEightFeedsAreTooMany() {
    List<String> more = List.of("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8");
    more.forEach(UnionsServedTest::write);
    String eight = "/feeds/dan-van+f1+f2+f3+f4+f5+f6+f7";
    await().until(() -> newsroom.get(eight + ".atom").status() == 200);
    await().until(() -> newsroom.get("/feeds/f8.atom").status() == 200);
    RawAnswer answer = newsroom.get(eight + "+f8.atom");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("\"code\":\"too-many-feeds\"").contains("\"hint\":\"Name");
    assertThat(newsroom.get(eight + "+f1.atom").status()).isEqualTo(301);
  }

  @Test
  void conditionsAreAnsweredAsForAnyFeed() {
    RawAnswer whole = newsroom.get(ATOM, "Accept-Encoding: gzip");
    assertThat(whole.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(whole.header("Vary")).isEqualTo("Accept-Encoding");
    RawAnswer plain = newsroom.get(ATOM);
    assertThat(whole.decoded()).isEqualTo(plain.body());
    String tag = "If-None-Match: " + whole.header("ETag");
    assertThat(newsroom.get(ATOM, tag).status()).isEqualTo(304);
    assertThat(newsroom.get(ATOM, tag, "Accept-Encoding: gzip").status()).isEqualTo(304);
    String date = "If-Modified-Since: " + plain.header("Last-Modified");
    assertThat(newsroom.get(ATOM, date).status()).isEqualTo(304);
    assertThat(newsroom.get(ATOM, "If-Match: \"old\"").status()).isEqualTo(412);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      assertThat(http.ask("HEAD", ATOM).header("ETag")).isEqualTo(plain.header("ETag"));
    }
    CLOCK.move(Duration.ofMinutes(1));
    newsroom.put(Articles.article("c", "kinh-te", 3));
    RawAnswer moved = newsroom.get(ATOM, tag, date);
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.text()).contains("tin/c");
    assertThat(newsroom.get(ATOM, date).status()).isEqualTo(200);
  }

  @Test
  void theFormatIsNegotiatedAsForAnyFeed() {
    RawAnswer answer = newsroom.get("/feeds/dan-van+kinh-te", "Accept: application/feed+json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Location")).isEqualTo("/feeds/dan-van+kinh-te.json");
    assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(answer.header("ETag"))
        .isEqualTo(newsroom.get("/feeds/dan-van+kinh-te.json").header("ETag"));
    assertThat(newsroom.get("/feeds/dan-van+kinh-te", "Accept: image/png").status()).isEqualTo(406);
  }

  private static void write(String name) {
    try {
      Files.writeString(newsroom.feedFile(name), ServedNewsroom.feed("Mục " + name, "dan-van"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.store.SettableClock;

/** What {@code /feeds/NAME} chooses, and how refusals look, over a real socket. */
final class NegotiationTest {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, new SettableClock(ServedNewsroom.START));
    newsroom.put(Articles.article("a", "dan-van", 1));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/atom+xml                             | atom",
        "application/rss+xml                              | rss",
        "application/feed+json                            | json",
        "application/json                                 | json",
        "application/xml                                  | atom",
        "application/atom+xml;q=0.3, application/rss+xml  | rss",
        "*/*                                              | atom",
        "application/*;q=0.5, application/feed+json;q=0.6 | json",
        "APPLICATION/RSS+XML                              | rss",
        "broken, application/rss+xml                      | rss"
      })
  void theFormatIsTheClientsChoice(String accepted, String extension) {
    RawAnswer answer = newsroom.get("/feeds/dan-van", "Accept: " + accepted);
    RawAnswer direct = newsroom.get("/feeds/dan-van." + extension);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Location")).isEqualTo("/feeds/dan-van." + extension);
    assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(answer.header("Content-Type")).isEqualTo(direct.header("Content-Type"));
    assertThat(answer.header("ETag")).isEqualTo(direct.header("ETag"));
    assertThat(answer.body()).isEqualTo(direct.body());
  }

  @Test
  void withoutAcceptItIsAtom() {
    RawAnswer answer = newsroom.get("/feeds/dan-van");
    assertThat(answer.header("Content-Location")).isEqualTo("/feeds/dan-van.atom");
    assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Encoding");
  }

  @Test
  void severalAcceptLinesAreOneList() {
    RawAnswer answer =
        newsroom.get(
            "/feeds/dan-van",
            "Accept: application/atom+xml;q=0.1",
            "Accept: application/feed+json;q=0.2");
    assertThat(answer.header("Content-Location")).isEqualTo("/feeds/dan-van.json");
  }

  @Test
  void noFormatThatWillDoIsAProblemWithAHint() {
    RawAnswer answer = newsroom.get("/feeds/dan-van", "Accept: image/png, */*;q=0");
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 406 Not Acceptable");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonNode problem = problem(answer);
    assertThat(problem.get("code").asString()).isEqualTo("not-acceptable");
    assertThat(problem.get("hint").asString()).contains("application/atom+xml");
  }

  @Test
  void aProblemHasTheFieldsOfRfc9457() {
    RawAnswer answer = newsroom.get("/feeds/kh%C3%B4ng%20c%C3%B3.atom?x=1");
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(answer.header("Vary")).isEqualTo("Accept");
    assertThat(answer.all("ETag")).isEmpty();
    assertThat(answer.all("Last-Modified")).isEmpty();
    JsonNode problem = problem(answer);
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder("title", "status", "code", "hint", "instance");
    assertThat(problem.get("status").asInt()).isEqualTo(404);
    assertThat(problem.get("code").asString()).isEqualTo("no-such-feed");
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("hint").asString()).isNotBlank();
    assertThat(problem.get("instance").asString())
        .as("a URI reference, as it was asked for")
        .isEqualTo("/feeds/kh%C3%B4ng%20c%C3%B3.atom");
  }

  @Test
  void aPersonGetsAPageInstead() {
    RawAnswer answer = newsroom.get("/feeds/khong-co.atom", "Accept: " + BROWSER);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(answer.text()).startsWith("<!doctype html>").contains("404 no-such-feed");
  }

  @Test
  void headOfAProblemHasNoBody() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer get = http.get("/feeds/khong-co.atom");
      RawAnswer head = http.ask("HEAD", "/feeds/khong-co.atom");
      assertThat(head.status()).isEqualTo(404);
      assertThat(head.header("Content-Length")).isEqualTo("" + get.body().length);
      assertThat(http.get("/feeds/dan-van.atom").status()).isEqualTo(200);
    }
  }

  private static JsonNode problem(RawAnswer answer) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    return JsonMapper.shared().readTree(answer.body());
  }
}

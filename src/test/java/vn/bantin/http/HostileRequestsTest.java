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
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;

/** Requests that no well-meaning client sends, or only an old one, over a real socket. */
final class HostileRequestsTest {

  private static final String ATOM = "/feeds/dan-van.atom";

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
    assertThat(newsroom.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/%2e%2e/x",
        "/feeds/../site.yaml",
        "/feeds/..%2fsite",
        "/feeds/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/feeds/site.yaml",
        "/feeds/dan-van.atom%00",
        "/feeds/dan-van%00.atom",
        "/feeds/dan-van.atom%0d%0aX-Evil:%20yes",
        "/feeds/dan-van..atom",
        "/feeds/%ff%fe.atom",
        "/feeds/%3Cscript%3E.atom",
        "/feeds//dan-van.atom",
        "//feeds/dan-van.atom",
        "/Feeds/dan-van.atom",
        "/articles/",
        "/articles/a%2Fb",
        "/articles/%27%20OR%201=1--",
        "/articles/%3Cscript%3E",
        "/articles/../feeds/dan-van.atom"
      })
  void anAddressThatIsNoneIsNotFound(String target) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer answer = http.get(target);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.all("X-Evil")).isEmpty();
      assertThat(answer.text()).startsWith("{").contains("\"status\":404");
      RawAnswer page = http.get(target, "Accept: text/html");
      assertThat(page.text()).startsWith("<!doctype html>").doesNotContain("<script");
      assertThat(http.get(ATOM).status()).isEqualTo(200);
    }
  }

  @Test
  void percentEncodedLettersLeadToTheOneAddress() {
    RawAnswer answer = newsroom.get("/feeds/d%61n%2Dvan%2Eatom");
    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("Location")).isEqualTo(ATOM);
  }

  // The parts are written with signs: § for CR LF, ␀ for NUL.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /feeds/dan-van.atom§§",
        "GET /feeds/dan-van.atom HTTP/2.0§Host: x§§",
        "GET /feeds/dan-van.atom HTTP/1.1§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§Host: y§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host : x§§",
        "GET /feeds/dan-van␀.atom HTTP/1.1§Host: x§§",
        "GET /feeds/dân-vận.atom HTTP/1.1§Host: x§§",
        "GET /feeds/%zz.atom HTTP/1.1§Host: x§§",
        "GET /feeds/dan-van.atom HTTP/1.1\nHost: x\n\n",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§Content-Length: 3§Content-Length: 4§§abcd",
        "GET / HTTP/1.1§Host: x§Transfer-Encoding: chunked§Content-Length: 3§§0§§",
        "\u0016\u0003\u0001\u0002␀\u0001␀\u0001\u00fc\u0003\u0003"
      })
  void whatIsNoRequestEndsTheConnection(String written) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(written.replace("§", "\r\n").replace('␀', '\0'));
      RawAnswer answer = http.read("GET");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aListOfTagsAsLargeAsAFieldMayBeIsReadToItsEnd() {
    String old = "\"k3f-9a1b2c3d4e5f\", ".repeat(1_400);
    String current = newsroom.get(ATOM).header("ETag");
    assertThat(newsroom.get(ATOM, "If-None-Match: " + old).status()).isEqualTo(200);
    assertThat(newsroom.get(ATOM, "If-None-Match: " + old + current).status()).isEqualTo(304);
  }

  @Test
  void theOldProtocolGetsOneAnswerAndTheEnd() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write("GET " + ATOM + " HTTP/1.0\r\n\r\n");
      RawAnswer answer = http.read("GET");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(answer.body()).hasSize(Integer.parseInt(answer.header("Content-Length")));
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @Test
  void theOldProtocolMayAskToStay() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      for (int i = 0; i < 2; i++) {
        http.write("GET " + ATOM + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        RawAnswer answer = http.read("GET");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Connection")).isEqualTo("keep-alive");
      }
    }
  }

  @Test
  void requestsInOnePieceAreAnsweredInOrder() {
    String tail = " HTTP/1.1\r\nHost: x\r\n";
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(
          ("GET /feeds/kinh-te.rss" + tail + "\r\n")
              + ("GET " + ATOM + tail + "If-None-Match: *\r\n\r\n")
              + ("HEAD " + ATOM + tail + "\r\n")
              + ("GET /articles/nothing" + tail + "\r\n")
              + ("GET " + ATOM + tail + "Connection: close\r\n\r\n"));
      assertThat(http.read("GET").header("Content-Type")).startsWith("application/rss+xml");
      assertThat(http.read("GET").status()).isEqualTo(304);
      assertThat(http.read("HEAD").header("Content-Type")).startsWith("application/atom+xml");
      assertThat(http.read("GET").text()).contains("no-such-article");
      assertThat(http.read("GET").text()).endsWith("</feed>\n");
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://feeds.songmay.example", "https://feeds.songmay.example"})
  void theTargetMayBeAWholeAddress(String origin) {
    RawAnswer answer = newsroom.get(origin + ATOM);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(newsroom.get(ATOM).body());
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "POST, 405"})
  void theBodyOfARequestIsPassedOver(String method, int status) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      String head = method + " " + ATOM + " HTTP/1.1\r\nHost: x\r\n";
      http.write(head + "Content-Length: 16\r\n\r\nGET / HTTP/1.1\r\n");
      assertThat(http.read(method).status()).isEqualTo(status);
      http.write(head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
      assertThat(http.read(method).status()).isEqualTo(status);
      assertThat(http.get(ATOM, "If-None-Match: *").status()).isEqualTo(304);
    }
  }

  @Test
  void aClientThatWaitsToSendItsBodyIsAnswered() {
    RawAnswer answer =
        newsroom.get(ATOM, "Expect: 100-continue", "Content-Length: 5", "Connection: close");
    assertThat(answer.status()).isEqualTo(200);
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.config.Option;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;

/** Requests in odd pieces and odd forms, byte by byte, and the exact answers of both lanes. */
final class BadRequestsTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String BARE =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  @TempDir private static Path folder;

  private static final SettableClock CLOCK = new SettableClock(ServedNewsroom.START);
  private static ServedNewsroom fast;
  private static ServedNewsroom slow;

  @BeforeAll
  static void start() throws IOException {
    fast = ServedNewsroom.start(folder, CLOCK);
    slow = ServedNewsroom.resume(folder, CLOCK, Map.of(Option.FAST_LANE, "false"));
    fast.put(Articles.article("a", "dan-van", 1));
    slow.server().catchUp();
    fast.get(ATOM);
    slow.get(ATOM);
  }

  @AfterAll
  static void stop() {
    slow.close();
    fast.close();
    assertThat(fast.events()).noneMatch(Event.RequestFailed.class::isInstance);
    assertThat(slow.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @Test
  void aRequestMayComeInAnyTwoPieces() {
    String request = "GET " + ATOM + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    String whole = answers(fast, request);
    assertThat(whole).startsWith("HTTP/1.1 200 OK\r\n").endsWith("</feed>\n");
    for (int at = 1; at < request.length(); at++) {
      for (ServedNewsroom newsroom : List.of(fast, slow)) {
        assertThat(answers(newsroom, request.substring(0, at), request.substring(at)))
            .as("split at %d", at)
            .isEqualTo(whole);
      }
    }
  }

  @Test
  void aRequestMayComeByteByByte() {
    String request = "GET " + ATOM + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    String[] bytes = request.split("");
    assertThat(answers(fast, bytes)).isEqualTo(answers(slow, request));
  }

  // The parts are written with signs: § for CR LF, ␀ for NUL.
  @ParameterizedTest
  @ValueSource(
      strings = {
        // line ends and blanks
        "GET /feeds/dan-van.atom HTTP/1.1\nHost: x\n\n",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x\n\n",
        "GET /feeds/dan-van.atom HTTP/1.1\rHost: x\r\r",
        "§GET /feeds/dan-van.atom HTTP/1.1§Host: x§§",
        "§§§GET /feeds/dan-van.atom HTTP/1.1§Host: x§§",
        "\nGET /feeds/dan-van.atom HTTP/1.1§Host: x§§",
        " GET /feeds/dan-van.atom HTTP/1.1§Host: x§§",
        "GET  /feeds/dan-van.atom HTTP/1.1§Host: x§§",
        "GET /feeds/dan-van.atom  HTTP/1.1§Host: x§§",
        "GET /feeds/dan-van.atom HTTP/1.1 §Host: x§§",
        "GET\t/feeds/dan-van.atom\tHTTP/1.1§Host: x§§",
        "GET /feeds/dan-van.atom HTTP/1.1§ Host: x§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§no colon§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§: no name§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§X-Bad : y§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§X(Bad): y§§",
        // signs
        "GET /feeds/dan-van.atom␀ HTTP/1.1§Host: x§§",
        "GET␀ /feeds/dan-van.atom HTTP/1.1§Host: x§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§X-Nul: a␀b§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§X-N␀l: a§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§X-Bell: \u0007§§",
        "GET /feeds/dan-van.atom HTTP/1.1§Host: x§X-CR: a\rb§§",
        "GET /feeds/\u00c0\u00af.atom HTTP/1.1§Host: x§§",
        "GET /feeds/dan-van.atom#top HTTP/1.1§Host: x§§",
        "GET /feeds/<dan-van>.atom HTTP/1.1§Host: x§§",
        "GET /feeds/%.atom HTTP/1.1§Host: x§§",
        "GET /feeds/%2.atom HTTP/1.1§Host: x§§",
        // methods and protocols
        "G\u00cbT /feeds/dan-van.atom HTTP/1.1§Host: x§§",
        "/feeds/dan-van.atom HTTP/1.1§Host: x§§",
        "GET /feeds/dan-van.atom§§",
        "GET /feeds/dan-van.atom §§",
        "GET /feeds/dan-van.atom HTTP/2.0§Host: x§§",
        "GET /feeds/dan-van.atom HTTP/11§Host: x§§",
        "GET /feeds/dan-van.atom HTTP/1.10§Host: x§§",
        "GET /feeds/dan-van.atom http/1.1§Host: x§§",
        "GET /feeds/dan-van.atom ICAP/1.0§Host: x§§",
        "PRI * HTTP/2.0§§SM§§",
        // targets
        "GET feeds.songmay.example HTTP/1.1§Host: feeds.songmay.example§§",
        "GET feeds.songmay.example:80 HTTP/1.1§Host: feeds.songmay.example:80§§",
        "GET * HTTP/1.1§Host: x§§",
        "GET ../feeds/dan-van.atom HTTP/1.1§Host: x§§",
        "GET ?dan-van HTTP/1.1§Host: x§§",
        // lengths
        "GET / HTTP/1.1§Host: x§Content-Length: 3§Content-Length: 4§§abcd",
        "GET / HTTP/1.1§Host: x§Content-Length: 3§Content-Length: 3§§abc",
        "GET / HTTP/1.1§Host: x§Content-Length: 3, 3§§abc",
        "GET / HTTP/1.1§Host: x§Content-Length: +3§§abc",
        "GET / HTTP/1.1§Host: x§Content-Length: -1§§",
        "GET / HTTP/1.1§Host: x§Content-Length: 0x3§§abc",
        "GET / HTTP/1.1§Host: x§Content-Length: three§§abc",
        "GET / HTTP/1.1§Host: x§Content-Length: §§",
        "GET / HTTP/1.1§Host: x§Content-Length: 3 3§§abc",
        "GET / HTTP/1.1§Host: x§Transfer-Encoding: chunked§Content-Length: 3§§0§§",
        "GET / HTTP/1.1§Host: x§Content-Length: 3§Transfer-Encoding: chunked§§0§§",
        "GET / HTTP/1.1§Host: x§Content-Length: 0§Transfer-Encoding: chunked§§0§§",
        "GET / HTTP/1.1§Host: x§Content-Length: 5§Transfer-Encoding: identity§§0§§",
        "GET / HTTP/1.1§Host: x§Transfer-Encoding: chunked§Transfer-Encoding: chunked§§0§§",
        "GET / HTTP/1.1§Host: x§Transfer-Encoding: chunked§Transfer-Encoding: identity§§0§§",
        "GET / HTTP/1.1§Host: x§Transfer-Encoding : chunked§§0§§",
        "\u0016\u0003\u0001\u0002␀\u0001␀\u0001\u00fc\u0003\u0003"
      })
  void whatIsNoRequestGetsABareAnswerAndTheEnd(String written) {
    String request = written.replace("§", "\r\n").replace('␀', '\0');
    assertThat(answers(fast, request)).isEqualTo(BARE);
    assertThat(answers(slow, request)).isEqualTo(BARE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | No Host Header",
        "Host:§                  | 200",
        "Host: x§Host: x§        | Only One Host Header Allowed",
        "Host: x§Host: y§        | Only One Host Header Allowed",
        "Host: user@x§           | Host Header Bad Characters",
        "Host: user:pass@x§      | Host Header Malformed Port",
        "Host: x/y§              | Host Header Bad Characters",
        "Host: x y§              | Host Header Bad Characters",
        "Host: x:0§              | Host Header Malformed Port",
        "Host: x:65536§          | Host Header Malformed Port",
        "Host: x:§               | Host Header Malformed Port",
        "Host: [::1§             | Host Header Malformed IP-Literal",
        "Host: [::1]:8080§       | 200",
        "Host: X.example:8080§   | 200"
      })
  void theHostIsOneAndMakesSense(String fields, String reason) {
    String request =
        ("GET " + ATOM + " HTTP/1.1§" + fields + "Connection: close§§").replace("§", "\r\n");
    String expected = reason.equals("200") ? "HTTP/1.1 200 OK" : "HTTP/1.1 400 " + reason;
    for (ServedNewsroom newsroom : List.of(fast, slow)) {
      String answer = answers(newsroom, request);
      assertThat(answer).startsWith(expected + "\r\n");
      assertThat(answer).contains("\r\nConnection: close\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /feeds/dan-van.atom HTTP/1.0           | 200",
        "GET /feeds/dan-van.atom HTTP/0.9           | 200",
        "GET /feeds/dan-van.atom HTTP/3.7           | 200",
        "GET /feeds/dan-van.atom?a=b&c HTTP/1.1     | 301",
        "GET /feeds/dan-van.atom?%zz HTTP/1.1       | 400",
        "GET /feeds/dan-van.atom;a=b HTTP/1.1       | 301",
        "GET http://x/feeds/dan-van.atom HTTP/1.1   | 200",
        "GET HTTPS://x/feeds/dan-van.atom HTTP/1.1  | 200",
        "GET ftp://x/feeds/dan-van.atom HTTP/1.1    | 200",
        "GET http://y/feeds/dan-van.atom HTTP/1.1   | 400",
        "GET http:///feeds/dan-van.atom HTTP/1.1    | 400",
        "get /feeds/dan-van.atom HTTP/1.1           | 405",
        "Head /feeds/dan-van.atom HTTP/1.1          | 405",
        "POST /feeds/dan-van.atom HTTP/1.1          | 405",
        "BREW /feeds/dan-van.atom HTTP/1.1          | 405",
        "TRACE /feeds/dan-van.atom HTTP/1.1         | 405",
        "OPTIONS * HTTP/1.1                         | 405",
        "CONNECT x:443 HTTP/1.1                     | 405",
        "GET /feeds/dan-van%00.atom HTTP/1.1        | 404",
        "GET /feeds/%2e%2e/dan-van.atom HTTP/1.1    | 404",
        "GET /feeds/%c0%ae%c0%ae/x.atom HTTP/1.1    | 404",
        "GET /feeds/%c0%af.atom HTTP/1.1            | 404",
        "GET /feeds/%ed%a0%80.atom HTTP/1.1         | 404",
        "GET /feeds/%f4%90%80%80.atom HTTP/1.1      | 404",
        "GET /feeds/..;/dan-van.atom HTTP/1.1       | 404",
        "GET /%66eeds/dan-van.atom HTTP/1.1         | 301"
      })
  void everyFormOfARequestLineHasItsAnswer(String line, int status) {
    String request = line + "\r\nHost: x\r\nConnection: close\r\n\r\n";
    for (ServedNewsroom newsroom : List.of(fast, slow)) {
      assertThat(answers(newsroom, request)).matches("(?s)HTTP/[01].[019] " + status + " .*");
    }
  }

  // A recipient may take a folded line for one with blanks (RFC 9112 §5.2).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Folded: a§ b                     | 200",
        "X-Folded: a§\tb                    | 200",
        "If-None-Match: \"a\",§ *            | 200",
        "If-None-Match:§ *                  | 304",
        "Transfer-Encoding: chunked§ , x    | 501"
      })
  void aFoldedLineIsOneLine(String field, int status) {
    String request = "GET " + ATOM + " HTTP/1.1§Host: x§Connection: close§" + field + "§§0§§";
    for (ServedNewsroom newsroom : List.of(fast, slow)) {
      assertThat(answers(newsroom, request.replace("§", "\r\n")))
          .startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Range: bytes=0-9",
        "Range: bytes=-1",
        "Range: bytes=999999999-",
        "Range: bytes=9-0",
        "Range: entries=1-2",
        "Range: bytes=0-0,2-3,5-"
      })
  void partsOfAFeedAreNotGiven(String range) {
    RawAnswer whole = fast.get(ATOM);
    for (String condition : List.of("X-None: 1", "If-Range: " + whole.header("ETag"))) {
      RawAnswer answer = fast.get(ATOM, range, condition);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).isEqualTo(whole.headers());
      assertThat(answer.body()).isEqualTo(whole.body());
    }
    String known = "If-None-Match: " + whole.header("ETag");
    assertThat(fast.get(ATOM, range, known).status()).isEqualTo(304);
  }

  @Test
  void aHundredRequestsInOnePieceAreAnsweredInOrder() {
    List<String> lines =
        List.of(
            "GET " + ATOM + " HTTP/1.1",
            "HEAD " + ATOM + " HTTP/1.1",
            "GET /feeds/dan-van HTTP/1.1",
            "GET /nothing HTTP/1.1",
            "POST " + ATOM + " HTTP/1.1",
            "GET /articles/a HTTP/1.1",
            "GET " + ATOM + " HTTP/1.1\r\nIf-None-Match: *",
            "GET /feeds/dan-van.rss HTTP/1.1\r\nAccept-Encoding: gzip",
            "GET / HTTP/1.1",
            "GET " + ATOM + " HTTP/1.1\r\nContent-Length: 4\r\nX-Body: next");
    int[] statuses = {200, 200, 200, 404, 405, 302, 304, 200, 200, 200};
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      String line = lines.get(i * 7 % 10);
      requests.append(line).append("\r\nHost: x\r\n\r\n");
      requests.append(line.endsWith("next") ? "GET " : "");
    }
    for (ServedNewsroom newsroom : List.of(fast, slow)) {
      try (RawHttp http = RawHttp.connect(newsroom.port())) {
        http.write(requests.toString());
        for (int i = 0; i < 100; i++) {
          String line = lines.get(i * 7 % 10);
          RawAnswer answer = http.read(line.substring(0, line.indexOf(' ')));
          assertThat(answer.status())
              .as("answer %d to %s", i, line)
              .isEqualTo(statuses[i * 7 % 10]);
        }
        assertThat(http.get(ATOM).status()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"close, x", "x, close", "x ,\tCLOSE", "keep-alive, close"})
  void toCloseMayBeOneOfSeveralWishes(String wishes) {
    try (RawHttp http = RawHttp.connect(fast.port())) {
      RawAnswer answer = http.get(ATOM, "Connection: " + wishes);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  /** All that comes back for bytes that are sent in pieces. */
  private static String answers(ServedNewsroom newsroom, String... pieces) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      for (String piece : pieces) {
        http.writeAsFarAsItGoes(piece);
      }
      return new String(http.rest(), StandardCharsets.UTF_8);
    }
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;

/** What is just small enough, and the exact answers to what is not. */
final class RequestLimitsTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String BARE =
      "[HTTP/1.1 400 Bad Request, Content-Length: 0, Connection: close]";

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, new SettableClock(ServedNewsroom.START));
    newsroom.put(Articles.article("a", "dan-van", 1));
    newsroom.get(ATOM);
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    assertThat(newsroom.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @Test
  void aPathAndQueryMayHaveSoManyCharacters() {
    String longest = "/feeds/" + "x".repeat(RequestLimits.TARGET - 7);
    assertThat(newsroom.get(longest).status()).isEqualTo(404);
    assertRefused("GET " + longest + "x HTTP/1.1\r\nHost: x\r\n\r\n", 414, "target-too-long");
    String query = ATOM + "?" + "x".repeat(RequestLimits.TARGET - ATOM.length());
    assertThat(newsroom.get(query).status()).isEqualTo(301);
    assertRefused("GET " + query + "x HTTP/1.1\r\nHost: x\r\n\r\n", 414, "target-too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Field: y", "DNT: 1"})
  void aHeadMayHaveSoManyLinesInEitherLane(String field) {
    String line = field + "\r\n";
    String most = line.repeat(RequestLimits.FIELDS - 1);
    assertThat(answer(head(most)).status()).isEqualTo(200);
    assertRefused(head(most + line), 431, "header-too-large");
  }

  @Test
  void aHeadMayHaveSoManyBytes() {
    int others = "Host: x\r\n".length() + "X-Large: \r\n".length();
    String most = "x".repeat(RequestLimits.FIELD_BYTES - others);
    assertThat(answer(head("X-Large: " + most + "\r\n")).status()).isEqualTo(200);
    assertRefused(head("X-Large: " + most + "x\r\n"), 431, "header-too-large");
    String half = "x".repeat(RequestLimits.FIELD_BYTES / 2);
    assertRefused(head("X-A: " + half + "\r\nX-B: " + half + "\r\n"), 431, "header-too-large");
  }

  @Test
  void whatIsTwiceTooLargeEndsTheConnectionWithoutAWordOfOurs() {
    assertThat(bare(head("X: y\r\n".repeat(2 * RequestLimits.FIELDS)))).isEqualTo(BARE);
    assertThat(bare(head("X: y\r\n".repeat(10_000)))).isEqualTo(BARE);
    assertThat(bare(head("X: " + "x".repeat(2 * RequestLimits.FIELD_BYTES) + "\r\n")))
        .isEqualTo(BARE);
    assertThat(bare(head("X: " + "x".repeat(1 << 20) + "\r\n"))).isEqualTo(BARE);
    assertThat(bare("GET /" + "x".repeat(1 << 20) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .isEqualTo(BARE);
    assertThat(bare("X".repeat(1 << 20))).isEqualTo(BARE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void aBodyMayHaveSoManyBytes(String method) {
    String head = method + " " + ATOM + " HTTP/1.1\r\nHost: x\r\nContent-Length: ";
    int status = method.equals("GET") ? 200 : 405;
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(head + RequestLimits.BODY + "\r\n\r\n" + "x".repeat(RequestLimits.BODY));
      assertThat(http.read(method).status()).isEqualTo(status);
      assertThat(http.get(ATOM).status()).isEqualTo(200);
    }
    assertRefused(head + (RequestLimits.BODY + 1) + "\r\n\r\nx", 413, "body-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999",
        "18446744073709551616",
        "18446744073709551621",
        "000000000000000000000000000005"
      })
  void aLengthThatIsNoNumberOfOursIsTooLarge(String length) {
    String head = "GET " + ATOM + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length;
    assertRefused(head + "\r\n\r\nhello", 413, "body-too-large");
  }

  @Test
  void whoAsksWhetherToSendTooMuchIsToldNotTo() {
    String head = "POST " + ATOM + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n";
    assertRefused(head + "Content-Length: 65537\r\n\r\n", 413, "body-too-large");
  }

  @Test
  void aBodyInPiecesIsAnsweredAndCutOffWhenItGetsTooLarge() {
    String piece = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
    String head = "GET " + ATOM + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(head + piece.repeat(16) + "0\r\n\r\n");
      assertThat(http.read("GET").status()).isEqualTo(200);
      assertThat(http.get(ATOM).status()).isEqualTo(200);
    }
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.writeAsFarAsItGoes(head + piece.repeat(64) + "0\r\n\r\n");
      assertThat(http.read("GET").status()).isEqualTo(200);
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "identity",
    "gzip",
    "xchunked",
    "chunked;q=1",
    "'gzip, chunked'",
    "'chunked, chunked'"
  })
  void aBodyInAnotherTransferCodingIsRefused(String coding) {
    String head = "POST " + ATOM + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + coding;
    assertRefused(head + "\r\n\r\n0\r\n\r\n", 501, "unknown-transfer-coding");
  }

  private static void assertRefused(String request, int status, String code) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.writeAsFarAsItGoes(request);
      RawAnswer answer = http.read("GET");
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.text()).contains("\"code\":\"" + code + "\"").contains("\"hint\":\"");
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  private static RawAnswer answer(String request) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(request);
      return http.read("GET");
    }
  }

  private static String bare(String request) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.writeAsFarAsItGoes(request);
      RawAnswer answer = http.read("GET");
      assertThat(http.isClosedByServer()).isTrue();
      return List.of(answer.statusLine(), String.join(", ", answer.headers())).toString();
    }
  }

  private static String head(String fields) {
    return "GET " + ATOM + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
  }
}

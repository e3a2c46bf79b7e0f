package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // fields end with CR LF
final class PlainRequestTest {

  private static final String LINE = "GET /feeds/dan-van.atom HTTP/1.1\r\n";
  private static final String HOST = "Host: feeds.songmay.example\r\n";

  private final PlainRequest request = new PlainRequest();

  /** The fields of readers, fetchers, browsers and tools as they are on the wire. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "User-Agent: curl/8.5.0\r\nAccept: */*\r\n",
        "User-Agent: Reader/1.2 (+https://reader.example; 12 subscribers)\r\n"
            + "Accept: application/atom+xml, application/rss+xml;q=0.9, */*;q=0.1\r\n"
            + "Accept-Encoding: gzip, deflate, br\r\n"
            + "If-None-Match: \"k3f-9a1b2c3d4e5f-gzip\"\r\n"
            + "If-Modified-Since: Sun, 01 Mar 2026 08:30:00 GMT\r\n"
            + "Connection: keep-alive\r\n",
        "user-agent: Fetcher (like FeedFetcher)\r\naccept-encoding: gzip\r\n"
            + "if-none-match: W/\"a\", \"b\"\r\nconnection: close\r\n",
        "Connection: keep-alive\r\nPragma: no-cache\r\nCache-Control: no-cache\r\n"
            + "Upgrade-Insecure-Requests: 1\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n"
            + "Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n"
            + "Accept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: vi,en;q=0.8\r\n"
            + "Cookie: a=b; c=d\r\nReferer: https://songmay.example/\r\nDNT: 1\r\n",
        "X-Forwarded-For: 192.0.2.1, 10.0.0.1\r\nX-Forwarded-Proto: https\r\n"
            + "X-Forwarded-Host: feeds.songmay.example\r\nX-Real-IP: 192.0.2.1\r\n"
            + "Connection: close\r\n",
        "Forwarded: for=\"[2001:db8::17]:4711\";proto=https\r\nVia: 1.1 varnish (Varnish/7.1)\r\n"
            + "X-Varnish: 32770\r\nX-Request-ID: 5a3f\r\n",
        "ACCEPT-ENCODING:gzip\r\n",
        "",
      })
  void clientsAsTheyAreAreTaken(String fields) {
    String bytes = LINE + HOST + fields + "\r\n";
    assertThat(read(bytes)).isEqualTo(bytes.length());
    assertThat(text(bytes, request.target)).isEqualTo("feeds/dan-van.atom");
  }

  @Test
  void whatMattersIsFound() {
    String bytes =
        "HEAD /feeds/a+b.json HTTP/1.1\r\nHost: x:8080\r\nAccept-Encoding:  gzip, br \r\n"
            + "if-none-match: \"t\"\r\nIF-MODIFIED-SINCE: yesterday\r\nConnection: close\r\n"
            + "X-Forwarded-For: 192.0.2.1 \r\nforwarded: for=_a, for=192.0.2.1\r\n\r\n";
    assertThat(read(bytes)).isEqualTo(bytes.length());
    assertThat(request.head).isTrue();
    assertThat(request.close).isTrue();
    assertThat(text(bytes, request.target)).isEqualTo("feeds/a+b.json");
    assertThat(text(bytes, request.acceptEncoding)).isEqualTo("gzip, br");
    assertThat(text(bytes, request.ifNoneMatch)).isEqualTo("\"t\"");
    assertThat(text(bytes, request.ifModifiedSince)).isEqualTo("yesterday");
    assertThat(request.forwardedFor.line(bytes(bytes))).containsExactly("192.0.2.1");
    assertThat(request.forwarded.line(bytes(bytes))).containsExactly("for=_a, for=192.0.2.1");
  }

  @Test
  void nothingStaysFromTheRequestBefore() {
    read(LINE + HOST + "If-None-Match: \"t\"\r\nConnection: close\r\nAccept-Encoding: br\r\n\r\n");
    read(LINE + HOST + "X-Forwarded-For: 192.0.2.1\r\nForwarded: for=192.0.2.1\r\n\r\n");
    read(LINE + HOST + "\r\n");
    assertThat(request.close).isFalse();
    assertThat(request.ifNoneMatch.isThere()).isFalse();
    assertThat(request.acceptEncoding.isThere()).isFalse();
    assertThat(request.forwarded.line(new byte[0])).isNull();
    assertThat(request.forwardedFor.line(new byte[0])).isNull();
  }

  @Test
  void oneAfterTheOther() {
    String one = LINE + HOST + "\r\n";
    byte[] bytes = bytes(one + one);
    assertThat(request.read(bytes, 0, bytes.length)).isEqualTo(one.length());
    assertThat(request.read(bytes, one.length(), bytes.length)).isEqualTo(2 * one.length());
  }

  @Test
  void aRequestThatIsNotAllThereIsNotTaken() {
    String whole = LINE + HOST + "If-None-Match: \"t\"\r\n\r\n";
    for (int length = 0; length < whole.length(); length++) {
      byte[] bytes = bytes(whole);
      assertThat(request.read(bytes, 0, length)).as("%s bytes", length).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /feeds/a.atom HTTP/1.1\r\nHost: x\r\n\r\n",
        "get /feeds/a.atom HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /feeds/%61.atom HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /search?q=a%20b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /feeds/a.atom;b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /feeds/A.atom HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://x/feeds/a.atom HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET  /feeds/a.atom HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /feeds/a.atom HTTP/1.0\r\nHost: x\r\n\r\n",
        "GET /feeds/a.atom HTTP/1.1\nHost: x\n\n",
        "\r\nGET /feeds/a.atom HTTP/1.1\r\nHost: x\r\n\r\n",
      })
  void aRequestLineThatIsNotPlainIsNotTaken(String bytes) {
    assertThat(read(bytes)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host: \r\n",
        "Host: x\r\nHost: x\r\n",
        "Host: a b\r\n",
        "Host: x:0\r\n",
        "Host: x:65536\r\n",
        "Host: x:123456\r\n",
        "Host: x:\r\n",
        "Host: [::1]\r\n",
        "Host: u@x\r\n",
        "Host : x\r\n",
        HOST + "If-Match: \"t\"\r\n",
        HOST + "If-Unmodified-Since: x\r\n",
        HOST + "A-IM: feed\r\n",
        HOST + "Range: bytes=0-1\r\n",
        HOST + "Content-Length: 0\r\n",
        HOST + "Transfer-Encoding: chunked\r\n",
        HOST + "Expect: 100-continue\r\n",
        HOST + "Upgrade: h2c\r\n",
        HOST + "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For: 192.0.2.2\r\n",
        HOST + "Forwarded: for=192.0.2.1\r\nForwarded: for=192.0.2.2\r\n",
        HOST + "Connection: upgrade\r\n",
        HOST + "Connection: close\r\nConnection: close\r\n",
        HOST + "If-None-Match: \"a\"\r\nIf-None-Match: \"b\"\r\n",
        HOST + "Accept-Encoding: gzip\r\nAccept-Encoding: br\r\n",
        HOST + "User-Agent: a\tb\r\n",
        HOST + "User-Agent: \u00e9\r\n",
        HOST + "User-Agent: a\u0000b\r\n",
        HOST + "User-Agent: a\r\n b\r\n",
        HOST + "User-Agent: a\nX: b\r\n",
        HOST + "User-Agent a\r\n",
        HOST + ": a\r\n",
      })
  void aFieldThatIsNotPlainIsNotTaken(String fields) {
    assertThat(read(LINE + fields + "\r\n")).isEqualTo(-1);
  }

  private int read(String text) {
    byte[] bytes = bytes(text);
    return request.read(bytes, 0, bytes.length);
  }

  private static String text(String bytes, PlainRequest.Span span) {
    return bytes.substring(span.from, span.to);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;
import vn.bantin.config.Option;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;
import vn.bantin.tls.CertificateFiles;
import vn.bantin.tls.Pems;

/** What readers get by TLS: the same as without. */
final class TlsTest {

  /** So many large answers are more than the system takes at once. */
  private static final int MANY = 60;

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String LARGE = "/feeds/ton-giao.atom";
  private static final int ALERT = 21;

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    CertificateFiles files = Pems.put(folder, "ec");
    newsroom =
        ServedNewsroom.start(
            folder,
            new SettableClock(ServedNewsroom.START),
            Map.of(
                Option.TLS_LISTEN, "127.0.0.1:0",
                Option.TLS_CERTIFICATE, files.certificate().toString(),
                Option.TLS_KEY, files.key().toString()));
    newsroom.put(Articles.article("a", "dan-van", 1));
    Article[] articles = new Article[60];
    for (int i = 0; i < articles.length; i++) {
      String body = ("<p>Đường mới " + i * 7919 + "</p>").repeat(1000);
      articles[i] = Articles.saying(Articles.article("to-" + i, "ton-giao", i), body);
    }
    newsroom.put(articles);
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    assertThat(newsroom.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void everyAnswerIsTheSameAsWithoutTls(String version) {
    String tag = newsroom.get(ATOM).header("ETag");
    try (TlsClient client = TlsClient.connect(newsroom.tlsPort()).speaking(version);
        RawHttp secure = client.http();
        RawHttp plain = RawHttp.connect(newsroom.port())) {
      for (List<String> request :
          List.of(
              List.of("GET", ATOM, "Accept-Encoding: gzip"),
              List.of("GET", ATOM, "If-None-Match: " + tag),
              List.of("HEAD", ATOM, "Accept-Encoding: identity"),
              List.of("GET", ATOM, "X-Unknown: to the other lane"),
              List.of("GET", LARGE, "X-Unknown: to the other lane"),
              List.of("GET", "/feeds/no.atom", "Accept: text/html"),
              List.of("POST", ATOM, "Content-Length: 0"),
              List.of("GET", ATOM, "Accept-Encoding: gzip"))) {
        RawAnswer here = secure.ask(request.get(0), request.get(1), request.get(2));
        RawAnswer there = plain.ask(request.get(0), request.get(1), request.get(2));
        assertThat(here.statusLine()).isEqualTo(there.statusLine());
        assertThat(withoutDate(here)).isEqualTo(withoutDate(there));
        assertThat(here.body()).isEqualTo(there.body());
      }
      assertThat(client.socket().getSession().getProtocol()).isEqualTo(version);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X-Unknown: to the other lane\r\n"})
  void aLargeFeedArrivesWholeAtASlowReader(String field) throws IOException {
    byte[] expected = newsroom.get(LARGE).body();
    try (TlsClient client = TlsClient.connectWithLittleRoom(newsroom.tlsPort())) {
      client.socket().getOutputStream().write(request(LARGE, "Connection: close\r\n" + field));
      byte[] answer = byPieces(client.socket().getInputStream());
      assertThat(answer.length).isGreaterThan(expected.length).isGreaterThan(1_000_000);
      int head = answer.length - expected.length;
      assertThat(new String(answer, 0, head, StandardCharsets.ISO_8859_1)).endsWith("\r\n\r\n");
      assertThat(answer).endsWith(expected);
    }
  }

  @Test
  void requestsInOnePieceAreAnsweredInOrderHoweverLarge() {
    try (TlsClient client = TlsClient.connectWithLittleRoom(newsroom.tlsPort());
        RawHttp http = client.http()) {
      String one = new String(request(LARGE, ""), StandardCharsets.ISO_8859_1);
      String other = new String(request(ATOM, ""), StandardCharsets.ISO_8859_1);
      http.write(one + other + one);
      assertThat(http.read("GET").body().length).isGreaterThan(1_000_000);
      assertThat(http.read("GET").text()).contains("articles/a");
      assertThat(http.read("GET").body().length).isGreaterThan(1_000_000);
    }
  }

  @Test
  void manyRequestsInOneRecordAndARecordForEachByteAreAnswered() {
    try (TlsClient client = TlsClient.connect(newsroom.tlsPort());
        RawHttp http = client.http()) {
      String request = new String(request(ATOM, ""), StandardCharsets.ISO_8859_1);
      http.write(request.repeat(400));
      for (int i = 0; i < 400; i++) {
        assertThat(http.read("GET").status()).isEqualTo(200);
      }
      request.chars().forEach(letter -> http.write(Character.toString(letter)));
      assertThat(http.read("GET").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection: close\r\n", "Connection: close\r\nX-Unknown: x\r\n"})
  void theEndOfAConnectionIsSaidInTls(String fields) throws IOException {
    // In TLS 1.2 the type of a record shows that it is an alert.
    try (TlsClient client = TlsClient.connect(newsroom.tlsPort()).speaking("TLSv1.2")) {
      client.socket().getOutputStream().write(request(ATOM, fields));
      assertThat(client.socket().getInputStream().readAllBytes()).isNotEmpty();
      assertThat(client.lastRecordType()).isEqualTo(ALERT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X-Unknown: x\r\n"})
  void aClientThatHasNothingMoreToSayStillGetsItsAnswer(String field) throws IOException {
    try (TlsClient client = TlsClient.connectWithLittleRoom(newsroom.tlsPort())) {
      client.speaking("TLSv1.3").socket().getOutputStream().write(request(LARGE, field));
      client.socket().shutdownOutput();
      assertThat(new String(byPieces(client.socket().getInputStream()), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200 OK")
          .endsWith("</feed>\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X-Unknown: x\r\n"})
  void aRequestAndAGoodbyeInOnePieceAreAnsweredAndSoIsAGoodbyeLater(String field)
      throws IOException {
    try (TlsClient client =
        TlsClient.connectWithLittleRoom(newsroom.tlsPort()).speaking("TLSv1.3")) {
      try (RawHttp http = client.http()) {
        // From now on the server reads what comes.
        assertThat(http.get(ATOM).status()).isEqualTo(200);
        client.inOnePiece(out -> {
          for (int i = 0; i < MANY; i++) {
            out.write(request(LARGE, field));
          }
          out.flush();
          client.socket().shutdownOutput();
        });
        String all = new String(byPieces(client.socket().getInputStream()), StandardCharsets.UTF_8);
        assertThat(all).startsWith("HTTP/1.1 200 OK").endsWith("</feed>\n");
        assertThat(all.split("HTTP/1.1 200 OK", -1)).hasSize(1 + MANY);
      }
    }
  }

  @Test
  void manyRequestsBehindOneWithALargeAnswerAreAnsweredInOrder() throws IOException {
    try (TlsClient client = TlsClient.connectWithLittleRoom(newsroom.tlsPort());
        RawHttp http = client.http()) {
      assertThat(http.get(ATOM).status()).isEqualTo(200);
      String one = new String(request(LARGE, ""), StandardCharsets.ISO_8859_1);
      String other = new String(request(ATOM, ""), StandardCharsets.ISO_8859_1);
      String all = one.repeat(MANY) + other.repeat(800);
      client.inOnePiece(out -> out.write(all.getBytes(StandardCharsets.ISO_8859_1)));
      for (int i = 0; i < MANY + 800; i++) {
        RawAnswer answer = http.read("GET");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().length > 100_000).as("answer %d", i).isEqualTo(i < MANY);
      }
    }
  }

  @Test
  void theCertificateIsTheSameForEveryNameAndForNone() throws Exception {
    for (String name : List.of("localhost", "other.example", "")) {
      try (TlsClient client = TlsClient.connect(newsroom.tlsPort())) {
        SSLParameters parameters = client.socket().getSSLParameters();
        parameters.setServerNames(name.isEmpty() ? List.of() : List.of(new SNIHostName(name)));
        client.socket().setSSLParameters(parameters);
        assertThat(client.http().get(ATOM).status()).isEqualTo(200);
        assertThat(client.socket().getSession().getPeerCertificates())
            .containsExactly(Pems.certificate("ec.pem"));
      }
    }
  }

  @Test
  void aSessionIsTakenUpAgain() throws IOException {
    long first = 0;
    for (int i = 0; i < 2; i++) {
      try (TlsClient client = TlsClient.connect(newsroom.tlsPort()).speaking("TLSv1.2")) {
        assertThat(client.http().get(ATOM).status()).isEqualTo(200);
        long created = client.socket().getSession().getCreationTime();
        first = i == 0 ? created : first;
        assertThat(created).isEqualTo(first);
      }
    }
  }

  @Test
  void onlySuitesWithAKeyForEachConnectionAreTaken() {
    try (TlsClient client = TlsClient.connect(newsroom.tlsPort()).speaking("TLSv1.2")) {
      SSLSocket socket = client.socket();
      socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});
      assertThatThrownBy(socket::startHandshake).hasMessageContaining("handshake_failure");
    }
  }

  @Test
  void aHandshakeUnderWayIsRefused() throws IOException {
    try (TlsClient client = TlsClient.connect(newsroom.tlsPort()).speaking("TLSv1.2");
        RawHttp http = client.http()) {
      assertThat(http.get(ATOM).status()).isEqualTo(200);
      client.socket().startHandshake();
      assertThatThrownBy(() -> http.get(ATOM)).hasMessageContaining("alert");
    }
  }

  @Test
  void http2IsNotOfferedUnlessItIsAskedFor() throws IOException {
    try (TlsClient client = TlsClient.connect(newsroom.tlsPort())) {
      SSLParameters parameters = client.socket().getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      client.socket().setSSLParameters(parameters);
      client.socket().startHandshake();
      assertThat(client.socket().getApplicationProtocol()).isEqualTo("http/1.1");
    }
  }

  private static byte[] request(String target, String fields) {
    return ("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] byPieces(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[700];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      all.write(piece, 0, count);
    }
    return all.toByteArray();
  }

  private static List<String> withoutDate(RawAnswer answer) {
    return answer.headers().stream().filter(line -> !line.startsWith("Date:")).sorted().toList();
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;
import vn.bantin.config.Network;
import vn.bantin.config.Option;
import vn.bantin.net.Loops;
import vn.bantin.net.ProxyDoor;
import vn.bantin.store.SettableClock;
import vn.bantin.tls.CertificateFiles;
import vn.bantin.tls.Pems;

/** Connections that begin with the PROXY protocol. */
final class ProxyProtocolTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String LINE = "PROXY TCP4 192.0.2.1 192.0.2.2 4711 443\r\n";
  private static final String BYTES =
      new String(
          HexFormat.of().parseHex("0d0a0d0a000d0a515549540a2111000cc0000201c0000202126701bb"),
          StandardCharsets.ISO_8859_1);
  private static final String REQUEST = "GET " + ATOM + " HTTP/1.1\r\nHost: x\r\n";
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Duration LONG = Duration.ofMinutes(5);

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
                Option.TLS_KEY, files.key().toString(),
                Option.TRUSTED_PROXIES, "127.0.0.1",
                Option.PROXY_PROTOCOL, "true"));
    Article large = Articles.article("a", "dan-van", 1);
    newsroom.put(Articles.saying(large, "<p>Đường mới</p>".repeat(20_000)));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {LINE, "PROXY UNKNOWN\r\n"})
  void bothLanesAnswerBehindALine(String line) {
    assertAnswers(line);
  }

  @Test
  void bothLanesAnswerBehindBytes() {
    assertAnswers(BYTES);
  }

  private static void assertAnswers(String preamble) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(preamble + REQUEST + "\r\n" + REQUEST + "X-Unknown: x\r\n\r\n");
      byte[] body = http.read("GET").body();
      assertThat(body.length).isGreaterThan(300_000);
      assertThat(http.read("GET").body()).isEqualTo(body);
      assertThat(http.get(ATOM, "If-None-Match: *").status()).isEqualTo(304);
    }
  }

  @Test
  void aPreambleMayComeInPieces() {
    for (String preamble : List.of(LINE, BYTES)) {
      try (RawHttp http = RawHttp.connect(newsroom.port())) {
        String all = preamble + REQUEST + "\r\n";
        all.chars().forEach(letter -> http.write(Character.toString(letter)));
        assertThat(http.read("GET").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void tlsBeginsBehindThePreamble() {
    for (String preamble : List.of(LINE, BYTES)) {
      try (TlsClient client = TlsClient.connectBehind(preamble, newsroom.tlsPort());
          RawHttp http = client.http()) {
        assertThat(http.get(ATOM).text()).endsWith("</feed>\n");
        assertThat(http.get(ATOM, "X-Unknown: x").text()).endsWith("</feed>\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "PROXY TCP4 x\r\n"})
  void whatBeginsOtherwiseIsClosed(String written) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(written);
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @Test
  void theClientsAddressIsTheOneThatTheProxySays() throws IOException {
    try (Echo echo = new Echo(new Network(HERE, 32), LONG);
        RawHttp http = RawHttp.connect(echo.port)) {
      http.write(LINE + REQUEST + "\r\n");
      assertThat(http.read("GET").text()).isEqualTo("192.0.2.1");
    }
  }

  @Test
  void othersThanTheTrustedProxiesAreClosed() throws Exception {
    Network elsewhere = new Network(InetAddress.ofLiteral("10.0.0.0"), 8);
    try (Echo echo = new Echo(elsewhere, LONG);
        RawHttp http = RawHttp.connect(echo.port)) {
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PROXY TCP4 192.0.2.1", "\r\n\r\n"})
  void aPreambleThatDoesNotEndIsCutOff(String beginning) throws IOException {
    try (Echo echo = new Echo(new Network(HERE, 32), Duration.ofMillis(150));
        RawHttp http = RawHttp.connect(echo.port)) {
      http.write(beginning);
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  /** A server that answers with the client's address. */
  private static final class Echo implements AutoCloseable {
    private final Loops loops = new Loops(1, 1, _ -> {});
    private final DefaultByteBufferPool buffers = new DefaultByteBufferPool(true, 16 * 1024);
    private final Listener listener =
        new Listener(
            loops,
            buffers,
            OptionMap.EMPTY,
            new Connections(1_000),
            exchange ->
                exchange
                    .getResponseSender()
                    .send(exchange.getSourceAddress().getAddress().getHostAddress()));
    private final int port;

    Echo(Network trusted, Duration patience) throws IOException {
      Proxies proxies = new Proxies(List.of(trusted));
      port =
          listener.listen(
              new InetSocketAddress(HERE, 0),
              new ProxyDoor(proxies::isTrusted, patience, listener::enter),
              IoUtils::safeClose);
    }

    @Override
    public void close() {
      listener.close();
      loops.close();
    }
  }
}

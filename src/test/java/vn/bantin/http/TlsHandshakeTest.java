package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.tls.Pems;
import vn.bantin.tls.ServerTls;

/** Handshakes that do not come to their end. */
final class TlsHandshakeTest {

  private static final Duration SHORT = Duration.ofMillis(150);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final int PATIENCE_MILLIS = 10_000;

  /** What a record of TLS may have at most, and a little more. */
  private static final int LARGEST_RECORD = 17 * 1024;

  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /** A ClientHello of TLS 1.1 (RFC 4346 §7.4.1.2) with a suite that it has. */
  private static final String HELLO_1_1 =
      "160301002d 01000029 0302 0000000000000000000000000000000000000000000000000000000000000000"
          + "00 0002c009 0100";

  @TempDir private Path folder;
  private ServerTls tls;
  private HttpServer server;

  @BeforeEach
  void start() {
    tls = ServerTls.open(Pems.put(folder, "ec"), InstantSource.system(), _ -> {});
    bind(LONG);
  }

  @AfterEach
  void stop() {
    server.close();
    tls.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "16", "1603010100 0100", "160301002d 01000029 0302 00000000"})
  void aClientThatDoesNotGoOnIsCutOff(String hex) throws IOException {
    server.close();
    bind(SHORT);
    assertThat(answer(bytes(hex))).isEmpty();
  }

  @Test
  void anOldVersionIsRefusedWithAnAlert() throws IOException {
    byte[] answer = answer(bytes(HELLO_1_1));
    // an alert of two bytes: fatal, protocol_version (RFC 8446 §6)
    assertThat(HexFormat.of().formatHex(answer)).matches("1503..00020246");
  }

  @Test
  void whatIsNoTlsIsRefused() throws IOException {
    byte[] answer =
        answer("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
  }

  @Test
  void aRecordThatIsTooLargeIsNotWaitedFor() throws IOException {
    byte[] record = Arrays.copyOf(bytes("1603015000"), LARGEST_RECORD);
    assertThat(answer(record)).isEmpty();
  }

  @Test
  void aRequestForAProtocolThatIsNotSpokenIsRefused() {
    try (TlsClient client = TlsClient.connect(server.tlsPort())) {
      var parameters = client.socket().getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"smtp"});
      client.socket().setSSLParameters(parameters);
      assertThatThrownBy(() -> client.socket().startHandshake())
          .hasMessageContaining("no_application_protocol");
    }
  }

  @Test
  void readersAreToldToWaitByTlsAsWell() {
    try (TlsClient client = TlsClient.connect(server.tlsPort())) {
      assertThat(client.http().get("/").status()).isEqualTo(503);
    }
  }

  @Test
  void oneTooManyIsClosedWithoutAWord() throws IOException {
    server.close();
    bind(LONG, 1);
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), server.tlsPort())) {
      await().until(() -> server.connections() == 1);
      assertThat(answer(new byte[0])).isEmpty();
    }
    await().until(() -> server.connections() == 0);
    try (TlsClient client = TlsClient.connect(server.tlsPort())) {
      assertThat(client.http().get("/").status()).isEqualTo(503);
    }
  }

  private void bind(Duration patience) {
    bind(patience, 100);
  }

  private void bind(Duration patience, int connections) {
    server =
        HttpServer.bind(
            ANYWHERE,
            ANYWHERE,
            new Transport(new Transport.Secure(ANYWHERE, tls, false), false, false, List.of()),
            new Limits(patience, LONG, 1024, connections, Duration.ZERO, Duration.ZERO),
            _ -> {});
  }

  /** All that comes until the server closes. */
  private byte[] answer(byte[] sent) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.tlsPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(sent);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toByteArray();
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}

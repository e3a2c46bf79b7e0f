package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpServerTest {

  private static final Duration SHORT = Duration.ofMillis(150);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private HttpServer server =
      HttpServer.bind(ANYWHERE, ANYWHERE, Transport.PLAIN, limits(LONG, LONG), _ -> {});

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void readersAreToldToWaitUntilItIsOpen() {
    try (RawHttp http = RawHttp.connect(server.port())) {
      RawAnswer answer = http.get("/feeds/dan-van.atom");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.text()).contains("\"code\":\"starting\"");
    }
  }

  @Test
  void itIsAliveBeforeItIsReady() {
    try (RawHttp http = RawHttp.connect(server.adminPort())) {
      assertThat(http.get("/healthz").status()).isEqualTo(200);
      assertThat(http.get("/readyz").status()).isEqualTo(503);
      assertThat(http.get("/nowhere").status()).isEqualTo(404);
    }
  }

  @Test
  void anAddressThatIsTakenIsSaid() {
    InetSocketAddress taken =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    assertThatThrownBy(
            () -> HttpServer.bind(taken, ANYWHERE, Transport.PLAIN, limits(LONG, LONG), _ -> {}))
        .hasRootCauseInstanceOf(BindException.class);
  }

  @Test
  void aHeadThatDoesNotEndIsCutOff() {
    restart(LONG, SHORT);
    try (RawHttp http = RawHttp.connect(server.port())) {
      http.write("GET /feeds/dan-van.atom HT");
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aConnectionWithoutRequestsIsCutOff() {
    restart(SHORT, LONG);
    try (RawHttp http = RawHttp.connect(server.port())) {
      assertThat(http.get("/").status()).isEqualTo(503);
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aBodyThatDoesNotEndIsCutOff() {
    restart(SHORT, LONG);
    try (RawHttp http = RawHttp.connect(server.port())) {
      http.write("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf");
      assertThat(http.read("GET").status()).isEqualTo(503);
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aBodyThatEndsInTimeEndsNothing() {
    restart(Duration.ofSeconds(2), LONG);
    try (RawHttp http = RawHttp.connect(server.port())) {
      for (int i = 0; i < 3; i++) {
        http.write("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nfull");
        assertThat(http.read("GET").all("Connection")).isEmpty();
      }
      assertThat(http.get("/").status()).isEqualTo(503);
    }
  }

  private void restart(Duration idle, Duration slow) {
    server.close();
    server = HttpServer.bind(ANYWHERE, ANYWHERE, Transport.PLAIN, limits(idle, slow), _ -> {});
  }

  private static Limits limits(Duration idle, Duration head) {
    return new Limits(head, idle, 1024, 100, Duration.ZERO, Duration.ZERO);
  }
}

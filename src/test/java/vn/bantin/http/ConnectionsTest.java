package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.article.Articles;

/** How many connections there are, and what one too many gets. */
final class ConnectionsTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST = 5;
  private static final int CYCLES = 10_000;

  @TempDir private Path folder;
  private BoundedNewsroom newsroom;

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @CsvSource({"/feeds/dan-van.atom, true", "/feeds/dan-van.atom, false", "/, true"})
  void oneTooManyIsToldToComeBackLater(String target, boolean fastLane) throws IOException {
    start(MOST, fastLane);
    List<RawHttp> all = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      RawHttp http = RawHttp.connect(newsroom.port());
      assertThat(http.get(target).status()).isEqualTo(200);
      all.add(http);
    }
    String body = new String(Problem.CROWDED.json(null), StandardCharsets.UTF_8);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      assertThat(new String(http.rest(), StandardCharsets.UTF_8))
          .isEqualTo(
              "HTTP/1.1 503 Service Unavailable\r\n"
                  + "Connection: close\r\n"
                  + "Retry-After: 5\r\n"
                  + "Cache-Control: no-store\r\n"
                  + "Content-Type: application/problem+json\r\n"
                  + ("Content-Length: " + body.length() + "\r\n\r\n")
                  + body);
    }
    assertThat(body).contains("\"code\":\"too-many-connections\"");
    try (RawHttp admin = RawHttp.connect(newsroom.adminPort())) {
      assertThat(admin.get("/readyz").status()).isEqualTo(200);
    }
    assertThat(all.getLast().get(target).status()).isEqualTo(200);
    all.getFirst().close();
    awaitConnections(MOST - 1);
    assertThat(newsroom.get(target).status()).isEqualTo(200);
    all.forEach(RawHttp::close);
    awaitConnections(0);
  }

  @Test
  void howeverAConnectionEndsItIsCountedOnce() throws IOException {
    start(1_000, true);
    for (int i = 0; i < CYCLES; i++) {
      RawHttp http = RawHttp.connect(newsroom.port());
      switch (i % 8) {
        case 0 -> http.get(ATOM);
        case 1 -> http.get(ATOM, "If-None-Match: *", "X-Other-Lane: yes");
        case 2 -> http.write("GET " + ATOM + " HT");
        case 3 -> http.get(ATOM, "Connection: close");
        case 4 -> http.get("/nothing", "Connection: close");
        case 5 -> http.write("no request\r\n\r\n");
        case 6 -> http.write("GET " + ATOM + " HTTP/1.1\r\nHost: x\r\n\r\n");
        default -> assertThat(newsroom.server().connections()).isBetween(0, 1_000);
      }
      http.reset();
    }
    awaitConnections(0);
    assertThat(newsroom.get(ATOM).status()).isEqualTo(200);
  }

  private void start(int most, boolean fastLane) throws IOException {
    Limits limits = new Limits(PATIENCE, PATIENCE, 1024, most, Duration.ZERO, Duration.ZERO);
    newsroom = BoundedNewsroom.start(folder, limits, fastLane, Articles.article("a", "dan-van", 1));
    newsroom.get(ATOM);
    awaitConnections(0);
  }

  private void awaitConnections(int count) {
    await().atMost(PATIENCE).until(() -> newsroom.server().connections() == count);
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.config.Network;
import vn.bantin.config.Rate;
import vn.bantin.store.SettableClock;

/** What a client gets that has taken its share, in both lanes. */
final class BudgetedAnswersTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final int SHARE = 6;

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private BoundedNewsroom newsroom;

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoHasTakenItsShareIsToldWhenToComeBack(boolean fastLane) throws IOException {
    start(fastLane);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      takeAll(http);
      RawAnswer refused = http.get(ATOM);
      assertThat(refused.statusLine()).isEqualTo("HTTP/1.1 429 Too Many Requests");
      assertThat(refused.header("Retry-After")).isEqualTo("10");
      assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(refused.all("ETag")).isEmpty();
      assertThat(refused.text()).contains("\"code\":\"too-many-requests\"", "\"instance\":");
      clock.move(Duration.ofSeconds(9));
      assertThat(http.get("/feeds/dan-van").header("Retry-After")).isEqualTo("1");
      clock.move(Duration.ofSeconds(1));
      assertThat(http.get(ATOM).status()).isEqualTo(200);
      assertThat(http.get(ATOM).status()).isEqualTo(429);
    }
    assertThat(newsroom.get("/feeds/dan-van.rss").status()).isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatHasNoBodyIsFree(boolean fastLane) throws IOException {
    start(fastLane);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer whole = http.get(ATOM);
      String tag = "If-None-Match: " + whole.header("ETag");
      for (int i = 0; i < 2 * SHARE; i++) {
        assertThat(http.get(ATOM, tag).status()).isEqualTo(304);
        assertThat(http.ask("HEAD", ATOM).status()).isEqualTo(200);
        assertThat(http.get(ATOM, "If-Match: \"old\"").status()).isEqualTo(412);
        assertThat(http.get("/feeds/none.atom").status()).isEqualTo(404);
      }
      for (int i = 1; i < SHARE; i++) {
        assertThat(http.get(ATOM).status()).isEqualTo(200);
      }
      assertThat(http.get(ATOM).status()).isEqualTo(429);
      RawAnswer known = http.get(ATOM, tag);
      assertThat(known.status()).isEqualTo(304);
      assertThat(known.header("ETag")).isEqualTo(whole.header("ETag"));
      assertThat(http.get(ATOM, "If-Modified-Since: " + whole.header("Last-Modified")).status())
          .isEqualTo(304);
      assertThat(http.get(ATOM, "If-None-Match: \"old\"").status()).isEqualTo(429);
      assertThat(http.ask("HEAD", ATOM).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatHasToBeBuiltIsNotFree(boolean fastLane) throws IOException {
    start(fastLane);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      takeAll(http);
      assertThat(http.ask("HEAD", "/search.atom?q=a").status()).isEqualTo(429);
      assertThat(http.ask("HEAD", "/feeds/dan-van+kinh-te.atom").status()).isEqualTo(429);
      assertThat(http.ask("HEAD", "/embed/dan-van?limit=7").status()).isEqualTo(429);
      assertThat(http.ask("HEAD", "/feeds/dan-van.vi.html").status()).isEqualTo(429);
      assertThat(http.ask("HEAD", "/index.vi.html").status()).isEqualTo(429);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConnectionThatStaysHasNoShareOfItsOwn(boolean fastLane) throws IOException {
    start(fastLane);
    try (RawHttp first = RawHttp.connect(newsroom.port());
        RawHttp second = RawHttp.connect(newsroom.port())) {
      takeAll(first);
      clock.move(Duration.ofMinutes(3));
      takeAll(second);
      assertThat(first.get(ATOM).status()).isEqualTo(429);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClientHasOneShareForAllItsConnections(boolean fastLane) throws IOException {
    start(fastLane);
    for (int i = 0; i < SHARE; i++) {
      String target = i % 2 == 0 ? ATOM : "/feeds/dan-van";
      assertThat(newsroom.get(target).status()).isEqualTo(200);
    }
    assertThat(newsroom.get(ATOM).status()).isEqualTo(429);
    assertThat(newsroom.get("/feeds/dan-van").status()).isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void behindAProxyEachClientHasItsShare(boolean fastLane) throws IOException {
    start(fastLane, new Network(InetAddress.getLoopbackAddress(), 32));
    try (RawHttp proxy = RawHttp.connect(newsroom.port())) {
      String one = "X-Forwarded-For: 198.51.100.9, 192.0.2.1";
      takeAll(proxy, one, "X-Forwarded-Proto: https", "X-Forwarded-Host: feeds.songmay.example");
      assertThat(proxy.get(ATOM, one).status()).isEqualTo(429);
      assertThat(proxy.get(ATOM, "Forwarded: for=192.0.2.1;proto=https").status()).isEqualTo(429);
      takeAll(proxy, "Forwarded: for=192.0.2.2;proto=https");
      takeAll(proxy, "X-Forwarded-For: 198.51.100.9");
      takeAll(proxy);
      takeAll(proxy, one, "Forwarded: for=192.0.2.2");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoIsNoProxyHasOneShareWhateverItSays(boolean fastLane) throws IOException {
    start(fastLane, new Network(InetAddress.ofLiteral("10.0.0.0"), 8));
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      for (int i = 0; i < SHARE; i++) {
        assertThat(http.get(ATOM, "X-Forwarded-For: 192.0.2." + i).status()).isEqualTo(200);
      }
      assertThat(http.get(ATOM, "Forwarded: for=192.0.2.99").status()).isEqualTo(429);
    }
  }

  private static void takeAll(RawHttp http, String... fields) {
    for (int i = 0; i < SHARE; i++) {
      assertThat(http.get(ATOM, fields).status()).isEqualTo(200);
    }
  }

  private void start(boolean fastLane, Network... proxies) throws IOException {
    newsroom =
        BoundedNewsroom.start(
            folder,
            BoundedNewsroom.WIDE,
            Optional.of(new Rate(SHARE, Duration.ofMinutes(1))),
            List.of(proxies),
            clock,
            fastLane,
            Articles.article("a", "dan-van", 1));
    clock.move(Duration.ofHours(1));
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      // A feed is warm when it has been asked for once; to ask for its head is free.
      assertThat(http.ask("HEAD", ATOM).status()).isEqualTo(200);
    }
  }
}

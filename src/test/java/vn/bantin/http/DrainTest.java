package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.observe.Event;

/** A server that stops while it is asked, in both lanes. */
final class DrainTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String REQUEST = "GET " + LargeFeed.ATOM + " HTTP/1.1\r\nHost: x\r\n\r\n";

  @TempDir private static Path folder;

  private static BoundedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    newsroom = BoundedNewsroom.start(folder, BoundedNewsroom.WIDE, true, LargeFeed.articles());
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    assertThat(newsroom.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoIsAtRestIsSentAwayAtOnce(boolean fastLane) {
    start(Duration.ZERO, LONG, fastLane);
    try (RawHttp feed = RawHttp.connect(newsroom.port());
        RawHttp page = RawHttp.connect(newsroom.port())) {
      feed.get(LargeFeed.ATOM);
      page.get("/");
      CompletableFuture<Void> closing = close();
      assertThat(feed.isClosedByServer()).isTrue();
      assertThat(page.isClosedByServer()).isTrue();
      await().atMost(LONG.dividedBy(2)).until(closing::isDone);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnswerUnderWayIsGivenToItsEnd(boolean fastLane) {
    start(Duration.ZERO, LONG, fastLane);
    int whole = newsroom.get(LargeFeed.ATOM).body().length;
    try (RawHttp slow = RawHttp.connectNarrowly(newsroom.port());
        RawHttp late = RawHttp.connect(newsroom.port());
        RawHttp admin = RawHttp.connect(newsroom.adminPort())) {
      slow.write(REQUEST);
      late.write("GET / HTTP/1.1\r\nHo");
      await().atMost(LONG).until(() -> newsroom.server().connections() == 2);
      assertThat(slow.readByte()).isTrue();
      CompletableFuture<Void> closing = close();
      awaitNoMoreConnections();
      assertThat(admin.get("/readyz").status()).isEqualTo(503);
      assertThat(admin.get("/healthz").status()).isEqualTo(200);
      late.write("st: x\r\n\r\n");
      RawAnswer last = late.read("GET");
      assertThat(last.status()).isEqualTo(200);
      assertThat(last.header("Connection")).isEqualTo("close");
      assertThat(late.isClosedByServer()).isTrue();
      assertThat(closing).isNotDone();
      assertThat(slow.rest()).hasSizeGreaterThan(whole);
      await().atMost(LONG.dividedBy(2)).until(closing::isDone);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnswerThatTakesTooLongIsCutOff(boolean fastLane) {
    start(Duration.ZERO, Duration.ofMillis(300), fastLane);
    int whole = newsroom.get(LargeFeed.ATOM).body().length;
    try (RawHttp slow = RawHttp.connectNarrowly(newsroom.port())) {
      slow.write(REQUEST);
      assertThat(slow.readByte()).isTrue();
      close().join();
      assertThat(slow.rest()).hasSizeLessThan(whole);
    }
  }

  @Test
  void whoeverAsksWhetherItIsReadyHearsOfItBeforeReadersDo() {
    start(Duration.ofSeconds(2), LONG, true);
    try (RawHttp reader = RawHttp.connect(newsroom.port());
        RawHttp admin = RawHttp.connect(newsroom.adminPort())) {
      reader.get("/");
      assertThat(admin.get("/readyz").status()).isEqualTo(200);
      CompletableFuture<Void> closing = close();
      await().atMost(LONG).until(() -> admin.get("/readyz").status() == 503);
      RawAnswer answer = reader.get("/");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.all("Connection")).isEmpty();
      assertThat(newsroom.get("/").status()).isEqualTo(200);
      assertThat(closing).isNotDone();
      assertThat(reader.isClosedByServer()).isTrue();
      closing.join();
    }
  }

  private CompletableFuture<Void> close() {
    return CompletableFuture.runAsync(newsroom.server()::close);
  }

  private void awaitNoMoreConnections() {
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThatThrownBy(() -> RawHttp.connect(newsroom.port()).close())
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ConnectException.class));
  }

  private void start(Duration delay, Duration drain, boolean fastLane) {
    Limits limits = new Limits(LONG, LONG, 1024, 1_000, delay, drain);
    newsroom.rebind(limits, fastLane);
    newsroom.get(LargeFeed.ATOM);
    await().atMost(LONG).until(() -> newsroom.server().connections() == 0);
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.observe.Event;

/** Clients that ask for a large feed and do not take it, in both lanes. */
final class SlowReadersTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int SLOWEST_READER_THAT_HAS_NO_MORE_TIME = 1 << 30;
  private static final int SLOWEST_READER_THAT_HAS_AN_HOUR = 1024;
  private static final String REQUEST =
      "GET " + LargeFeed.ATOM + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  @TempDir private static Path folder;

  private static BoundedNewsroom newsroom;

  private int whole;

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
  void anAnswerThatIsNotTakenIsCutOff(boolean fastLane) {
    start(SLOWEST_READER_THAT_HAS_NO_MORE_TIME, fastLane);
    try (RawHttp http = RawHttp.connectNarrowly(newsroom.port())) {
      http.write(REQUEST);
      await().atMost(LONG).until(() -> newsroom.server().connections() == 1);
      await().atMost(LONG).until(() -> newsroom.server().connections() == 0);
      assertThat(http.rest()).hasSizeBetween(1, whole - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnswerThatIsTakenByteByByteIsCutOff(boolean fastLane) {
    start(SLOWEST_READER_THAT_HAS_NO_MORE_TIME, fastLane);
    try (RawHttp http = RawHttp.connectNarrowly(newsroom.port())) {
      http.write(REQUEST);
      assertThat(http.readByte()).isTrue();
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> http.readByte() && newsroom.server().connections() == 0);
      assertThat(http.rest()).hasSizeBetween(1, whole - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLargeAnswerHasMoreTime(boolean fastLane) {
    start(SLOWEST_READER_THAT_HAS_AN_HOUR, fastLane);
    try (RawHttp http = RawHttp.connectNarrowly(newsroom.port())) {
      http.write(REQUEST);
      assertThat(http.readByte()).isTrue();
      await()
          .during(SHORT.multipliedBy(5))
          .atMost(LONG)
          .until(() -> newsroom.server().connections() == 1);
      assertThat(http.rest()).hasSize(whole - 1);
    }
  }

  private void start(int slowestReader, boolean fastLane) {
    Limits limits = new Limits(LONG, SHORT, slowestReader, 1_000, Duration.ZERO, Duration.ZERO);
    newsroom.rebind(limits, fastLane);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(REQUEST);
      whole = http.rest().length;
    }
    assertThat(whole).isGreaterThan(6 << 20);
    await().atMost(LONG).until(() -> newsroom.server().connections() == 0);
  }
}

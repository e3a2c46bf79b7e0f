package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.http.Http2Frames.Frame;
import vn.bantin.http2.Http2Traffic;
import vn.bantin.observe.Event;
import vn.bantin.tls.Pems;
import vn.bantin.tls.ServerTls;

/** What a client of HTTP/2 may take of the server's time, and how the server stops. */
final class Http2BoundsTest {

  private static final Duration SHORT = Duration.ofMillis(700);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int NO_ERROR = 0;
  private static final int REFUSED_STREAM = 7;
  private static final int CANCEL = 8;
  private static final int ENHANCE_YOUR_CALM = 11;
  private static final byte[] NOTHING = {};

  @TempDir private static Path folder;

  private static BoundedNewsroom newsroom;
  private static ServerTls tls;

  @BeforeAll
  static void start() throws IOException {
    newsroom = BoundedNewsroom.start(folder, BoundedNewsroom.WIDE, true, LargeFeed.articles());
    tls = ServerTls.open(Pems.put(folder, "ec"), Clock.systemUTC(), newsroom.events()::add);
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    tls.close();
    assertThat(newsroom.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoNeverAsksIsSentAway(boolean secure) {
    serve(SHORT, Duration.ZERO);
    try (Http2Frames frames = connect(secure)) {
      assertIsSentAway(frames, 0, NO_ERROR);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoAsksNothingMoreIsSentAway(boolean secure) {
    serve(SHORT, Duration.ZERO);
    try (Http2Frames frames = connect(secure)) {
      frames.ask("/", 1, Http2Frames.END_STREAM);
      assertThat(frames.read(Http2Frames.HEADERS).stream()).isEqualTo(1);
      assertIsSentAway(frames, 1, NO_ERROR);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Http2Frames.PING, Http2Frames.SETTINGS, Http2Frames.WINDOW_UPDATE})
  void toSpeakIsNotToAsk(int type) {
    serve(SHORT, Duration.ZERO);
    try (Http2Frames frames = connect(false)) {
      CompletableFuture<Frame> away =
          CompletableFuture.supplyAsync(() -> frames.read(Http2Frames.GOAWAY));
      await()
          .atMost(LONG)
          .pollInterval(SHORT.dividedBy(20))
          .until(() -> {
            frames.write(idleTalk(type));
            return away.isDone();
          });
      assertThat(code(away.join())).isEqualTo(NO_ERROR);
      awaitNoConnections();
    }
  }

  @Test
  void whoTakesItsOnlyRequestBackIsSentAwayAsWell() {
    serve(SHORT, Duration.ZERO);
    try (Http2Frames frames = connect(false)) {
      frames.ask(LargeFeed.ATOM, 1, Http2Frames.END_STREAM);
      assertThat(frames.read(Http2Frames.DATA).stream()).isEqualTo(1);
      frames.write(Http2Frames.number(Http2Frames.RST_STREAM, 1, CANCEL));
      assertIsSentAway(frames, 1, NO_ERROR);
    }
  }

  @Test
  void whoDoesNotTakeItsAnswerIsCutOff() {
    serve(SHORT, Duration.ZERO, 1 << 30);
    try (Http2Frames frames = Http2Frames.connectNarrowly(newsroom.port())) {
      frames.write(Http2Frames.number(Http2Frames.WINDOW_UPDATE, 0, 1 << 30));
      frames.ask(LargeFeed.ATOM, 1, Http2Frames.END_STREAM);
      frames.write(Http2Frames.number(Http2Frames.WINDOW_UPDATE, 1, 1 << 30));
      await().atMost(LONG).until(() -> newsroom.server().connections() == 1);
      awaitNoConnections();
    }
  }

  @Test
  void whoSettlesOnHttp2AndDoesNotBeginIsSentAway() {
    serve(SHORT, Duration.ZERO);
    try (Http2Frames frames = Http2Frames.shakeHands(newsroom.server().tlsPort())) {
      assertIsSentAway(frames, 0, NO_ERROR);
    }
  }

  @Test
  void whoDoesNotSayWhatItSpeaksIsCutOff() {
    serve(SHORT, Duration.ZERO);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write("PRI * HTTP/2.0\r\n");
      assertThat(http.isClosedByServer()).isTrue();
      awaitNoConnections();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20})
  void whatIsSpokenIsFoundOutHoweverItComes(int first) {
    serve(LONG, Duration.ZERO);
    String request = "PRIDE / HTTP/1.1\r\nHost: x\r\n\r\n";
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(request.substring(0, first));
      await().atMost(LONG).until(() -> newsroom.server().connections() == 1);
      http.write(request.substring(first));
      assertThat(http.read("PRIDE").status()).isEqualTo(405);
      assertThat(http.get("/").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("floods")
  void aFloodIsCutOff(String name, IntFunction<List<Frame>> flood) {
    serve(LONG, Duration.ZERO);
    try (Http2Frames clear = connect(false);
        Http2Frames secure = connect(true)) {
      CompletableFuture<Void> other = beside(() -> assertIsCutOff(name, flood, secure));
      assertIsCutOff(name, flood, clear);
      other.join();
      awaitNoConnections();
    }
    assertThat(newsroom.get("/").status()).isEqualTo(200);
  }

  private static void assertIsCutOff(
      String name, IntFunction<List<Frame>> flood, Http2Frames frames) {
    CompletableFuture<Void> writing =
        beside(() -> {
          for (int i = 0; i < 3_000; i++) {
            flood.apply(i).forEach(frames::write);
          }
        });
    assertThat(code(frames.read(Http2Frames.GOAWAY))).as(name).isEqualTo(ENHANCE_YOUR_CALM);
    assertThat(frames.read(Http2Frames.GOAWAY)).isNull();
    writing.join();
  }

  // The common pool may have a single thread, and who waits in it for another waits for ever.
  private static CompletableFuture<Void> beside(Runnable task) {
    return CompletableFuture.runAsync(task, Thread.ofVirtual()::start);
  }

  static Stream<Arguments> floods() {
    Frame ping = new Frame(Http2Frames.PING, 0, 0, new byte[8]);
    Frame pong = new Frame(Http2Frames.PING, Http2Frames.ACK, 0, new byte[8]);
    Frame settings = new Frame(Http2Frames.SETTINGS, 0, 0, NOTHING);
    Frame padding = new Frame(Http2Frames.DATA, 8, 1, new byte[1]);
    return Stream.of(
        flood("requests taken back", i -> List.of(asked(i, 0), taken(i))),
        flood("whole requests taken back", i -> List.of(asked(i, 1), taken(i))),
        flood("pings", _ -> List.of(ping)),
        flood("pongs", _ -> List.of(pong)),
        flood("settings", _ -> List.of(settings)),
        flood("priorities", _ -> List.of(new Frame(Http2Frames.PRIORITY, 0, 9, new byte[5]))),
        flood("unknown", _ -> List.of(new Frame(77, 0, 0, NOTHING))),
        flood("empty data", i -> i == 0 ? List.of(asked(0, 0)) : List.of(data(NOTHING))),
        flood("padding", i -> i == 0 ? List.of(asked(0, 0)) : List.of(padding)),
        flood("continuations", i -> List.of(i == 0 ? begun() : continued())),
        flood("requests spoilt", i -> List.of(asked(i, 0), spoilt(i))));
  }

  private static Arguments flood(String name, IntFunction<List<Frame>> frames) {
    return Arguments.of(name, frames);
  }

  private static Frame asked(int number, int end) {
    return new Frame(
        Http2Frames.HEADERS,
        Http2Frames.END_HEADERS | end,
        2 * number + 1,
        Http2Frames.get(LargeFeed.ATOM));
  }

  private static Frame taken(int number) {
    return Http2Frames.number(Http2Frames.RST_STREAM, 2 * number + 1, CANCEL);
  }

  // The server has to take the request back, as a window cannot grow by nothing (RFC 9113 §6.9).
  private static Frame spoilt(int number) {
    return Http2Frames.number(Http2Frames.WINDOW_UPDATE, 2 * number + 1, 0);
  }

  private static Frame data(byte[] content) {
    return new Frame(Http2Frames.DATA, 0, 1, content);
  }

  private static Frame begun() {
    return new Frame(Http2Frames.HEADERS, 0, 1, Http2Frames.get("/"));
  }

  private static Frame continued() {
    return new Frame(Http2Frames.CONTINUATION, 0, 1, NOTHING);
  }

  private static Frame idleTalk(int type) {
    return switch (type) {
      case Http2Frames.PING -> new Frame(type, 0, 0, new byte[8]);
      case Http2Frames.SETTINGS -> new Frame(type, 0, 0, NOTHING);
      default -> Http2Frames.number(type, 0, 1);
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoTakesSomeRequestsBackIsServedOn(boolean secure) {
    serve(LONG, Duration.ZERO);
    try (Http2Frames frames = connect(secure)) {
      int stream = 1;
      for (; stream < 2 * Http2Traffic.MAX_STREAMS; stream += 2) {
        frames.ask(LargeFeed.ATOM, stream, Http2Frames.END_STREAM);
      }
      for (int open = 1; open < stream; open += 2) {
        frames.write(Http2Frames.number(Http2Frames.RST_STREAM, open, CANCEL));
      }
      frames.write(Http2Frames.number(Http2Frames.WINDOW_UPDATE, 0, 1 << 24));
      frames.ask("/", stream, Http2Frames.END_STREAM);
      Frame head;
      do {
        head = frames.read(Http2Frames.HEADERS);
      } while (head.stream() < stream);
      assertThat(head.content()[0]).as(":status 200").isEqualTo((byte) 0x88);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStreamTooManyIsRefused(boolean secure) {
    serve(LONG, Duration.ZERO);
    try (Http2Frames frames = connect(secure)) {
      int one = 2 * Http2Traffic.MAX_STREAMS + 1;
      for (int stream = 1; stream <= one; stream += 2) {
        frames.ask(LargeFeed.ATOM, stream, Http2Frames.END_STREAM);
      }
      Frame refused = frames.read(Http2Frames.RST_STREAM);
      assertThat(refused.stream()).isEqualTo(one);
      assertThat(ByteBuffer.wrap(refused.content()).getInt()).isEqualTo(REFUSED_STREAM);
      frames.write(Http2Frames.number(Http2Frames.RST_STREAM, 1, CANCEL));
      frames.write(Http2Frames.number(Http2Frames.WINDOW_UPDATE, 0, 1 << 24));
      frames.ask("/nothing", one + 2, Http2Frames.END_STREAM);
      Frame head;
      do {
        head = frames.read(Http2Frames.HEADERS);
      } while (head.stream() < one);
      assertThat(head.stream()).isEqualTo(one + 2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServerThatStopsSendsThoseAtRestAway(boolean secure) {
    serve(LONG, LONG);
    try (Http2Frames fresh = connect(secure);
        Http2Frames frames = connect(secure)) {
      frames.ask("/", 1, Http2Frames.END_STREAM);
      assertThat(frames.read(Http2Frames.HEADERS).stream()).isEqualTo(1);
      await().atMost(LONG).until(() -> newsroom.server().connections() == 2);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(newsroom.server()::close);
      assertIsSentAway(frames, 1, NO_ERROR);
      assertIsSentAway(fresh, 0, NO_ERROR);
      await().atMost(LONG.dividedBy(2)).until(closing::isDone);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServerThatStopsGivesAnAnswerUnderWayToItsEnd(boolean secure) {
    serve(LONG, LONG);
    int whole = newsroom.get(LargeFeed.ATOM).body().length;
    try (Http2Frames frames = connect(secure)) {
      frames.ask(LargeFeed.ATOM, 1, Http2Frames.END_STREAM);
      int bytes = frames.read(Http2Frames.DATA).content().length;
      CompletableFuture<Void> closing = CompletableFuture.runAsync(newsroom.server()::close);
      // The window is used up: only now and then a frame comes.
      Frame next;
      do {
        next = frames.next();
        bytes += next.type() == Http2Frames.DATA ? next.content().length : 0;
      } while (next.type() != Http2Frames.GOAWAY);
      assertThat(ByteBuffer.wrap(next.content()).getInt()).isEqualTo(1);
      assertThat(code(next)).isEqualTo(NO_ERROR);
      assertThat(closing).isNotDone();
      frames.ask("/", 3, Http2Frames.END_STREAM);
      frames.write(Http2Frames.number(Http2Frames.WINDOW_UPDATE, 0, whole));
      frames.write(Http2Frames.number(Http2Frames.WINDOW_UPDATE, 1, whole));
      Frame refused = null;
      for (next = frames.next(); next != null; next = frames.next()) {
        bytes += next.type() == Http2Frames.DATA ? next.content().length : 0;
        refused = next.type() == Http2Frames.RST_STREAM ? next : refused;
        assertThat(next.type() == Http2Frames.HEADERS && next.stream() == 3).isFalse();
      }
      assertThat(bytes).isEqualTo(whole);
      assertThat(refused.stream()).isEqualTo(3);
      assertThat(ByteBuffer.wrap(refused.content()).getInt()).isEqualTo(REFUSED_STREAM);
      await().atMost(LONG.dividedBy(2)).until(closing::isDone);
    }
  }

  private static void assertIsSentAway(Http2Frames frames, int last, int code) {
    Frame away = frames.read(Http2Frames.GOAWAY);
    assertThat(away).isNotNull();
    assertThat(ByteBuffer.wrap(away.content()).getInt()).isEqualTo(last);
    assertThat(code(away)).isEqualTo(code);
    assertThat(frames.next()).isNull();
  }

  private static int code(Frame away) {
    assertThat(away).isNotNull();
    return ByteBuffer.wrap(away.content()).getInt(4);
  }

  private static void awaitNoConnections() {
    await().atMost(LONG).until(() -> newsroom.server().connections() == 0);
  }

  private static Http2Frames connect(boolean secure) {
    return secure
        ? Http2Frames.connectSecurely(newsroom.server().tlsPort())
        : Http2Frames.connect(newsroom.port());
  }

  private static void serve(Duration idle, Duration drain) {
    serve(idle, drain, 1024);
  }

  private static void serve(Duration idle, Duration drain, int slowestReader) {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Transport transport =
        new Transport(new Transport.Secure(anywhere, tls, true), true, false, List.of());
    newsroom.rebind(transport, new Limits(LONG, idle, slowestReader, 1_000, Duration.ZERO, drain));
    newsroom.get(LargeFeed.ATOM);
    awaitNoConnections();
  }
}

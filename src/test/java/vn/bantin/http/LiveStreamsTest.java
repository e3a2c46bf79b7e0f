package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.config.Network;
import vn.bantin.config.Option;

/** Pages that are told of changes as they come, over real sockets. */
@Timeout(60)
final class LiveStreamsTest {

  private static final int MOST = 3;
  private static final String LONGER_THAN_A_TEST = "5m";
  private static final String EVENTS = "/feeds/dan-van/events";

  @TempDir private Path folder;

  private ServedNewsroom newsroom;
  private final List<Stream> streams = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    newsroom =
        ServedNewsroom.start(
            folder,
            Clock.systemUTC(),
            Map.of(Option.LIVE_STREAMS, "" + MOST, Option.DRAIN, LONGER_THAN_A_TEST));
    newsroom.put(Articles.article("a", "dan-van", 1));
  }

  @AfterEach
  void stop() throws IOException {
    for (Stream stream : streams) {
      stream.close();
    }
    newsroom.close();
  }

  @Test
  void aPageIsToldOfAChangeInItsFeedAndOfNoOther() throws IOException {
    Stream stream = open("");
    assertThat(stream.head())
        .contains("HTTP/1.1 200 OK", "Content-Type: text/event-stream")
        .contains("Cache-Control: no-store", "Access-Control-Allow-Origin: *");
    String known = stream.nextId();
    newsroom.put(Articles.article("k", "kinh-te", 2));
    newsroom.put(Articles.article("b", "dan-van", 2));
    List<String> event = stream.nextEvent();
    assertThat(event.getFirst()).isEqualTo("event: change");
    assertThat(event.get(1)).startsWith("id: ").isNotEqualTo("id: " + known);
    newsroom.withdraw("b");
    assertThat(stream.nextEvent()).contains("event: change").isNotEqualTo(event);
  }

  @Test
  void whoeverMissedAChangeHearsOfItAtOnceAndNobodyElse() throws IOException {
    String known = open("").nextId();
    assertThat(open("Last-Event-ID: " + known + "\r\n").nextId()).isEqualTo(known);
    newsroom.put(Articles.article("b", "dan-van", 2));
    assertThat(open("Last-Event-ID: " + known + "\r\n").nextEvent()).contains("event: change");
  }

  @Test
  void oneMoreThanThereMayBeIsRefusedUntilOneLeaves() throws IOException {
    for (int i = 0; i < MOST; i++) {
      open("").nextId();
    }
    RawAnswer refused = newsroom.get(EVENTS);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("2");
    assertThat(refused.text()).contains("\"code\":\"too-many-streams\"");
    streams.removeFirst().close();
    await()
        .until(() -> {
          // A client that has gone is missed when something is said to it.
          newsroom.put(Articles.article("x" + System.nanoTime(), "dan-van", 3));
          try (Socket socket = connect("")) {
            return new Stream(socket).head().contains("HTTP/1.1 200 OK");
          }
        });
  }

  @Test
  void thoseOfAFeedThatIsNoMoreEnd() throws IOException {
    Stream stream = open("");
    stream.nextId();
    newsroom.awaitReload(() -> assertThat(newsroom.feedFile("dan-van").toFile().delete()).isTrue());
    assertThat(stream.isAtEnd()).isTrue();
  }

  @Test
  void theServerStopsWithoutWaitingForThem() throws IOException {
    Stream stream = open("");
    stream.nextId();
    newsroom.server().close();
    assertThat(stream.isAtEnd()).isTrue();
  }

  @Test
  void oneClientHasNoMoreThanAPartOfAll() throws IOException {
    try (BoundedNewsroom bounded =
        BoundedNewsroom.start(
            folder.resolve("bounded"),
            BoundedNewsroom.WIDE,
            Optional.empty(),
            List.of(new Network(InetAddress.getLoopbackAddress(), 32)),
            Clock.systemUTC(),
            true,
            Articles.article("a", "dan-van", 1))) {
      String one = "X-Forwarded-For: 192.0.2.1\r\n";
      try (Socket first = connect(bounded.port(), one)) {
        new Stream(first).nextId();
        try (RawHttp again = RawHttp.connect(bounded.port())) {
          assertThat(again.get(EVENTS, one.strip()).status()).isEqualTo(503);
        }
        try (Socket other = connect(bounded.port(), "X-Forwarded-For: 192.0.2.2\r\n")) {
          assertThat(new Stream(other).nextId()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void whoeverReadsHearsThatItIsStillThere() throws IOException {
    try (BoundedNewsroom bounded =
            BoundedNewsroom.start(
                folder.resolve("bounded"),
                BoundedNewsroom.WIDE,
                true,
                Articles.article("a", "dan-van", 1));
        Socket socket = connect(bounded.port(), "")) {
      Stream stream = new Stream(socket);
      stream.nextId();
      for (int i = 0; i < 3; i++) {
        stream.awaitLine(":");
      }
      assertThat(bounded.streams().open()).isEqualTo(1);
    }
  }

  @Test
  void whoeverDoesNotReadIsLetGo() throws IOException {
    try (BoundedNewsroom bounded =
            BoundedNewsroom.start(
                folder.resolve("bounded"),
                BoundedNewsroom.WIDE,
                true,
                Articles.article("a", "dan-van", 1));
        RawHttp deaf = RawHttp.connectNarrowly(bounded.port())) {
      deaf.write("GET " + EVENTS + " HTTP/1.1\r\nHost: x\r\n\r\n");
      await().until(() -> bounded.streams().open() == 1);
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> {
            for (int i = 0; i < 10_000; i++) {
              bounded.streams().tell(Set.of("dan-van"), _ -> Long.MAX_VALUE);
            }
            return bounded.streams().open() == 0;
          });
    }
  }

  @Test
  void aFeedThatThereIsNotHasNone() {
    assertThat(newsroom.get("/feeds/khong-co/events").text()).contains("\"code\":\"no-such-feed\"");
    assertThat(newsroom.get("/feeds/dan-van+kinh-te/events").status()).isEqualTo(404);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      assertThat(http.ask("HEAD", EVENTS).header("Content-Type")).isEqualTo("text/event-stream");
    }
  }

  private Stream open(String fields) throws IOException {
    Stream stream = new Stream(connect(fields));
    streams.add(stream);
    return stream;
  }

  private Socket connect(String fields) throws IOException {
    return connect(newsroom.port(), fields);
  }

  private static Socket connect(int port, String fields) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String request = "GET " + EVENTS + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  /** A page's side of a stream. */
  private static final class Stream {

    private final Socket socket;
    private final BufferedReader lines;
    private final List<String> head = new ArrayList<>();

    Stream(Socket socket) throws IOException {
      this.socket = socket;
      this.lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null && !line.isEmpty(); ) {
        head.add(line);
        line = lines.readLine();
      }
    }

    List<String> head() {
      return head;
    }

    /** The lines of the next event that is one, without the sizes of chunks around it. */
    List<String> nextEvent() throws IOException {
      List<String> event = new ArrayList<>();
      while (true) {
        String line = lines.readLine();
        if (line == null) {
          throw new IOException("the stream has ended");
        }
        if (line.contains(": ")) {
          event.add(line);
        } else if (event.stream().anyMatch(part -> part.startsWith("data: "))) {
          return event;
        } else if (line.isEmpty() && !event.isEmpty()) {
          event.clear();
        }
      }
    }

    String nextId() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          return line.substring("id: ".length());
        }
      }
      throw new IOException("the stream has ended");
    }

    void awaitLine(String wanted) throws IOException {
      for (String line = lines.readLine(); !wanted.equals(line); line = lines.readLine()) {
        assertThat(line).isNotNull();
      }
    }

    boolean isAtEnd() throws IOException {
      String line = lines.readLine();
      while (line != null) {
        line = lines.readLine();
      }
      return true;
    }

    void close() throws IOException {
      socket.close();
    }
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.config.Option;
import vn.bantin.field.HttpDate;
import vn.bantin.store.SettableClock;

/** The fast lane beside Undertow alone, over one store: nobody can tell them apart by the bytes. */
final class BothLanesTest {

  private static final long SEED = 20_261_125;
  private static final int REQUESTS = 10_000;
  private static final int REQUESTS_BETWEEN_CHANGES = 1_000;
  private static final int PATIENCE = 10_000;

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private final List<String> tags = new ArrayList<>(List.of("\"never-was\""));
  private ServedNewsroom fast;
  private ServedNewsroom slow;

  // The test itself is a trusted proxy or a stranger. Both it and the feeds' readers that say
  // nothing of themselves are on this machine and may take what they like.
  private void start(String proxies) throws IOException {
    Map<Option, String> bounds =
        Map.of(Option.TRUSTED_PROXIES, proxies, Option.CLIENT_BUDGET, "20/m");
    fast = ServedNewsroom.start(folder, clock, bounds);
    Map<Option, String> plain = new EnumMap<>(bounds);
    plain.put(Option.FAST_LANE, "false");
    slow = ServedNewsroom.resume(folder, clock, plain);
    change(0);
  }

  @AfterEach
  void stop() {
    slow.close();
    fast.close();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1/32, true", "10.0.0.9/32, false"})
  void theSameBytesComeByBothLanes(String proxies, boolean trusted) throws IOException {
    start(proxies);
    RandomBytes conversations = new RandomBytes(SEED, tags);
    int changes = 0;
    int sent = 0;
    int answered = 0;
    int refused = 0;
    while (sent < REQUESTS) {
      if (sent / REQUESTS_BETWEEN_CHANGES > changes) {
        changes++;
        change(changes);
      }
      String bytes = conversations.next();
      String expected = answers(slow.port(), bytes);
      assertThat(answers(fast.port(), bytes)).as(bytes).isEqualTo(expected);
      sent += 1 + count(bytes, "\r\n\r\n") / 2;
      answered += count(expected, "HTTP/1.1 200 OK") + count(expected, "HTTP/1.1 304 ");
      refused += count(expected, "HTTP/1.1 429 ");
    }
    assertThat(answered).isGreaterThan(REQUESTS / 3);
    assertThat(refused > REQUESTS / 100).as("%s refused", refused).isEqualTo(trusted);
  }

  // The clock is sometimes set back, so that the last change is ahead of it.
  private void change(int number) {
    clock.move(Duration.ofSeconds(number % 3 == 2 ? -5 : 7));
    for (String category : List.of("dan-van", "ton-giao", "kinh-te")) {
      fast.put(Articles.article(category + number, category, 1 + number));
    }
    slow.server().catchUp();
    for (String feed : List.of("dan-van", "ton-giao", "kinh-te", "moi-nhat")) {
      for (String format : List.of("atom", "rss", "json")) {
        fast.settle(feed, format);
        slow.settle(feed, format);
        for (String coding : List.of("identity", "gzip", "br")) {
          String target = "/feeds/" + feed + "." + format;
          tags.add(fast.get(target, "Accept-Encoding: " + coding).header("ETag"));
        }
      }
    }
  }

  /** All that comes back for the bytes until the server closes the connection. */
  private String answers(int port, String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      ByteArrayOutputStream received = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        socket.getInputStream().transferTo(received);
      } catch (SocketException _) {
        // Closed with something unread, as after a request that makes no sense.
      }
      return withoutOtherDates(received.toString(StandardCharsets.ISO_8859_1));
    }
  }

  // Answers that are not of feeds are dated by Undertow, to the second in which they were sent.
  private String withoutOtherDates(String text) {
    String now = "Date: " + HttpDate.format(clock.instant());
    return text.lines()
        .map(line -> line.startsWith("Date: ") && !line.equals(now) ? "Date: another" : line)
        .collect(Collectors.joining("\n"));
  }

  private static int count(String text, String word) {
    int count = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      count++;
    }
    return count;
  }
}

package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;

/** What the server's threads allocate for a warm answer: the same for a feed of any size. */
final class WarmAllocationTest {

  private static final String SMALL = "/feeds/dan-van.atom";
  private static final String LARGE = "/feeds/kinh-te.atom";
  private static final int TIMES_LARGER = 20;
  private static final int TOLERANCE = 2 * 1024;
  private static final int ROUNDS = 15;
  private static final int REQUESTS = 60;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  private ServedNewsroom newsroom;
  private RawHttp http;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, Clock.systemUTC());
    newsroom.put(article("nho", "dan-van", 1));
    for (int i = 0; i < TIMES_LARGER; i++) {
      newsroom.put(article("lon-" + i, "kinh-te", i));
    }
    http = RawHttp.connect(newsroom.port());
  }

  @AfterEach
  void stop() {
    http.close();
    newsroom.close();
  }

  @Test
  void aWholeAnswerAllocatesNothingThatGrowsWithTheFeed() {
    RawAnswer small = http.get(SMALL);
    RawAnswer large = http.get(LARGE);
    assertThat(large.body().length)
        .isGreaterThan((TIMES_LARGER - 1) * small.body().length)
        .isGreaterThan(50 * TOLERANCE);
    assertSame(() -> http.get(SMALL), () -> http.get(LARGE));
  }

  @Test
  void aCompressedAnswerAllocatesNothingThatGrowsWithTheFeed() {
    String gzip = "Accept-Encoding: gzip";
    assertSame(() -> http.get(SMALL, gzip), () -> http.get(LARGE, gzip));
  }

  @Test
  void aNotModifiedAnswerAllocatesNothingThatGrowsWithTheFeed() {
    String small = "If-None-Match: " + http.get(SMALL).header("ETag");
    String large = "If-None-Match: " + http.get(LARGE).header("ETag");
    assertThat(http.get(LARGE, large).status()).isEqualTo(304);
    assertSame(() -> http.get(SMALL, small), () -> http.get(LARGE, large));
  }

  @Test
  void anAnswerToHeadAllocatesNothingThatGrowsWithTheFeed() {
    assertSame(() -> http.ask("HEAD", SMALL), () -> http.ask("HEAD", LARGE));
  }

  /** The two take turns, so that whatever else a thread does meets both. */
  private static void assertSame(Runnable small, Runnable large) {
    List<Long> forSmall = new ArrayList<>();
    List<Long> forLarge = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      forSmall.add(allocated(small));
      forLarge.add(allocated(large));
    }
    assertThat(median(forLarge)).isBetween(0L, median(forSmall) + TOLERANCE);
  }

  /** How many bytes the server's threads allocate for one of many requests. */
  private static long allocated(Runnable request) {
    long before = allocatedByServer();
    for (int i = 0; i < REQUESTS; i++) {
      request.run();
    }
    return (allocatedByServer() - before) / REQUESTS;
  }

  private static long allocatedByServer() {
    long[] threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("io-"))
            .mapToLong(Thread::threadId)
            .toArray();
    assertThat(threads).as("the server's I/O threads").isNotEmpty();
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(threads)) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  private static long median(List<Long> values) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  // Texts that hardly compress, so that the feed in gzip is as many times larger as without.
  private static Article article(String id, String category, int number) {
    StringBuilder body = new StringBuilder();
    var random = new java.util.Random(number);
    for (int i = 0; i < 1_500; i++) {
      body.append(Long.toString(random.nextLong(Long.MAX_VALUE), 36)).append(' ');
    }
    return Articles.saying(Articles.article(id, category, number), "<p>" + body + "</p>");
  }
}

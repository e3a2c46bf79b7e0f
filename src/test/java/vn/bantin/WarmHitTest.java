package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.Articles;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;
import vn.bantin.observe.Event;

/** What a feed that is warm does without: the store, and any thread but the one that read. */
final class WarmHitTest {

  private static final String EMBED = "/embed/dan-van.json";
  private static final String ATOM = "/feeds/dan-van.atom";

  @TempDir private Path folder;

  private final ThreadNotingClock clock = new ThreadNotingClock();
  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, clock);
    newsroom.put(Articles.article("a", "dan-van", 1));
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void warmAnswersGoOnWithoutTheStore() {
    RawAnswer warm = newsroom.get(ATOM);
    assertThat(newsroom.get("/").status()).isEqualTo(200);
    assertThat(newsroom.get(EMBED).status()).isEqualTo(200);
    newsroom.app().store().close();
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      for (int i = 0; i < 100; i++) {
        RawAnswer whole = http.get(ATOM);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(warm.body());
        assertThat(http.get(ATOM, "If-None-Match: " + warm.header("ETag")).status()).isEqualTo(304);
        assertThat(http.get("/feeds/dan-van", "Accept-Encoding: gzip").unzipped())
            .isEqualTo(warm.body());
        assertThat(http.ask("HEAD", ATOM).status()).isEqualTo(200);
        assertThat(http.get("/").status()).isEqualTo(200);
        assertThat(http.get(EMBED).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void whatNeedsTheStoreSaysThatItIsBrokenAndNoMore() {
    newsroom.get(ATOM);
    newsroom.app().store().close();
    for (String target : List.of("/feeds/ton-giao.atom", "/articles/a")) {
      RawAnswer answer = newsroom.get(target);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.all("ETag")).isEmpty();
      assertThat(answer.text()).contains("\"code\":\"broken\"").doesNotContainIgnoringCase("sql");
    }
    assertThat(newsroom.events()).anyMatch(Event.RequestFailed.class::isInstance);
  }

  @Test
  void warmAnswersComeFromTheThreadThatRead() {
    newsroom.get(ATOM);
    clock.threads.clear();
    String tag = newsroom.get(ATOM).header("ETag");
    for (int i = 0; i < 20; i++) {
      newsroom.get(ATOM);
      newsroom.get(ATOM, "Accept-Encoding: gzip");
      newsroom.get("/feeds/dan-van", "If-None-Match: " + tag);
      newsroom.get(ATOM, "If-Match: \"old\"");
    }
    assertThat(clock.threads).isNotEmpty().allMatch(name -> name.startsWith("io-"));
  }

  @Test
  void coldAnswersComeFromAThreadThatMayWait() {
    clock.threads.clear();
    String[] plain = {"Accept: application/rss+xml"};
    assertThat(newsroom.get("/feeds/kinh-te", plain).status()).isEqualTo(200);
    assertThat(clock.threads).hasSize(1).allMatch(name -> name.contains("task"));
  }

  /** The time of day, which the handler of a feed asks for as it answers. */
  private static final class ThreadNotingClock extends Clock {

    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    @Override
    public ZoneId getZone() {
      return Clock.systemUTC().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      threads.add(Thread.currentThread().getName());
      return Clock.systemUTC().instant();
    }
  }
}

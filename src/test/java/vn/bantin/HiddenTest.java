package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.scheduled;
import static vn.bantin.article.Articles.titled;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.article.Article;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;
import vn.bantin.http.RawAnswer;
import vn.bantin.store.SettableClock;

/** What is not public yet is found at no public address, and moves none. */
final class HiddenTest {

  private static final String SECRET = "Tin chưa ai được biết";
  private static final String[] CODINGS = {"Accept-Encoding: identity", "Accept: text/html"};

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, clock);
    newsroom.put(article("before", "dan-van", 1));
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"DRAFT", "SCHEDULED", "EMBARGOED"})
  void nothingTellsOfIt(State state) {
    Map<String, String> before = tags();
    newsroom.put(secret(state));
    assertThat(tags()).isEqualTo(before);
    walk(before);
    newsroom.put(titled(secret(state), SECRET + " nữa"));
    walk(before);
    newsroom.withdraw("secret");
    assertThat(tags()).isEqualTo(before);
    walk(before);
  }

  @Test
  void itIsEverywhereOnceItsTimeHasComeAndNowhereOnceItIsOver() {
    Map<String, String> before = tags();
    newsroom.put(secret(State.SCHEDULED));
    clock.move(Duration.ofHours(1));
    newsroom.awaitTurn("secret", State.LIVE);
    for (String address : addresses()) {
      RawAnswer answer = newsroom.get(address, "Accept-Encoding: identity");
      assertThat(answer.text()).as(address).contains(SECRET);
      assertThat(answer.header("ETag")).as(address).isNotEqualTo(before.get(address));
    }
    Map<String, String> during = tags();
    clock.move(Duration.ofHours(2));
    newsroom.awaitTurn("secret", State.EXPIRED);
    for (String address : addresses()) {
      RawAnswer answer =
          newsroom.get(
              address, "Accept-Encoding: identity", "If-None-Match: " + during.get(address));
      assertThat(answer.status()).as(address).isEqualTo(200);
      assertThat(answer.text()).as(address).doesNotContain(SECRET);
    }
    assertThat(newsroom.get("/articles/secret").status()).isEqualTo(410);
  }

  @Test
  void aScheduledArticleIsPublishedByTheServerThatStartsAfterItsTime() {
    newsroom.put(secret(State.SCHEDULED));
    newsroom.close();
    clock.move(Duration.ofHours(1));
    newsroom = ServedNewsroom.resume(folder, clock);
    newsroom.awaitTurn("secret", State.LIVE);
    assertThat(newsroom.get("/feeds/dan-van.atom").text()).contains(SECRET);
  }

  private void walk(Map<String, String> before) {
    List<String> all = new ArrayList<>(addresses());
    all.addAll(
        List.of(
            "/",
            "/articles/secret",
            "/feeds/dan-van",
            "/feeds/dan-van+kinh-te",
            "/feed/",
            "/search.json?q=author:man",
            "/search.rss?q=tin&page=2",
            "/sitemap-news.xml",
            "/feeds.opml",
            "/opensearch.xml"));
    for (String address : all) {
      for (String coding : CODINGS) {
        RawAnswer answer = newsroom.get(address, coding);
        assertThat(answer.text()).as(address).doesNotContain(SECRET).doesNotContain("secret</id>");
      }
    }
    before.forEach((address, tag) -> {
      RawAnswer delta = newsroom.get(address, "A-IM: feed", "If-None-Match: " + tag);
      assertThat(delta.status()).as(address).isEqualTo(304);
    });
    assertThat(newsroom.get("/articles/secret").status()).isEqualTo(404);
    assertThat(newsroom.get("/articles/secret").text())
        .isEqualTo(newsroom.get("/articles/nothing").text().replace("nothing", "secret"));
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String address : addresses()) {
      tags.put(address, newsroom.get(address, "Accept-Encoding: identity").header("ETag"));
    }
    return tags;
  }

  private static List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (String feed : List.of("dan-van", "moi-nhat", "dan-van+kinh-te")) {
      for (String format : List.of("atom", "rss", "json")) {
        addresses.add("/feeds/" + feed + "." + format);
      }
    }
    for (String format : List.of("atom", "rss", "json")) {
      addresses.add("/feeds/dan-van/archive/1." + format);
      addresses.add("/search." + format + "?q=tin");
    }
    addresses.addAll(
        List.of(
            "/index.vi.html",
            "/feeds/dan-van.vi.html",
            "/feeds/dan-van+kinh-te.vi.html",
            "/feeds/dan-van/archive/1.en.html",
            "/search.vi.html?q=tin",
            "/embed/dan-van",
            "/embed/dan-van.html",
            "/embed/dan-van.json"));
    return addresses;
  }

  private Article secret(State state) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Schedule schedule =
        switch (state) {
          case SCHEDULED -> new Schedule(now.plusMinutes(30), null, now.plusHours(2));
          case EMBARGOED -> new Schedule(now.minusMinutes(30), now.plusHours(1), null);
          case DRAFT, LIVE, CORRECTED, WITHDRAWN, EXPIRED -> Schedule.NONE;
        };
    Article article = titled(article("secret", "dan-van", 2), SECRET);
    return scheduled(article, state, schedule);
  }
}

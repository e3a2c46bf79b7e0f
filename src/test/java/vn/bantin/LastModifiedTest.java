package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.Articles;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;

/** {@code Last-Modified} never goes back, never lies in the future, and moves with the bytes. */
final class LastModifiedTest {

  private static final String ATOM = "/feeds/dan-van.atom";

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder.resolve("one"), clock);
    clock.move(Duration.ofMinutes(1));
    newsroom.put(Articles.article("a", "dan-van", 1));
    clock.move(Duration.ofMinutes(1));
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void isTheSecondOfTheLastChangeAndStaysThere() {
    assertThat(get().header("Last-Modified")).isEqualTo("Sun, 01 Mar 2026 08:31:00 GMT");
    clock.move(Duration.ofDays(3));
    assertThat(get().header("Last-Modified")).isEqualTo("Sun, 01 Mar 2026 08:31:00 GMT");
    newsroom.put(Articles.article("b", "kinh-te", 1));
    newsroom.put(Articles.article("a", "dan-van", 1));
    assertThat(get().header("Last-Modified")).isEqualTo("Sun, 01 Mar 2026 08:31:00 GMT");
  }

  @Test
  void movesWhenTheLatestArticleIsWithdrawn() {
    newsroom.put(Articles.article("b", "dan-van", 2));
    RawAnswer before = get();
    clock.move(Duration.ofMinutes(1));
    newsroom.withdraw("b");
    RawAnswer after = get();
    assertThat(after.text()).doesNotContain("articles/b</id>").contains("articles/a</id>");
    assertMoved(before, after);
  }

  @Test
  void movesWithADefinitionOnDiskForThisFeedAlone() {
    newsroom.put(Articles.article("b", "kinh-te", 1));
    RawAnswer before = get();
    RawAnswer otherBefore = newsroom.get("/feeds/kinh-te.atom");
    clock.move(Duration.ofMinutes(1));
    newsroom.redefine("dan-van", ServedNewsroom.feed("Một tên khác", "dan-van"));
    RawAnswer after = get();
    assertThat(after.text()).contains("Một tên khác");
    assertMoved(before, after);
    RawAnswer otherAfter = newsroom.get("/feeds/kinh-te.atom");
    assertThat(otherAfter.header("ETag")).isEqualTo(otherBefore.header("ETag"));
    assertThat(otherAfter.header("Last-Modified")).isEqualTo(otherBefore.header("Last-Modified"));
  }

  @Test
  void neverComesWithTheBytesOfAnOlderDefinition() {
    get();
    newsroom.redefine("dan-van", ServedNewsroom.feed("Một tên dài hơn nhiều", "dan-van"));
    get();
    List<Event.SnapshotBuilt> built =
        newsroom.events().stream()
            .filter(Event.SnapshotBuilt.class::isInstance)
            .map(Event.SnapshotBuilt.class::cast)
            .toList();
    long latest = built.getLast().version();
    assertThat(latest).isGreaterThan(built.getFirst().version());
    assertThat(built.stream().filter(one -> one.version() == latest))
        .extracting(Event.SnapshotBuilt::bytes)
        .containsOnly(built.getLast().bytes());
  }

  @Test
  void movesOnceMoreForAServerThatLearnsOfADefinitionLater() throws IOException {
    Path first = newsroom.feedFile("dan-van").getParent();
    Path later = Files.createDirectory(folder.resolve("later"));
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, later.resolve(file.getFileName()));
      }
    }
    try (App app = newsroom.open(later);
        RunningServer server = app.serve();
        RawHttp http = RawHttp.connect(server.port())) {
      RawAnswer before = http.get(ATOM);
      newsroom.redefine("dan-van", ServedNewsroom.feed("Tên khác", "dan-van"));
      clock.move(Duration.ofMinutes(1));
      server.catchUp();
      RawAnswer between = http.get(ATOM);
      assertThat(date(between, "Last-Modified")).isAfter(date(before, "Last-Modified"));
      assertThat(between.text()).doesNotContain("Tên khác");
      server.redefine(app, App.newsroom(newsroom.settings(first)));
      RawAnswer after = http.get(ATOM);
      assertThat(after.text()).contains("Tên khác");
      assertMoved(between, after);
    }
  }

  @Test
  void neverLiesInTheFutureWhenTheClockIsSetBack() {
    clock.move(Duration.ofHours(-1));
    for (int i = 0; i < 5; i++) {
      newsroom.put(Articles.titled(Articles.article("a", "dan-van", 1), "Tin số " + i));
      RawAnswer answer = get();
      assertThat(answer.text()).contains("Tin số " + i);
      assertThat(answer.header("Last-Modified")).isEqualTo(answer.header("Date"));
      assertThat(date(answer, "Date").toInstant()).isEqualTo("2026-03-01T07:32:00Z");
    }
    clock.move(Duration.ofHours(2));
    assertThat(get().header("Last-Modified")).isEqualTo("Sun, 01 Mar 2026 08:31:05 GMT");
  }

  @Test
  void anAnswerFromBeforeTheClockWasSetBackIsNotBelievedForThatHour() {
    RawAnswer held = get();
    clock.move(Duration.ofHours(-1));
    newsroom.put(Articles.article("b", "dan-van", 2));
    RawAnswer now = since(held);
    assertThat(now.status()).isEqualTo(200);
    assertThat(now.text()).contains("articles/b");
  }

  @Test
  void twoChangesInOneSecondReachAClientThatSendsOnlyDates() {
    assertReaches(2);
  }

  @Test
  void fiftyChangesInOneSecondReachAClientThatSendsOnlyDates() {
    assertReaches(50);
  }

  @Test
  void survivesARestart() {
    RawAnswer before = get();
    clock.move(Duration.ofMinutes(1));
    newsroom.restart();
    RawAnswer after = get();
    assertSame(before, after);
    assertThat(since(before).status()).isEqualTo(304);
  }

  @Test
  void isTheSameOnASecondServerOverACopy() throws IOException, SQLException {
    newsroom.put(Articles.article("b", "dan-van", 2), Articles.article("c", "ton-giao", 3));
    newsroom.withdraw("b");
    clock.move(Duration.ofMinutes(1));
    Path copy = folder.resolve("two");
    Files.createDirectories(copy.resolve("feeds"));
    Files.createDirectories(copy.resolve("data"));
    for (String name : new String[] {"site", "dan-van", "ton-giao", "kinh-te", "moi-nhat"}) {
      Files.copy(newsroom.feedFile(name), copy.resolve("feeds").resolve(name + ".yaml"));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newsroom.database());
        var statement = connection.createStatement()) {
      statement.execute("VACUUM INTO '" + copy.resolve("data").resolve("bantin.db") + "'");
    }
    try (ServedNewsroom second = ServedNewsroom.resume(copy, clock)) {
      for (String name : new String[] {"dan-van", "ton-giao", "kinh-te", "moi-nhat"}) {
        for (String format : new String[] {"atom", "rss", "json"}) {
          for (String coding : new String[] {"identity", "gzip"}) {
            String target = "/feeds/" + name + "." + format;
            String accept = "Accept-Encoding: " + coding;
            // Whoever is asked sooner has the better bytes sooner, under a tag of their own.
            await()
                .untilAsserted(
                    () -> assertSame(newsroom.get(target, accept), second.get(target, accept)));
          }
        }
      }
    }
  }

  /** A client that asks between the changes of one second has the last of them in the end. */
  private void assertReaches(int changes) {
    RawAnswer held = get();
    for (int i = 1; i <= changes; i++) {
      newsroom.put(Articles.titled(Articles.article("a", "dan-van", 1), "Lần sửa " + i));
      RawAnswer next = since(held);
      assertThat(next.status()).isEqualTo(200);
      assertThat(next.text()).contains("Lần sửa " + i + "<");
      assertThat(date(next, "Last-Modified")).isBeforeOrEqualTo(date(next, "Date"));
      assertThat(date(next, "Last-Modified")).isAfterOrEqualTo(date(held, "Last-Modified"));
      held = next;
    }
    clock.move(Duration.ofSeconds(changes));
    RawAnswer settled = since(held);
    assertThat(settled.status() == 304 ? held.text() : settled.text())
        .contains("Lần sửa " + changes + "<");
    assertThat(since(get()).status()).isEqualTo(304);
  }

  private RawAnswer get() {
    return newsroom.get(ATOM);
  }

  private RawAnswer since(RawAnswer held) {
    return newsroom.get(ATOM, "If-Modified-Since: " + held.header("Last-Modified"));
  }

  private static void assertMoved(RawAnswer before, RawAnswer after) {
    assertThat(date(after, "Last-Modified")).isAfter(date(before, "Last-Modified"));
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
  }

  private static void assertSame(RawAnswer one, RawAnswer other) {
    assertThat(other.header("ETag")).isEqualTo(one.header("ETag"));
    assertThat(other.header("Last-Modified")).isEqualTo(one.header("Last-Modified"));
    assertThat(other.body()).isEqualTo(one.body());
  }

  private static ZonedDateTime date(RawAnswer answer, String name) {
    return ZonedDateTime.parse(answer.header(name), DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}

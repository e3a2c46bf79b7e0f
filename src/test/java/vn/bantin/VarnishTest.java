package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.config.Option;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;
import vn.bantin.observe.Event;

/** A newsroom behind a real Varnish that runs the program of the README. */
final class VarnishTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final Pattern PROGRAM = Pattern.compile("(?ms)^```vcl\\n(.*?)^```$");
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(10);

  @TempDir private static Path folder;

  private static Varnish varnish;
  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    varnish = Varnish.start(folder);
    Map<Option, String> purge = Map.of(Option.PURGE, "http://127.0.0.1:" + varnish.port());
    newsroom = ServedNewsroom.start(folder, Clock.systemUTC(), purge);
    Matcher program = PROGRAM.matcher(Files.readString(Path.of("README.md")));
    assertThat(program.find()).isTrue();
    varnish.load(program.group(1).replace("8080", "" + newsroom.port()));
    await().untilAsserted(() -> assertThat(purges()).isPositive());
  }

  @AfterAll
  static void stop() {
    try {
      newsroom.close();
    } finally {
      varnish.close();
    }
  }

  @Test
  void aChangeShowsWithinASecondThoughMoreThanNinetyFiveInAHundredAreHits() {
    newsroom.put(Articles.article("tin", "dan-van", 1));
    AtomicInteger asked = new AtomicInteger();
    Varnish.Count before = varnish.count();
    try (Polling _ = Polling.start(asked)) {
      for (int i = 0; i < 4; i++) {
        String title = "Tin sửa lần " + i;
        int at = asked.get();
        await().until(() -> asked.get() >= at + 300);
        newsroom.change(
            new ArticleChange.Put(Articles.titled(Articles.article("tin", "dan-van", 1), title)));
        await().pollInterval(POLL).atMost(AT_ONCE).until(() -> get(ATOM).text().contains(title));
      }
    }
    // Varnish's counters lag behind its answers.
    await()
        .untilAsserted(() ->
            assertThat(varnish.count().since(before))
                .satisfies(c -> assertThat(c.hits() + c.misses()).isGreaterThan(1_200)));
    Varnish.Count count = varnish.count().since(before);
    assertThat(count.misses()).as("each change is fetched").isGreaterThan(4);
    assertThat(count.hitRate()).as(count.toString()).isGreaterThan(0.95);
  }

  @Test
  void aWithdrawnArticleIsGoneWithinASecondAndStaysAway() {
    newsroom.put(Articles.article("rut-lai", "ton-giao", 2));
    List<String> addresses =
        List.of(
            "/feeds/ton-giao.rss",
            "/feeds/ton-giao.json",
            "/feeds/ton-giao",
            "/feeds/moi-nhat",
            "/feeds/dan-van+ton-giao.atom");
    settle();
    await()
        .untilAsserted(
            () -> assertThat(showing(addresses, "Tin thử rut-lai")).isEqualTo(addresses));
    newsroom.change(new ArticleChange.Withdraw(new ArticleId("rut-lai"), "nhầm"));
    await()
        .pollInterval(POLL)
        .atMost(AT_ONCE)
        .until(() -> showing(addresses, "Tin thử rut-lai").isEmpty());
    await()
        .pollInterval(POLL)
        .during(AT_ONCE)
        .atMost(AT_ONCE.multipliedBy(3))
        .until(() -> showing(addresses, "Tin thử rut-lai").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void whoHasTheNewestGetsAShortAnswer(String coding) {
    newsroom.put(Articles.article("kinh-te-" + coding, "kinh-te", 3));
    String address = "/feeds/kinh-te.atom";
    String accepted = "Accept-Encoding: " + coding;
    await().until(() -> get(address).text().contains("kinh-te-" + coding));
    RawAnswer whole = get(address, accepted);
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.all("Surrogate-Key")).as("readers have no use for it").isEmpty();
    RawAnswer unchanged = get(address, accepted, "If-None-Match: " + whole.header("ETag"));
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(newsroom.get(address, "If-None-Match: " + whole.header("ETag")).status())
        .as("a tag that went through the cache is known here as well")
        .isEqualTo(304);
  }

  @Test
  void aFeedThatIsNewOrMovedIsThereAtOnceThoughItsAbsenceWasKept() {
    String address = "/feeds/moi-mo.rss";
    assertThat(get(address).status()).isEqualTo(404);
    Varnish.Count before = varnish.count();
    assertThat(get(address).status()).isEqualTo(404);
    assertThat(varnish.count().since(before).hits()).isEqualTo(1);
    settle();
    assertThat(get(address).status()).isEqualTo(404);
    newsroom.redefine("moi-mo", ServedNewsroom.feed("Mới mở", "dan-van"));
    await().pollInterval(POLL).atMost(AT_ONCE).until(() -> get(address).status() == 200);
  }

  @Test
  void whatCouldNotBeMadeShowsAsSoonAsItCan() throws SQLException {
    newsroom.put(Articles.article("hong", "kinh-te", 4));
    List<String> addresses = List.of("/feeds/dan-van+kinh-te.atom", "/feeds/moi-nhat.atom");
    await().untilAsserted(() -> assertThat(showing(addresses, "hong")).isEqualTo(addresses));
    settle();
    try {
      writeMedia("no list of media");
      newsroom.put(Articles.article("sau-do", "dan-van", 5));
      assertThat(get("/feeds/dan-van.atom").text()).contains("sau-do");
      settle();
      assertThat(showing(addresses, "hong")).as("the last good bytes").isEqualTo(addresses);
      assertThat(showing(addresses, "sau-do")).isEmpty();
    } finally {
      writeMedia("[]");
    }
    await().untilAsserted(() -> assertThat(showing(addresses, "sau-do")).isEqualTo(addresses));
    settle();
    Varnish.Count before = varnish.count();
    addresses.forEach(address -> assertThat(get(address).text()).contains("sau-do"));
    addresses.forEach(address -> assertThat(get(address).text()).contains("sau-do"));
    assertThat(varnish.count().since(before).hits()).as("kept again").isGreaterThan(1);
  }

  // Behind the newsroom's back, as a fault of the disk would do it: no change is noted.
  private static void writeMedia(String text) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newsroom.database());
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE revision SET media = ?"
                    + " WHERE article = (SELECT num FROM article WHERE id = 'hong')")) {
      update.setString(1, text);
      assertThat(update.executeUpdate()).isPositive();
    }
  }

  private static List<String> showing(List<String> addresses, String article) {
    return addresses.stream().filter(address -> get(address).text().contains(article)).toList();
  }

  private static RawAnswer get(String target, String... headers) {
    try (RawHttp http = RawHttp.connect(varnish.port())) {
      return http.get(target, headers);
    }
  }

  /** Waits until no purge of an earlier change can do the work of a later one. */
  private static void settle() {
    AtomicLong before = new AtomicLong(-1);
    await()
        .during(AT_ONCE.multipliedBy(3).dividedBy(2))
        .until(() -> before.getAndSet(purges()) == purges());
  }

  private static long purges() {
    return newsroom.events().stream().filter(Event.CachePurged.class::isInstance).count();
  }

  /** Clients that ask a hundred times a second each. */
  private record Polling(
      ScheduledExecutorService threads, List<RawHttp> connections, List<Future<?>> clients)
      implements AutoCloseable {

    static Polling start(AtomicInteger asked) {
      Polling polling =
          new Polling(Executors.newScheduledThreadPool(2), new ArrayList<>(), new ArrayList<>());
      for (String format : List.of("atom", "rss", "json", "atom")) {
        RawHttp connection = RawHttp.connect(varnish.port());
        Client client = new Client(connection, "/feeds/dan-van." + format, asked);
        polling.connections.add(connection);
        polling.clients.add(
            polling.threads.scheduleAtFixedRate(client, 0, 10, TimeUnit.MILLISECONDS));
      }
      return polling;
    }

    @Override
    public void close() {
      assertThat(clients).as("clients that have failed").noneMatch(Future::isDone);
      threads.close();
      connections.forEach(RawHttp::close);
    }
  }

  /** A client that sends back the tag that it got. */
  private static final class Client implements Runnable {

    private final RawHttp connection;
    private final String target;
    private final AtomicInteger asked;
    private String tag = "\"none\"";

    Client(RawHttp connection, String target, AtomicInteger asked) {
      this.connection = connection;
      this.target = target;
      this.asked = asked;
    }

    @Override
    public void run() {
      tag = connection.get(target, "If-None-Match: " + tag).header("ETag");
      asked.incrementAndGet();
    }
  }
}

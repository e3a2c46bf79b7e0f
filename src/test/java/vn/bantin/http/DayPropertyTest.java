package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.Poller;
import vn.bantin.ServedNewsroom;
import vn.bantin.access.Scope;
import vn.bantin.store.SettableClock;

/**
 * A newsroom's day by the API: articles are scheduled, embargoed, published, corrected, withdrawn
 * and expire, the clock jumps and the server is started anew, all in an order of chance. After each
 * step readers of every habit hold just what a simple model says.
 *
 * <p>Another order: {@code -Dbantin.day=SEED}.
 */
final class DayPropertyTest {

  private static final String FEED = "/feeds/dan-van.atom";
  private static final int STEPS = 60;

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private final DayModel model = new DayModel();
  private final List<Holder> readers = new ArrayList<>();
  private ServedNewsroom newsroom;
  private ApiClient api;
  private int made;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyReaderHoldsWhatTheModelSays(long seed) throws IOException {
    live(Long.getLong("bantin.day", seed));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  @Tag("soak")
  void everyReaderHoldsWhatTheModelSaysOnManyDays(long seed) throws IOException {
    live(seed);
  }

  static LongStream manySeeds() {
    return LongStream.rangeClosed(1, 200);
  }

  private void live(long seed) throws IOException {
    Random random = new Random(seed);
    newsroom = ServedNewsroom.start(folder, clock);
    try {
      newsroom.redefine(
          "dan-van", ServedNewsroom.feed("Dân vận", "dan-van") + "limit: 500\ntombstones: 90d\n");
      api = ApiClient.of(newsroom, newsroom.token(Scope.READ, Scope.WRITE));
      for (Poller.Habit habit : Poller.Habit.values()) {
        readers.add(new Holder(new Poller(habit, FEED)));
      }
      for (int step = 0; step < STEPS; step++) {
        step(random);
        settle("seed " + seed + ", step " + step);
      }
      ArchiveWalker walker = new ArchiveWalker(newsroom);
      walker.walkArchive("dan-van");
      assertThat(walker.titles()).containsExactlyInAnyOrderEntriesOf(model.open());
      assertThat(model.stories()).hasSizeGreaterThan(5);
    } finally {
      newsroom.close();
    }
  }

  private void step(Random random) {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> write(random);
      case 4, 5 -> correct(random);
      case 6 -> withdraw(random);
      case 7 -> {
        newsroom.restart();
        readers.forEach(Holder::forgive);
      }
      case 8 -> {
        clock.move(Duration.ofSeconds(-random.nextInt(1_200)));
        readers.forEach(Holder::forgive);
      }
      default -> clock.move(Duration.ofSeconds(random.nextInt(900)));
    }
    model.live(clock.instant());
  }

  private void write(Random random) {
    String id = "bai-" + made++;
    Instant now = clock.instant();
    DayModel.Story story = new DayModel.Story("Tin " + id);
    StringBuilder json = new StringBuilder(head(story.title));
    switch (random.nextInt(5)) {
      case 0 -> {
        story.draft = true;
        json.append(", \"state\": \"draft\", \"published\": \"" + now + "\"");
      }
      case 1 -> {
        story.opens = now.plusSeconds(random.nextInt(1_800));
        json.append(", \"publish_at\": \"" + story.opens + "\"");
      }
      case 2 -> {
        story.opens = now.plusSeconds(1_000 + random.nextInt(1_800));
        json.append(", \"publish_at\": \"" + now.plusSeconds(random.nextInt(900)) + "\"");
        json.append(", \"embargo_until\": \"" + story.opens + "\"");
      }
      default -> json.append(", \"published\": \"" + now + "\"");
    }
    if (random.nextInt(3) == 0 && !story.draft) {
      Instant opens = story.opens == null ? now : story.opens;
      story.ends = opens.plusSeconds(1 + random.nextInt(3_600));
      json.append(", \"expires_at\": \"" + story.ends + "\"");
    }
    story.opens = toTheSecond(story.opens);
    story.ends = toTheSecond(story.ends);
    assertThat(api.put(id, json + "}").status()).isEqualTo(201);
    model.stories().put(id, story);
  }

  private void correct(Random random) {
    String id = any(random);
    if (id == null) {
      return;
    }
    DayModel.Story story = model.stories().get(id);
    String title = "Tin " + id + " sửa lần " + made++;
    String more = story.open ? ", \"state\": \"corrected\", \"note\": \"sai\"" : "";
    RawAnswer answer = api.patch(id, "{\"title\": \"" + title + "\"" + more + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    story.title = title;
  }

  private void withdraw(Random random) {
    String id = any(random);
    if (id != null) {
      assertThat(api.delete(id, "?reason=sai").status()).isEqualTo(200);
      DayModel.Story story = model.stories().get(id);
      story.open = false;
      story.over = true;
    }
  }

  private String any(Random random) {
    List<String> ids = List.copyOf(model.alive());
    return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
  }

  private void settle(String when) {
    await(when)
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertThat(titles()).isEqualTo(sorted(model.open())));
    for (Holder reader : readers) {
      reader.poll(newsroom);
      assertThat(sorted(reader.held)).as("%s, %s", when, reader).isEqualTo(sorted(model.open()));
    }
    for (String id : model.stories().keySet()) {
      assertThat(newsroom.get("/articles/" + id).status())
          .as("%s, %s", when, id)
          .isEqualTo(model.status(id));
    }
  }

  private Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    take(newsroom.get(FEED, "Accept-Encoding: identity").text(), titles);
    return sorted(titles);
  }

  private static Map<String, String> sorted(Map<String, String> map) {
    return new TreeMap<>(map);
  }

  private static Instant toTheSecond(Instant time) {
    return time == null ? null : Instant.ofEpochSecond(time.getEpochSecond());
  }

  private static String head(String title) {
    return "{\"title\": \""
        + title
        + "\", \"summary\": \"Tóm tắt\", \"categories\": [\"dan-van\"], "
        + "\"url\": \"https://songmay.example/tin\"";
  }

  /** Takes in what a document has, and takes out what it says is gone. */
  private static void take(String text, Map<String, String> held) {
    Document document = Jsoup.parse(text, Parser.xmlParser());
    for (Element gone : document.getElementsByTag("at:deleted-entry")) {
      held.remove(gone.attr("ref").replaceFirst(".*articles/", ""));
    }
    for (Element entry : document.select("feed > entry")) {
      held.put(
          entry.selectFirst("id").text().replaceFirst(".*articles/", ""),
          entry.selectFirst("title").text());
    }
  }

  /** A reader that keeps articles by their ids, for good unless it is told that they are gone. */
  private static final class Holder {
    private final Poller poller;
    private final Map<String, String> held = new LinkedHashMap<>();

    Holder(Poller poller) {
      this.poller = poller;
    }

    void poll(ServedNewsroom newsroom) {
      try (RawHttp http = RawHttp.connect(newsroom.port())) {
        if (poller.poll(http) == 200) {
          take(String.valueOf(poller.text()), held);
        }
      }
    }

    void forgive() {
      poller.forgive();
    }

    @Override
    public String toString() {
      return poller.habit().toString();
    }
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.bantin.Poller;
import vn.bantin.Served;
import vn.bantin.SharedClock;
import vn.bantin.access.Scope;
import vn.bantin.feed.Format;

/** A newsroom's day in an order of chance, beside a model of it. */
final class Day {

  private static final String FEED = "/feeds/dan-van";

  private final Served newsroom;
  private final Fate fate;
  private final SharedClock clock;
  private final Random random;
  private final ApiClient api;
  private final DayModel model = new DayModel();
  private final List<DayReader> readers = new ArrayList<>();
  private int made;

  Day(Served newsroom, Fate fate, SharedClock clock, Random random) {
    this.newsroom = newsroom;
    this.fate = fate;
    this.clock = clock;
    this.random = random;
    this.api = ApiClient.of(newsroom, newsroom.token(Scope.READ, Scope.WRITE));
    for (Poller.Habit habit : Poller.Habit.values()) {
      readers.add(DayReader.of(habit, FEED, random));
    }
  }

  /** Lives through some steps; after each of them every reader holds what the model says. */
  void live(int steps) {
    for (int step = 0; step < steps; step++) {
      step();
      fate.survives(() -> readers.forEach(reader -> reader.poll(newsroom)));
      settle("step " + step);
    }
    ArchiveWalker walker = new ArchiveWalker(newsroom);
    walker.walkArchive("dan-van");
    assertThat(walker.titles()).containsExactlyInAnyOrderEntriesOf(model.open());
    assertThat(model.stories()).hasSizeGreaterThan(steps / 12);
  }

  private void step() {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> write();
      case 4, 5 -> correct();
      case 6 -> withdraw();
      case 7 -> {
        fate.restart();
        readers.forEach(DayReader::forgive);
      }
      case 8 -> {
        fate.survives(() -> clock.move(Duration.ofSeconds(-random.nextInt(1_200))));
        readers.forEach(DayReader::forgive);
      }
      default -> fate.survives(() -> clock.move(Duration.ofSeconds(random.nextInt(900))));
    }
    model.live(clock.instant());
  }

  private void write() {
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
    if (isMade(id, 201, story.title, key -> api.put(id, json + "}", key))) {
      model.stories().put(id, story);
    }
  }

  private void correct() {
    String id = any();
    if (id == null) {
      return;
    }
    DayModel.Story story = model.stories().get(id);
    String title = "Tin " + id + " sửa lần " + made++;
    String more = story.open ? ", \"state\": \"corrected\", \"note\": \"sai\"" : "";
    String patch = "{\"title\": \"" + title + "\"" + more + "}";
    if (isMade(id, 200, title, key -> api.patch(id, patch, key))) {
      story.title = title;
    }
  }

  private void withdraw() {
    String id = any();
    if (id != null && isMade(id, 200, "withdrawn", key -> api.delete(id, "?reason=sai", key))) {
      DayModel.Story story = model.stories().get(id);
      story.open = false;
      story.over = true;
    }
  }

  /**
   * Whether a change was made. Where the server died before it could say so, the article tells, or
   * the same request that is sent again by its key.
   *
   * @param expected the status of the answer
   * @param mark what stands in the article since
   * @param change makes it with a field of the head
   */
  private boolean isMade(String id, int expected, String mark, Function<String, RawAnswer> change) {
    String key = "Idempotency-Key: " + UUID.randomUUID();
    AtomicReference<RawAnswer> answer = new AtomicReference<>();
    if (!fate.survives(() -> answer.set(change.apply(key)))) {
      if (random.nextBoolean()) {
        return api.get("/api/articles/" + id).text().contains("\"" + mark + "\"");
      }
      answer.set(change.apply(key));
      assertThat(answer.get().header("ETag"))
          .isEqualTo(api.get("/api/articles/" + id).header("ETag"));
    }
    assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(expected);
    return true;
  }

  private @Nullable String any() {
    List<String> ids = List.copyOf(model.alive());
    return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
  }

  // What the clock has changed comes into the formats one after the other.
  private void settle(String when) {
    Map<String, String> expected = new TreeMap<>(model.open());
    await(when)
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() ->
            assertThat(Format.values())
                .allSatisfy(format -> assertThat(titles(format)).isEqualTo(expected)));
    for (DayReader reader : readers) {
      reader.poll(newsroom);
      assertThat(reader.held()).as("%s, %s", when, reader).isEqualTo(expected);
    }
    for (String id : model.stories().keySet()) {
      assertThat(newsroom.get("/articles/" + id).status())
          .as("%s, %s", when, id)
          .isEqualTo(model.status(id));
    }
  }

  private Map<String, String> titles(Format format) {
    Map<String, String> titles = new TreeMap<>();
    String address = FEED + "." + format.extension();
    DayReader.take(format, newsroom.get(address, "Accept-Encoding: identity").text(), titles);
    return titles;
  }

  private static @Nullable Instant toTheSecond(@Nullable Instant time) {
    return time == null ? null : Instant.ofEpochSecond(time.getEpochSecond());
  }

  private static String head(String title) {
    return "{\"title\": \""
        + title
        + "\", \"summary\": \"Tóm tắt\", \"categories\": [\"dan-van\"], "
        + "\"url\": \"https://songmay.example/tin\"";
  }
}

package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.feed.Content;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;
import vn.bantin.store.FeedVersion;
import vn.bantin.store.SettableClock;

/**
 * Whatever happens in whatever order, readers of every habit hold the current bytes when the clock
 * has come past the last change, and then get nothing anew.
 */
final class PollersPropertyTest {

  private static final String TARGET = "/feeds/dan-van.atom";
  private static final int STEPS = 250;

  @TempDir private Path folder;

  private final SettableClock time = new SettableClock(ServedNewsroom.START);
  private final Map<String, String> textByTag = new HashMap<>();
  private final List<Poller> pollers = new ArrayList<>();
  private @Nullable Runnable duringNextWrite;
  private int changes;
  private int settled;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20_260_301})
  void everyReaderHoldsTheCurrentBytesInTheEnd(long seed) throws IOException {
    Random random = new Random(seed);
    for (Poller.Habit habit : Poller.Habit.values()) {
      pollers.add(new Poller(habit, TARGET));
    }
    try (ServedNewsroom newsroom = ServedNewsroom.start(folder, new VisitedClock());
        RawHttp http = RawHttp.connect(newsroom.port())) {
      for (int step = 0; step < STEPS; step++) {
        step(random, newsroom, http);
      }
      settle(newsroom, http);
    }
    assertThat(settled).isGreaterThan(5);
    assertThat(textByTag).hasSizeGreaterThan(5);
  }

  private void step(Random random, ServedNewsroom newsroom, RawHttp http) {
    if (random.nextInt(4) == 0) {
      Poller early = pollers.get(random.nextInt(pollers.size()));
      duringNextWrite = () -> poll(early, http);
    }
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> change(random, newsroom, "Lần sửa " + changes++);
      case 5 ->
          newsroom.change(
              new ArticleChange.Withdraw(new ArticleId(id(random)), "nhầm lần " + changes++));
      case 6 -> newsroom.server().redefine(newsroom.app(), other(random, newsroom));
      case 7, 8, 9 -> time.move(Duration.ofMillis(random.nextInt(900)));
      case 10 -> time.move(Duration.ofSeconds(random.nextInt(1, 4)));
      case 11 -> setBack(random);
      case 12 -> settle(newsroom, http);
      default -> poll(pollers.get(random.nextInt(pollers.size())), http);
    }
    if (random.nextBoolean()) {
      newsroom.server().catchUp();
    }
  }

  private void change(Random random, ServedNewsroom newsroom, String title) {
    int minutes = random.nextInt(100);
    newsroom.change(
        new ArticleChange.Put(
            Articles.titled(Articles.article(id(random), "dan-van", minutes), title)));
  }

  // Ids are used up by withdrawals, so newer ones come up.
  private String id(Random random) {
    return "bai-" + (changes / 20 + random.nextInt(5));
  }

  private static FeedCatalog other(Random random, ServedNewsroom newsroom) {
    FeedCatalog catalog = newsroom.server().catalog();
    List<FeedDefinition> feeds = new ArrayList<>(catalog.feeds());
    String title = "Tên " + random.nextInt(3);
    int limit = random.nextInt(1, 6);
    Content content = random.nextBoolean() ? Content.FULL : Content.SUMMARY;
    feeds.replaceAll(f ->
        f.name().equals("dan-van")
            ? new FeedDefinition(
                f.name(),
                title,
                f.description(),
                f.include(),
                f.exclude(),
                f.words(),
                limit,
                content,
                f.ttl(),
                f.tombstones(),
                f.language(),
                f.image())
            : f);
    return new FeedCatalog(catalog.site(), feeds);
  }

  private void setBack(Random random) {
    if (random.nextInt(3) > 0) {
      return;
    }
    time.move(Duration.ofSeconds(-random.nextInt(1, 3600)));
    pollers.forEach(Poller::forgive);
  }

  private void settle(ServedNewsroom newsroom, RawHttp http) {
    newsroom.server().catchUp();
    Instant last =
        newsroom.app().store().changedSince(0).stream()
            .map(FeedVersion::changedAt)
            .max(Instant::compareTo)
            .orElseThrow();
    if (time.instant().isBefore(last)) {
      time.move(Duration.between(time.instant(), last));
    }
    RawAnswer current = http.get(TARGET);
    assertThat(textByTag.merge(current.header("ETag"), current.text(), (one, other) -> one))
        .as("one tag, one text")
        .isEqualTo(current.text());
    for (Poller poller : pollers) {
      poll(poller, http);
      assertThat(poller.text()).as("%s", poller.habit()).isEqualTo(current.text());
      assertThat(poll(poller, http)).as("%s", poller.habit()).isEqualTo(304);
    }
    settled++;
  }

  private static int poll(Poller poller, RawHttp http) {
    return poller.poll(http);
  }

  /** The time, at which somebody may poll while a write has only begun. */
  private final class VisitedClock extends Clock {

    private final Thread writer = Thread.currentThread();

    @Override
    public ZoneId getZone() {
      return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      Runnable visit = duringNextWrite;
      if (visit != null && Thread.currentThread() == writer) {
        duringNextWrite = null;
        visit.run();
      }
      return time.instant();
    }
  }
}

package vn.bantin.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.bantin.article.Articles.EDITOR;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.scheduled;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.ArticleId;
import vn.bantin.article.CategoryPlacement;
import vn.bantin.article.Placement;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;
import vn.bantin.observe.Event;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.FeedEntry;
import vn.bantin.store.SettableClock;
import vn.bantin.store.SqlArticleStore;

final class TimekeeperTest {

  private static final Placement PLACEMENT = new CategoryPlacement();

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean broken = new AtomicBoolean();
  private ArticleStore store;
  private Timekeeper timekeeper;

  @BeforeEach
  void open() {
    store = SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), clock);
    store.define(
        Stream.of("all", "x").map(name -> new FeedDeclaration(name, "1", "1")).toList(), PLACEMENT);
    timekeeper = new Timekeeper(store, this::placement, events::add);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void publishesByItselfWhenTheTimeHasCome() {
    hold("a", 60);
    timekeeper.start();
    clock.move(Duration.ofSeconds(59));
    await().during(Timekeeper.PERIOD.multipliedBy(3)).until(() -> ids().isEmpty());
    clock.move(Duration.ofSeconds(1));
    await().atMost(Duration.ofSeconds(5)).until(() -> ids().equals(List.of("a")));
    timekeeper.close();
    assertThat(events)
        .containsExactly(new Event.ArticleTurned(new ArticleId("a"), State.SCHEDULED, State.LIVE));
  }

  @Test
  void looksOftenEnoughToBeWithinASecond() {
    assertThat(Timekeeper.PERIOD).isLessThanOrEqualTo(Duration.ofMillis(250));
  }

  @Test
  void makesAllThatIsDueHoweverMuch() {
    for (int i = 0; i < 1_500; i += 500) {
      List<ArticleChange> puts =
          Stream.iterate(i, n -> n + 1)
              .limit(500)
              .<ArticleChange>map(n -> waiting("n" + n, 60))
              .toList();
      store.apply(puts, PLACEMENT, EDITOR);
    }
    clock.move(Duration.ofMinutes(2));
    timekeeper.turn();
    assertThat(events).hasSize(1_500);
  }

  @Test
  void afterARestartNothingIsForgotten() {
    hold("a", 60);
    store.close();
    clock.move(Duration.ofHours(1));
    store = SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), clock);
    new Timekeeper(store, this::placement, events::add).turn();
    assertThat(ids()).containsExactly("a");
  }

  @Test
  void triesAgainAfterAFailureAndSaysItOnce() {
    broken.set(true);
    hold("a", 60);
    clock.move(Duration.ofMinutes(2));
    timekeeper.start();
    await().until(() -> !events.isEmpty());
    await().during(Timekeeper.PERIOD.multipliedBy(3)).until(() -> events.size() == 1);
    assertThat(events.peek()).isInstanceOf(Event.Retrying.class);
    broken.set(false);
    await().until(() -> ids().equals(List.of("a")));
    timekeeper.close();
  }

  private Placement placement() {
    if (broken.get()) {
      throw new IllegalStateException("not now");
    }
    return PLACEMENT;
  }

  private void hold(String id, int seconds) {
    store.apply(List.of(waiting(id, seconds)), PLACEMENT, EDITOR);
  }

  private Put waiting(String id, int seconds) {
    Schedule schedule =
        new Schedule(clock.instant().plusSeconds(seconds).atOffset(ZoneOffset.UTC), null, null);
    return new Put(scheduled(article(id, "x", 1), State.SCHEDULED, schedule));
  }

  private List<String> ids() {
    return store.feed("x", 10).orElseThrow().entries().stream()
        .map(FeedEntry::article)
        .map(article -> article.id().value())
        .toList();
  }
}

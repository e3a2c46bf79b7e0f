package vn.bantin.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.bantin.observe.Event;

@Timeout(30)
final class PurgerTest {

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private FakeCache cache;

  @BeforeEach
  void start() throws IOException {
    cache = FakeCache.start();
  }

  @AfterEach
  void stop() {
    cache.close();
  }

  @Test
  void aCacheIsToldAtOnceAndOnceMoreAndThenNoMore() {
    try (Purger purger = purger(cache.address())) {
      purger.purge(List.of("moi-nhat", "dan-van"));
      String both = "PURGE / bantin:dan-van bantin:moi-nhat";
      await().atMost(Duration.ofMillis(900)).until(() -> cache.told().equals(List.of(both)));
      await().until(() -> cache.told().equals(List.of(both, both)));
      purger.purgeAll();
      String all = "PURGE / bantin";
      await().until(() -> cache.told().equals(List.of(both, both, all, all)));
      // The cache writes down what it is told before it answers.
      await().until(() -> events.size() == 4);
    }
    assertThat(events).hasSize(4).allMatch(Event.CachePurged.class::isInstance);
  }

  @Test
  void searchesHaveANameOfTheirOwn() {
    try (Purger purger = purger(cache.address())) {
      purger.purgeSearches();
      await().until(() -> cache.told().contains("PURGE / bantin:search"));
    }
  }

  @Test
  void noFeedIsNothingToTell() {
    try (Purger purger = purger(cache.address())) {
      purger.purge(List.of());
      purger.purge(List.of("a"));
      await().until(() -> !cache.told().isEmpty());
      assertThat(cache.told()).containsExactly("PURGE / bantin:a");
    }
  }

  @Test
  void whatACacheRefusesItIsToldAgainTogetherWithWhatCameMeanwhile() {
    cache.answer(403);
    try (Purger purger = purger(cache.address())) {
      purger.purge(List.of("a"));
      await().until(() -> cache.told().contains("PURGE / bantin:a"));
      purger.purge(List.of("b"));
      purger.purge(List.of("b"));
      await().until(() -> cache.told().contains("PURGE / bantin:a bantin:b"));
      cache.answer(204);
      await().until(() -> events.getLast() instanceof Event.CachePurged);
    }
    assertThat(events.getFirst())
        .isInstanceOfSatisfying(
            Event.Retrying.class,
            e -> {
              assertThat(e.what()).isEqualTo("purging " + cache.address());
              assertThat(e.cause()).hasMessage("the cache answered 403");
            });
    assertThat(events.stream().filter(Event.Retrying.class::isInstance))
        .as("a failure is told once, not at every try")
        .hasSize(1);
  }

  @Test
  void aCacheThatWasAwayIsToldWhenItIsBackAndDelaysNoOther() throws IOException {
    URI away;
    try (FakeCache closed = FakeCache.start()) {
      away = closed.address();
    }
    try (Purger purger = purger(away, cache.address())) {
      purger.purge(List.of("a"));
      await().until(() -> cache.told().contains("PURGE / bantin:a"));
      await().until(() -> events.stream().anyMatch(Event.Retrying.class::isInstance));
      try (FakeCache back = FakeCache.startAt(away)) {
        await().until(() -> back.told().contains("PURGE / bantin:a"));
      }
    }
  }

  @Test
  void aCacheThatDoesNotAnswerIsGivenUpAndDoesNotHoldUpTheEnd() {
    cache.fallSilent();
    Duration patience = Duration.ofMillis(200);
    try (PurgedCache silent = new PurgedCache(cache.address(), patience, events::add)) {
      silent.purge(List.of("a"));
      await().until(() -> cache.told().size() > 1);
      assertThat(events.getFirst()).isInstanceOf(Event.Retrying.class);
    }
    try (Purger purger = purger(cache.address())) {
      int before = cache.told().size();
      purger.purge(List.of("a"));
      await().until(() -> cache.told().size() > before);
    }
  }

  @Test
  void keysThatNoRequestCanCarryDoNotEndTheTelling() {
    try (PurgedCache told = new PurgedCache(cache.address(), Duration.ofSeconds(3), events::add)) {
      told.purge(List.of("two\nlines"));
      await().until(() -> !events.isEmpty());
      assertThat(events.getFirst())
          .isInstanceOfSatisfying(
              Event.Retrying.class,
              e -> assertThat(e.cause()).isInstanceOf(IllegalArgumentException.class));
      assertThat(cache.told()).isEmpty();
      told.purge(List.of(CacheKey.ALL));
      await().until(() -> cache.told().contains("PURGE / bantin"));
    }
  }

  @Test
  void moreKeysThanARequestCanHoldAreAllKeys() {
    List<String> feeds = new ArrayList<>();
    for (int i = 0; i <= OpenPurges.MOST_KEYS; i++) {
      feeds.add("feed-" + i);
    }
    try (Purger purger = purger(cache.address())) {
      purger.purge(feeds);
      await().until(() -> cache.told().contains("PURGE / bantin"));
    }
  }

  private Purger purger(URI... caches) {
    return new Purger(List.of(caches), events::add);
  }
}

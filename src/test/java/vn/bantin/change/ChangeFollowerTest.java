package vn.bantin.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.scheduled;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.Articles;
import vn.bantin.article.CategoryPlacement;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;
import vn.bantin.observe.Event;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.FeedVersion;
import vn.bantin.store.SqlArticleStore;

final class ChangeFollowerTest {

  @TempDir private Path folder;

  private final ConcurrentLinkedQueue<String> moved = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger moves = new AtomicInteger();
  private final AtomicBoolean broken = new AtomicBoolean();
  private ArticleStore store;
  private ChangeFollower follower;

  @BeforeEach
  void open() {
    store = open(folder);
    store.define(
        Stream.of("all", "x", "y").map(name -> new FeedDeclaration(name, "1", "1")).toList(),
        new CategoryPlacement());
    put(store, "before", 0);
    follower = new ChangeFollower(store, this::listen, moves::incrementAndGet, events::add);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void beginsWhereTheStoreStands() {
    follower.catchUp();
    assertThat(moved).isEmpty();
  }

  @Test
  void tellsOfEveryChangeCommittedBeforeTheCall() {
    put(store, "a", 1);
    follower.catchUp();
    assertThat(moved).containsExactlyInAnyOrder("all", "x");
    follower.catchUp();
    assertThat(moved).hasSize(2);
  }

  @Test
  void tellsThatSomethingChangedInNoFeedToo() {
    follower.catchUp();
    assertThat(moves).hasValue(0);
    Schedule none = Schedule.NONE;
    Put draft = new Put(scheduled(article("draft", "x", 1), State.DRAFT, none));
    store.apply(List.of(draft), new CategoryPlacement(), Articles.EDITOR);
    follower.catchUp();
    assertThat(moves).hasValue(1);
    assertThat(moved).isEmpty();
    follower.catchUp();
    assertThat(moves).hasValue(1);
  }

  @Test
  void seesWhatAnotherProcessDoesByItself() {
    follower.start();
    try (ArticleStore other = open(folder)) {
      put(other, "a", 1);
    }
    await().untilAsserted(() -> assertThat(moved).contains("all", "x"));
    follower.close();
  }

  @Test
  void triesAgainAfterAFailureAndSaysItOnce() {
    broken.set(true);
    follower.start();
    put(store, "a", 1);
    await().until(() -> !events.isEmpty());
    broken.set(false);
    await().untilAsserted(() -> assertThat(moved).contains("all", "x"));
    follower.close();
    assertThat(events).hasSize(1);
    assertThat(events.peek()).isInstanceOf(Event.Retrying.class);
  }

  @Test
  void looksNoMoreOnceClosed() {
    follower.start();
    follower.close();
    put(store, "a", 1);
    assertThat(moved).isEmpty();
  }

  private void listen(List<FeedVersion> versions) {
    if (broken.get()) {
      throw new IllegalStateException("not now");
    }
    versions.forEach(version -> moved.add(version.feed()));
  }

  private static ArticleStore open(Path folder) {
    return SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), Clock.systemUTC());
  }

  private static void put(ArticleStore store, String id, int minute) {
    store.apply(
        List.of(new Put(article(id, "x", minute))), new CategoryPlacement(), Articles.EDITOR);
  }
}

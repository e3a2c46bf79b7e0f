package vn.bantin.snapshot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.bantin.article.Articles.article;
import static vn.bantin.snapshot.StoredNewsroom.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.change.ChangeFollower;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Newsrooms;
import vn.bantin.observe.Event;
import vn.bantin.store.StoreException;

final class SnapshotsTest {

  @TempDir private Path folder;

  private StoredNewsroom newsroom;
  private BreakableStore store;
  private Snapshots snapshots;
  private ChangeFollower follower;

  @BeforeEach
  void open() {
    newsroom = new StoredNewsroom(folder);
    store = newsroom.store;
    snapshots = newsroom.snapshots;
    follower = newsroom.follower;
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void isBuiltOnceAndThenWarm() {
    put(article("a", "dan-van", 1));
    assertThat(snapshots.warm("dan-van", Format.ATOM)).isNull();
    Snapshot built = snapshots.get("dan-van", Format.ATOM).orElseThrow();
    assertThat(snapshots.warm("dan-van", Format.ATOM)).isSameAs(built);
    assertThat(store.reads).hasValue(1);
    String text = text(built);
    assertThat(text).contains("articles/a");
    assertThat(text(built, Coding.GZIP)).isEqualTo(text);
    assertThat(built.codings().identity().entityTag()).isEqualTo("\"" + built.tag() + "\"");
    assertThat(built.codings().gzip().entityTag())
        .matches("\"" + built.tag() + "-gzip[.][0-9a-f]{8}\"");
    assertThat(built.tag()).startsWith(Long.toString(built.version(), 36) + "-");
    assertThat(built.cacheControl())
        .isEqualTo("public, max-age=300, stale-while-revalidate=60, stale-if-error=86400");
  }

  @Test
  void isBuiltAnewByAChangeOfItsFeedAlone() {
    put(article("a", "dan-van", 1));
    Snapshot danVan = snapshots.get("dan-van", Format.ATOM).orElseThrow();
    Snapshot kinhTe = snapshots.get("kinh-te", Format.ATOM).orElseThrow();
    put(article("b", "dan-van", 2));
    follower.catchUp();
    Snapshot after = requireNonNull(snapshots.warm("dan-van", Format.ATOM));
    assertThat(text(after)).contains("articles/b");
    assertThat(after.codings().identity().entityTag())
        .isNotEqualTo(danVan.codings().identity().entityTag());
    assertThat(after.changedAt()).isAfter(danVan.changedAt());
    assertThat(snapshots.warm("kinh-te", Format.ATOM)).isSameAs(kinhTe);
  }

  @Test
  void isNotBuiltAnewWhenNothingChanges() {
    put(article("a", "dan-van", 1));
    Snapshot built = snapshots.get("dan-van", Format.ATOM).orElseThrow();
    follower.catchUp();
    follower.catchUp();
    assertThat(snapshots.warm("dan-van", Format.ATOM)).isSameAs(built);
    assertThat(store.reads).hasValue(1);
  }

  @Test
  void manyReadersWaitForOneBuild() throws Exception {
    put(article("a", "dan-van", 1));
    CountDownLatch gate = new CountDownLatch(1);
    store.gate = gate;
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Snapshot>> waiting = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        waiting.add(readers.submit(() -> snapshots.get("dan-van", Format.RSS).orElseThrow()));
      }
      await().until(() -> store.reads.get() > 0);
      gate.countDown();
      Snapshot first = waiting.getFirst().get();
      for (Future<Snapshot> one : waiting) {
        assertThat(one.get()).isSameAs(first);
      }
    }
    assertThat(store.reads).hasValue(1);
  }

  @Test
  void aChangeDuringABuildIsNotLost() {
    put(article("a", "dan-van", 1));
    store.afterRead =
        () -> {
          put(article("b", "dan-van", 2));
          follower.catchUp();
        };
    snapshots.get("dan-van", Format.ATOM);
    assertThat(text(snapshots.get("dan-van", Format.ATOM).orElseThrow())).contains("articles/b");
    assertThat(text(requireNonNull(snapshots.warm("dan-van", Format.ATOM)))).contains("articles/b");
  }

  @Test
  void theLastGoodBytesAreServedWhileABuildFails() {
    put(article("a", "dan-van", 1));
    Snapshot good = snapshots.get("dan-van", Format.ATOM).orElseThrow();
    store.broken = true;
    put(article("b", "dan-van", 2));
    follower.catchUp();
    await()
        .untilAsserted(
            () -> assertThat(snapshots.warm("dan-van", Format.ATOM)).isEqualTo(good.whileBehind()));
    assertThat(snapshots.get("dan-van", Format.ATOM)).contains(good.whileBehind());
    assertThat(good.whileBehind().cacheControl()).isEqualTo("no-cache");
    assertThat(newsroom.events).anyMatch(event -> event instanceof Event.SnapshotFailed);
    int reads = store.reads.get();
    follower.catchUp();
    assertThat(store.reads).as("no retry at every tick").hasValue(reads);
    store.broken = false;
    await()
        .until(() -> {
          follower.catchUp();
          return text(requireNonNull(snapshots.warm("dan-van", Format.ATOM)))
              .contains("articles/b");
        });
    assertThat(snapshots.warm("dan-van", Format.ATOM))
        .extracting(Snapshot::cacheControl)
        .isEqualTo(good.cacheControl());
  }

  @Test
  void theLastGoodBytesAreServedWhenMemoryRunsOut() {
    put(article("a", "dan-van", 1));
    Snapshot good = snapshots.get("dan-van", Format.ATOM).orElseThrow();
    store.exhausted = true;
    put(article("b", "dan-van", 2));
    follower.catchUp();
    await()
        .untilAsserted(
            () -> assertThat(snapshots.warm("dan-van", Format.ATOM)).isEqualTo(good.whileBehind()));
  }

  @Test
  void aChangeThatCuresAFailedBuildIsServedAtOnce() {
    put(article("a", "dan-van", 1));
    snapshots.get("dan-van", Format.ATOM);
    store.broken = true;
    put(article("b", "dan-van", 2));
    follower.catchUp();
    store.broken = false;
    put(article("c", "dan-van", 3));
    follower.catchUp();
    assertThat(text(requireNonNull(snapshots.warm("dan-van", Format.ATOM))))
        .contains("articles/b")
        .contains("articles/c");
  }

  @Test
  void aFirstBuildThatFailsIsTriedAgainByTheNextReader() {
    put(article("a", "dan-van", 1));
    store.broken = true;
    assertThatThrownBy(() -> snapshots.get("dan-van", Format.ATOM))
        .isInstanceOf(StoreException.class);
    store.broken = false;
    assertThat(snapshots.get("dan-van", Format.ATOM)).isPresent();
  }

  @Test
  void anArticleThatCannotBeWrittenIsLeftOutAndSaid() {
    put(article("a", "dan-van", 1));
    Article bad = vn.bantin.article.Articles.saying(article("bad", "dan-van", 2), "<p>\u0001</p>");
    put(bad);
    Snapshot snapshot = snapshots.get("dan-van", Format.ATOM).orElseThrow();
    assertThat(text(snapshot)).contains("articles/a").doesNotContain("articles/bad");
    assertThat(newsroom.events)
        .anyMatch(event ->
            event instanceof Event.EntryLeftOut out && out.article().equals(new ArticleId("bad")));
  }

  @Test
  void otherDefinitionsMoveValidators() {
    put(article("a", "dan-van", 1));
    Snapshot before = snapshots.get("dan-van", Format.ATOM).orElseThrow();
    Snapshot untouched = snapshots.get("kinh-te", Format.ATOM).orElseThrow();
    List<vn.bantin.feed.FeedDefinition> feeds = new ArrayList<>(newsroom.catalog.feeds());
    feeds.replaceAll(f -> f.name().equals("dan-van") ? Newsrooms.summaries(f) : f);
    FeedCatalog other = new FeedCatalog(newsroom.catalog.site(), feeds);
    snapshots.redefine(other);
    newsroom.declare(other);
    follower.catchUp();
    Snapshot after = snapshots.get("dan-van", Format.ATOM).orElseThrow();
    assertThat(text(after)).doesNotContain("<content");
    assertThat(after.tag()).isNotEqualTo(before.tag());
    assertThat(after.changedAt()).isAfter(before.changedAt());
    Snapshot same = snapshots.get("kinh-te", Format.ATOM).orElseThrow();
    assertThat(same.tag()).isEqualTo(untouched.tag());
    assertThat(same.changedAt()).isEqualTo(untouched.changedAt());
  }

  @Test
  void theBytesOfTheLeastUsedAreLetGoWhereMemoryEnds() {
    put(article("a", "dan-van", 1));
    try (Snapshots small =
        new Snapshots(newsroom.store, newsroom.catalog, StoredNewsroom.BASE, 8 * 1024, _ -> {})) {
      for (var feed : newsroom.catalog.feeds()) {
        for (Format format : Format.values()) {
          small.get(feed.name(), format);
        }
      }
      await().until(() -> warm(small) < 8);
      assertThat(small.get("dan-van", Format.ATOM)).as("let go or not").isPresent();
    }
  }

  private long warm(Snapshots from) {
    return newsroom.catalog.feeds().stream()
        .flatMap(feed -> Stream.of(Format.values()).map(format -> from.warm(feed.name(), format)))
        .filter(Objects::nonNull)
        .count();
  }

  @Test
  void aFeedThatIsNoMoreIsGone() {
    put(article("a", "dan-van", 1));
    snapshots.get("dan-van", Format.ATOM);
    FeedCatalog fewer =
        new FeedCatalog(
            newsroom.catalog.site(),
            newsroom.catalog.feeds().stream().filter(f -> !f.name().equals("dan-van")).toList());
    snapshots.redefine(fewer);
    assertThat(snapshots.warm("dan-van", Format.ATOM)).isNull();
    assertThat(snapshots.get("dan-van", Format.ATOM)).isEmpty();
    assertThat(snapshots.get("never", Format.ATOM)).isEmpty();
  }

  @Test
  void whoFollowsLearnsWhichFeedsAreServedAnewAlsoThoseThatFailedAtFirst() {
    put(article("a", "dan-van", 1));
    snapshots.get("dan-van", Format.ATOM);
    long before = store.sequence();
    store.broken = true;
    put(article("b", "dan-van", 2));
    assertThat(snapshots.follow(store.changedSince(before))).contains("dan-van");
    assertThat(snapshots.follow(List.of())).as("not due yet").isEmpty();
    store.broken = false;
    await().until(() -> snapshots.follow(List.of()).equals(Set.of("dan-van")));
    assertThat(text(requireNonNull(snapshots.warm("dan-van", Format.ATOM)))).contains("articles/b");
    assertThat(snapshots.follow(List.of())).isEmpty();
  }

  private void put(Article article) {
    newsroom.put(article);
  }
}

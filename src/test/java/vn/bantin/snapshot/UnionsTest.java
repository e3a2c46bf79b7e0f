package vn.bantin.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.bantin.article.Articles.article;
import static vn.bantin.snapshot.StoredNewsroom.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Newsrooms;
import vn.bantin.observe.Event;
import vn.bantin.store.StoreException;

final class UnionsTest {

  private static final String UNION = "dan-van+kinh-te";

  private static final OnDemandReply UNKNOWN = new OnDemandReply.Unknown();

  @TempDir private Path folder;

  private StoredNewsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new StoredNewsroom(folder);
    newsroom.put(article("a", "dan-van", 1));
    newsroom.put(article("b", "kinh-te", 2));
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void isBuiltOnceOfAllItsMembers() {
    assertThat(newsroom.snapshots.warm(UNION, Format.ATOM)).isNull();
    Snapshot union = newsroom.get(UNION, Format.ATOM);
    assertThat(newsroom.warm(UNION, Format.ATOM)).isSameAs(union);
    assertThat(newsroom.store.reads).hasValue(1);
    assertThat(text(union))
        .contains("articles/a")
        .contains("articles/b")
        .contains(StoredNewsroom.BASE + "/feeds/dan-van+kinh-te.atom")
        .contains("<title>Mục dan-van + Mục kinh-te</title>");
    assertThat(text(union, Coding.GZIP)).isEqualTo(text(union));
  }

  @Test
  void isAsNewAsTheLatestOfItsMembers() {
    Snapshot danVan = newsroom.get("dan-van", Format.ATOM);
    Snapshot kinhTe = newsroom.get("kinh-te", Format.ATOM);
    Snapshot union = newsroom.get(UNION, Format.ATOM);
    assertThat(kinhTe.version()).isGreaterThan(danVan.version());
    assertThat(union.version()).isEqualTo(kinhTe.version());
    assertThat(union.changedAt()).isEqualTo(kinhTe.changedAt());
  }

  @Test
  void movesWheneverAMemberDoes() {
    Snapshot last = newsroom.get(UNION, Format.ATOM);
    List<Runnable> changes =
        List.of(
            () -> newsroom.publish(article("c", "dan-van", 3)),
            () -> newsroom.publish(article("d", "kinh-te", 4)),
            () -> newsroom.publish(article("d", "dan-van", 4)),
            () -> withdraw("a"));
    for (Runnable change : changes) {
      change.run();
      assertThat(newsroom.snapshots.warm(UNION, Format.ATOM)).as("no old bytes").isNull();
      Snapshot next = newsroom.get(UNION, Format.ATOM);
      assertThat(next.tag()).isNotEqualTo(last.tag());
      assertThat(next.version()).isGreaterThan(last.version());
      assertThat(next.changedAt()).isAfter(last.changedAt());
      last = next;
    }
    assertThat(text(last)).contains("articles/d").doesNotContain("articles/a");
  }

  @Test
  void movesWhenAnArticleMovesFromOneMemberToTheOther() {
    Snapshot before = newsroom.get(UNION, Format.JSON);
    newsroom.publish(article("a", "kinh-te", 1));
    Snapshot after = newsroom.get(UNION, Format.JSON);
    assertThat(text(after)).containsOnlyOnce("tin/a\"");
    assertThat(after.tag()).isNotEqualTo(before.tag());
    assertThat(after.changedAt()).isAfter(before.changedAt());
  }

  @Test
  void staysAsItIsWhenAnotherFeedMoves() {
    Snapshot union = newsroom.get(UNION, Format.ATOM);
    newsroom.publish(article("c", "ton-giao", 3));
    assertThat(newsroom.warm(UNION, Format.ATOM)).isSameAs(union);
    assertThat(newsroom.store.reads).hasValue(1);
  }

  @Test
  void aChangeBuildsNoneBeforeItIsAskedFor() {
    newsroom.get(UNION, Format.ATOM);
    newsroom.publish(article("c", "dan-van", 3));
    assertThat(newsroom.store.reads).hasValue(1);
  }

  @Test
  void aChangeDuringABuildIsNotLost() {
    newsroom.store.afterRead = () -> newsroom.publish(article("c", "dan-van", 3));
    assertThat(text(newsroom.get(UNION, Format.ATOM))).contains("articles/c");
    assertThat(text(newsroom.warm(UNION, Format.ATOM))).contains("articles/c");
  }

  @Test
  void manyReadersWaitForOneBuild() throws Exception {
    for (int round = 0; round < 2; round++) {
      int reads = newsroom.store.reads.get();
      CountDownLatch gate = new CountDownLatch(1);
      newsroom.store.gate = gate;
      try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Snapshot>> waiting = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
          waiting.add(readers.submit(() -> newsroom.get(UNION, Format.RSS)));
        }
        await().until(() -> newsroom.store.reads.get() > reads);
        gate.countDown();
        Snapshot first = waiting.getFirst().get();
        for (Future<Snapshot> one : waiting) {
          assertThat(one.get()).isSameAs(first);
        }
      }
      assertThat(newsroom.store.reads).hasValue(reads + 1);
      newsroom.publish(article("c", "dan-van", 3));
    }
  }

  @Test
  void theLastGoodBytesAreServedWhileABuildFails() {
    Snapshot good = newsroom.get(UNION, Format.ATOM);
    newsroom.store.broken = true;
    newsroom.publish(article("c", "dan-van", 3));
    // When the build is due again, nothing is warm until somebody has tried it. On a busy machine
    // that may be so between the two questions, but then the next try is later.
    await()
        .untilAsserted(() -> {
          Snapshot behind = newsroom.get(UNION, Format.ATOM);
          assertThat(behind).isEqualTo(good.whileBehind());
          assertThat(newsroom.snapshots.warm(UNION, Format.ATOM)).isEqualTo(behind);
        });
    assertThat(newsroom.events)
        .anyMatch(e -> e instanceof Event.SnapshotFailed failed && failed.feed().equals(UNION));
    newsroom.store.broken = false;
    await().until(() -> text(newsroom.get(UNION, Format.ATOM)).contains("articles/c"));
    assertThat(newsroom.get(UNION, Format.ATOM).cacheControl()).isEqualTo(good.cacheControl());
  }

  @Test
  void aFirstBuildThatFailsIsTriedAgainByTheNextReader() {
    newsroom.store.broken = true;
    assertThatThrownBy(() -> newsroom.get(UNION, Format.ATOM))
        .hasCauseInstanceOf(StoreException.class);
    newsroom.store.broken = false;
    assertThat(newsroom.get(UNION, Format.ATOM)).isNotNull();
  }

  @Test
  void otherDefinitionsOfAMemberAreServed() {
    Snapshot before = newsroom.get(UNION, Format.ATOM);
    FeedCatalog other =
        new FeedCatalog(
            newsroom.catalog.site(),
            newsroom.catalog.feeds().stream()
                .map(f -> f.name().equals("kinh-te") ? Newsrooms.summaries(f) : f)
                .toList());
    newsroom.redefine(other);
    Snapshot after = newsroom.get(UNION, Format.ATOM);
    assertThat(text(before)).contains("<content");
    assertThat(text(after)).doesNotContain("<content");
    assertThat(after.changedAt()).isAfter(before.changedAt());
  }

  @Test
  void isGoneWithOneOfItsMembers() {
    newsroom.get(UNION, Format.ATOM);
    newsroom.snapshots.redefine(
        new FeedCatalog(
            newsroom.catalog.site(),
            newsroom.catalog.feeds().stream().filter(f -> !f.name().equals("kinh-te")).toList()));
    assertThat(newsroom.snapshots.warm(UNION, Format.ATOM)).isNull();
    assertThat(newsroom.snapshots.requested().onDemand(new Key(UNION, Format.ATOM)))
        .isCompletedWithValue(UNKNOWN);
  }

  @Test
  void onlyTheRightNameNamesIt() {
    assertThat(newsroom.snapshots.requested().onDemand(new Key("kinh-te+dan-van", Format.ATOM)))
        .isCompletedWithValue(UNKNOWN);
    assertThat(newsroom.snapshots.requested().onDemand(new Key("dan-van+khong-co", Format.ATOM)))
        .isCompletedWithValue(UNKNOWN);
    assertThat(newsroom.store.reads).hasValue(0);
  }

  @Test
  void howeverManyAreInventedTheyAreBoundedAndPushNoFeedOut() {
    FeedCatalog many =
        new FeedCatalog(
            newsroom.catalog.site(),
            IntStream.range(10, 60)
                .mapToObj(i -> Newsrooms.feed("f" + i, List.of("dan-van"), List.of()))
                .toList());
    newsroom.redefine(many);
    Snapshot single = newsroom.get("f10", Format.ATOM);
    List<String> unions =
        IntStream.range(10, 60)
            .boxed()
            .flatMap(a -> IntStream.range(a + 1, 60).mapToObj(b -> "f" + a + "+f" + b))
            .toList();
    assertThat(unions).hasSizeGreaterThan(1_200);
    unions.forEach(name -> newsroom.get(name, Format.ATOM));
    await()
        .until(() ->
            unions.stream()
                    .filter(name -> newsroom.snapshots.warm(name, Format.ATOM) != null)
                    .count()
                <= 1_024);
    assertThat(newsroom.warm("f10", Format.ATOM)).isSameAs(single);
  }

  private void withdraw(String id) {
    newsroom.store.apply(
        List.of(new ArticleChange.Withdraw(new ArticleId(id), "nhầm")),
        newsroom.catalog,
        Articles.EDITOR);
    newsroom.follower.catchUp();
  }
}

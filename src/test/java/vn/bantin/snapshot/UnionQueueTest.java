package vn.bantin.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.bantin.article.Articles.article;
import static vn.bantin.snapshot.StoredNewsroom.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Format;
import vn.bantin.feed.Newsrooms;

/** Who waits until a union is built, and how long. */
@Timeout(60)
final class UnionQueueTest {

  private static final String UNION = "dan-van+kinh-te";
  private static final OnDemandReply BUSY = new OnDemandReply.Busy();

  @TempDir private Path folder;

  private final CountDownLatch gate = new CountDownLatch(1);
  private StoredNewsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new StoredNewsroom(folder);
    List<FeedDefinition> feeds = new ArrayList<>(newsroom.catalog.feeds());
    IntStream.range(0, OnDemand.MAX_WAITING + 2)
        .forEach(i -> feeds.add(Newsrooms.feed("f" + i, List.of("xa"), List.of())));
    newsroom.redefine(new FeedCatalog(newsroom.catalog.site(), feeds));
    newsroom.publish(article("a", "dan-van", 1));
  }

  @AfterEach
  void close() {
    gate.countDown();
    newsroom.close();
  }

  @Test
  void oneMoreThanCanWaitHearsSoAtOnce() {
    Snapshot good = newsroom.get(UNION, Format.ATOM);
    newsroom.publish(article("b", "dan-van", 2));
    List<CompletableFuture<OnDemandReply>> waiting = fill();
    assertThat(ask(invented(0))).as("nobody more is built for it").isNotDone();
    assertThat(ask(invented(OnDemand.MAX_WAITING + 1))).isCompletedWithValue(BUSY);
    assertThat(ask(UNION)).isCompletedWithValue(new OnDemandReply.Ready(good.whileBehind()));
    gate.countDown();
    waiting.forEach(reply -> assertThat(reply.join()).isInstanceOf(OnDemandReply.Ready.class));
    assertThat(text(newsroom.get(UNION, Format.ATOM))).contains("articles/b");
    assertThat(newsroom.get(UNION, Format.ATOM).cacheControl()).isEqualTo(good.cacheControl());
  }

  @Test
  void nobodyWaitsForLongerThanAClientDoes() {
    try (Unions unions = unions(Duration.ofMillis(50))) {
      Key key = new Key(UNION, Format.ATOM);
      OnDemandReply.Ready good = (OnDemandReply.Ready) unions.get(key).join();
      newsroom.publish(article("b", "dan-van", 2));
      newsroom.store.gate = gate;
      assertThat(unions.get(key).join())
          .isEqualTo(new OnDemandReply.Ready(good.snapshot().whileBehind()));
      assertThat(unions.get(new Key(UNION, Format.RSS)).join()).isEqualTo(BUSY);
      gate.countDown();
      await().until(() -> unions.warm(new Key(UNION, Format.RSS)) != null);
    }
  }

  @Test
  void whoWaitsWhenTheServerEndsIsNotForgotten() {
    List<CompletableFuture<OnDemandReply>> waiting = fill();
    newsroom.snapshots.close();
    waiting.forEach(reply -> assertThat(reply).isDone());
    assertThat(waiting.getLast()).isCompletedWithValue(BUSY);
  }

  @Test
  void aMemberThatMovesAllTheTimeHoldsNobodyElseUp() {
    newsroom.store.gate = gate;
    CompletableFuture<OnDemandReply> restless = ask(UNION);
    CompletableFuture<OnDemandReply> calm = ask("f0+f1");
    newsroom.store.afterRead = () -> moveUntil(calm, 2);
    gate.countDown();
    assertThat(calm.join()).isInstanceOf(OnDemandReply.Ready.class);
    OnDemandReply.Ready last = (OnDemandReply.Ready) restless.join();
    assertThat(last.snapshot().version())
        .isEqualTo(newsroom.store.feed("dan-van", 1).orElseThrow().version().seq());
  }

  @Test
  void whoAsksForWhatMovesAllTheTimeIsAnsweredAfterTwoBuilds() {
    moveAlways(1);
    int reads = newsroom.store.reads.get();
    assertThat(ask(UNION).join()).isInstanceOf(OnDemandReply.Ready.class);
    assertThat(newsroom.store.reads.get() - reads).isEqualTo(2);
  }

  private void moveAlways(int number) {
    newsroom.store.afterRead =
        () -> {
          newsroom.publish(article("b", "dan-van", number));
          moveAlways(number + 1);
        };
  }

  private void moveUntil(CompletableFuture<OnDemandReply> done, int number) {
    if (!done.isDone()) {
      newsroom.publish(article("b", "dan-van", number));
      newsroom.store.afterRead = () -> moveUntil(done, number + 1);
    }
  }

  /** Has one union built, and as many more waiting as can. */
  private List<CompletableFuture<OnDemandReply>> fill() {
    int reads = newsroom.store.reads.get();
    newsroom.store.gate = gate;
    List<CompletableFuture<OnDemandReply>> waiting = new ArrayList<>();
    waiting.add(ask(invented(0)));
    await().until(() -> newsroom.store.reads.get() > reads);
    IntStream.rangeClosed(1, OnDemand.MAX_WAITING).forEach(i -> waiting.add(ask(invented(i))));
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    return waiting;
  }

  private CompletableFuture<OnDemandReply> ask(String union) {
    return newsroom.snapshots.requested().onDemand(new Key(union, Format.ATOM));
  }

  private static String invented(int number) {
    return "dan-van+f" + number;
  }

  private Unions unions(Duration patience) {
    SnapshotBuilder builder =
        new SnapshotBuilder(
            newsroom.store,
            StoredNewsroom.BASE,
            new Compressor(newsroom.events::add),
            newsroom.events::add);
    return new Unions(
        builder,
        () -> new Edition(1, newsroom.catalog),
        this::version,
        patience,
        newsroom.events::add);
  }

  private long version(String feed) {
    return newsroom.store.changedSince(0).stream()
        .filter(moved -> moved.feed().equals(feed))
        .mapToLong(moved -> moved.seq())
        .findFirst()
        .orElse(0);
  }
}

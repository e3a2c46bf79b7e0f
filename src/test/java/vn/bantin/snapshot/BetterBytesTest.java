package vn.bantin.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.bantin.article.Articles.article;
import static vn.bantin.snapshot.StoredNewsroom.bytes;
import static vn.bantin.snapshot.StoredNewsroom.text;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.feed.Format;
import vn.bantin.observe.Event;

/** The better bytes that follow the fast ones, and what they must not change. */
final class BetterBytesTest {

  private static final String FEED = "dan-van";

  @TempDir private Path folder;

  private StoredNewsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new StoredNewsroom(folder);
    newsroom.put(article("a", FEED, 1));
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void followWhenASnapshotIsAskedForAgain() {
    Snapshot fast = newsroom.get(FEED, Format.ATOM);
    assertThat(fast.codings().effort()).isEqualTo(Effort.FAST);
    ask(FEED);
    assertThat(newsroom.warm(FEED, Format.ATOM)).isSameAs(fast);
    Snapshot best = improved(FEED);
    assertThat(best).isNotSameAs(fast);
    assertThat(best.version()).isEqualTo(fast.version());
    assertThat(best.tag()).isEqualTo(fast.tag());
    assertThat(best.changedAt()).isEqualTo(fast.changedAt());
    assertThat(best.codings().identity()).isSameAs(fast.codings().identity());
    for (Coding coding : Coding.values()) {
      assertThat(text(best, coding)).as("%s", coding).isEqualTo(text(fast));
    }
    assertThat(newsroom.store.reads).hasValue(1);
  }

  @Test
  void haveTagsOfTheirOwn() {
    for (int i = 0; i < 30; i++) {
      newsroom.put(article("bai-" + i, FEED, i));
    }
    Representation fast = newsroom.get(FEED, Format.ATOM).codings().gzip();
    Representation best = improved(FEED).codings().gzip();
    assertThat(best.length()).isLessThan(fast.length());
    assertThat(best.entityTag()).isNotEqualTo(fast.entityTag());
    assertThat(best.validators().version()).isEqualTo(fast.validators().version());
  }

  @Test
  void areNotMadeOfWhatIsAskedForOnceOrOnlyAsItIs() {
    newsroom.get(FEED, Format.ATOM);
    ask(FEED);
    for (int i = 0; i < 10; i++) {
      newsroom.warm(FEED, Format.ATOM);
    }
    newsroom.get("kinh-te", Format.ATOM);
    improved("kinh-te");
    assertThat(improvements(FEED)).isZero();
    assertThat(newsroom.warm(FEED, Format.ATOM).codings().effort()).isEqualTo(Effort.FAST);
  }

  @Test
  void areMadeOnceForAVersionHoweverManyAsk() {
    newsroom.get(FEED, Format.ATOM);
    for (int i = 0; i < 1_000; i++) {
      ask(FEED);
    }
    Snapshot best = improved(FEED);
    assertThat(improved(FEED)).isSameAs(best);
    newsroom.get("kinh-te", Format.ATOM);
    improved("kinh-te");
    assertThat(improvements(FEED)).isEqualTo(1);
  }

  @Test
  void areNotMadeOfWhatIsSupersededWhileItWaits() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    newsroom.afterImprovement =
        () -> {
          begun.countDown();
          await().until(() -> gate.getCount() == 0);
        };
    newsroom.get("kinh-te", Format.ATOM);
    ask("kinh-te");
    ask("kinh-te");
    await().until(() -> begun.getCount() == 0);
    Snapshot old = newsroom.get(FEED, Format.ATOM);
    ask(FEED);
    ask(FEED);
    newsroom.publish(article("b", FEED, 2));
    gate.countDown();
    assertThat(improved(FEED).version()).isGreaterThan(old.version());
    assertThat(newsroom.events)
        .noneMatch(e -> e instanceof Event.SnapshotImproved i && i.version() == old.version());
  }

  @Test
  void neverTakeThePlaceOfAChangeThatCameMeanwhile() {
    Key key = new Key(FEED, Format.ATOM);
    Snapshot old = newsroom.get(FEED, Format.ATOM);
    newsroom.publish(article("b", FEED, 2));
    assertThat(newsroom.snapshots.serve(key, old, old.codings().settled())).isFalse();
    assertThat(text(newsroom.warm(FEED, Format.ATOM))).contains("articles/b");
  }

  @Test
  void giveWayToAChangeThatComesAfterThem() {
    Key key = new Key(FEED, Format.ATOM);
    Snapshot old = newsroom.get(FEED, Format.ATOM);
    newsroom.put(article("b", FEED, 2));
    assertThat(newsroom.snapshots.serve(key, old, old.codings().settled())).isTrue();
    newsroom.follower.catchUp();
    Snapshot best = improved(FEED);
    for (Coding coding : Coding.values()) {
      assertThat(text(best, coding)).contains("articles/b");
    }
  }

  @Test
  void giveWayToAChangeThatIsBeingBuilt() throws Exception {
    Key key = new Key(FEED, Format.ATOM);
    Snapshot old = newsroom.get(FEED, Format.ATOM);
    CountDownLatch gate = new CountDownLatch(1);
    newsroom.store.gate = gate;
    int reads = newsroom.store.reads.get();
    Thread publisher = Thread.ofVirtual().start(() -> newsroom.publish(article("b", FEED, 2)));
    await().until(() -> newsroom.store.reads.get() > reads);
    assertThat(newsroom.snapshots.serve(key, old, old.codings().settled())).isFalse();
    gate.countDown();
    publisher.join();
    assertThat(text(newsroom.warm(FEED, Format.ATOM))).contains("articles/b");
  }

  @Test
  void areTheSameOnEveryNode() {
    newsroom.get(FEED, Format.RSS);
    try (Snapshots other =
        new Snapshots(
            newsroom.store,
            newsroom.catalog,
            StoredNewsroom.BASE,
            StoredNewsroom.MEMORY,
            _ -> {})) {
      other.get(FEED, Format.RSS);
      await().until(() -> isBest(other, FEED, Format.RSS));
      await().until(() -> isBest(newsroom.snapshots, FEED, Format.RSS));
      for (Coding coding : Coding.values()) {
        Representation here = newsroom.warm(FEED, Format.RSS).codings().in(coding);
        Representation there = other.get(FEED, Format.RSS).orElseThrow().codings().in(coding);
        assertThat(bytes(there)).as("%s", coding).isEqualTo(bytes(here));
        assertThat(there.entityTag()).isEqualTo(here.entityTag());
      }
    }
  }

  private void ask(String feed) {
    newsroom.snapshots.asked(newsroom.warm(feed, Format.ATOM));
  }

  /** Asks for the snapshot that is warm; whether it has the better bytes. */
  private static boolean isBest(Snapshots snapshots, String feed, Format format) {
    Snapshot warm = snapshots.warm(feed, format);
    if (warm != null) {
      snapshots.asked(warm);
    }
    return warm != null && warm.codings().effort() == Effort.BEST;
  }

  /** Asks until the better bytes are there. */
  private Snapshot improved(String feed) {
    await().until(() -> isBest(newsroom.snapshots, feed, Format.ATOM));
    return newsroom.warm(feed, Format.ATOM);
  }

  private long improvements(String feed) {
    return List.copyOf(newsroom.events).stream()
        .filter(e -> e instanceof Event.SnapshotImproved improved && improved.feed().equals(feed))
        .count();
  }
}

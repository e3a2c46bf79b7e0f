package vn.bantin.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.saying;
import static vn.bantin.article.Articles.titled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Fingerprint;
import vn.bantin.feed.Format;
import vn.bantin.feed.Newsrooms;
import vn.bantin.observe.Event;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.SettableClock;
import vn.bantin.store.SqlArticleStore;

final class DeltasTest {

  private static final String BASE = "https://feeds.songmay.example";

  @TempDir private Path folder;

  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
  private final FeedCatalog catalog = Newsrooms.catalog();
  private BreakableStore store;
  private Snapshots snapshots;

  @BeforeEach
  void open() {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
    store =
        new BreakableStore(SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), clock));
    declare(catalog);
    snapshots = new Snapshots(store, catalog, BASE, StoredNewsroom.MEMORY, events::add);
    for (int i = 0; i < 8; i++) {
      put(article("a" + i, "dan-van", i));
    }
  }

  @AfterEach
  void close() {
    snapshots.close();
    store.close();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void holdsWhatChangedAndNothingElse(Format format) throws IOException {
    Snapshot before = snapshot(format);
    put(titled(article("a3", "dan-van", 3), "Sửa lại"));
    put(article("b", "dan-van", 20));
    Snapshot after = snapshot(format);
    Delta delta = snapshots.delta(after, before.version()).orElseThrow();
    String text = text(delta.identity());
    assertThat(text).contains("articles/a3", "Sửa lại", "articles/b");
    assertThat(text).doesNotContain("articles/a0", "articles/a4", "articles/a7");
    assertThat(unzipped(delta.gzip())).isEqualTo(text);
    assertThat(delta.identity().isReadOnly()).isTrue();
  }

  @Test
  void isBuiltOnceForManyReadersAndForEveryVersionThatMissesTheSame() throws Exception {
    Snapshot before = snapshot(Format.ATOM);
    put(article("b", "dan-van", 20));
    put(article("elsewhere", "kinh-te", 21));
    put(article("c", "dan-van", 22));
    Snapshot after = snapshot(Format.ATOM);
    int reads = store.reads.get();
    CountDownLatch gate = new CountDownLatch(1);
    store.gate = gate;
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Delta>>> waiting = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        waiting.add(readers.submit(() -> snapshots.delta(after, before.version())));
      }
      await().until(() -> store.reads.get() > reads);
      gate.countDown();
      Delta first = waiting.getFirst().get().orElseThrow();
      for (Future<Optional<Delta>> one : waiting) {
        assertThat(one.get()).containsSame(first);
      }
    }
    LongStream.range(0, after.version()).forEach(base -> snapshots.delta(after, base));
    assertThat(store.reads).as("a delta for each entry").hasValueLessThanOrEqualTo(reads + 10);
    assertThat(store.logReads).hasValue(1);
  }

  @Test
  void isNotOfAnotherVersionThanTheSnapshot() {
    Snapshot first = snapshot(Format.ATOM);
    put(article("b", "dan-van", 20));
    Snapshot second = snapshot(Format.ATOM);
    put(article("c", "dan-van", 21));
    assertThat(snapshots.delta(second, first.version())).as("the log is ahead").isEmpty();
    Snapshot third = snapshot(Format.ATOM);
    assertThat(snapshots.delta(third, first.version())).isPresent();
    assertThat(snapshots.delta(third, second.version())).isPresent();
  }

  @Test
  void isNotMadeOfAWindowThatMovedSinceTheLogWasRead() {
    Snapshot first = snapshot(Format.ATOM);
    put(article("b", "dan-van", 20));
    Snapshot second = snapshot(Format.ATOM);
    assertThat(snapshots.delta(second, first.version() - 1)).isPresent();
    put(article("c", "dan-van", 21));
    assertThat(snapshots.delta(second, first.version())).isEmpty();
  }

  @Test
  void isNotMadeOfOtherDefinitions() {
    Snapshot before = snapshot(Format.ATOM);
    put(article("b", "dan-van", 20));
    Snapshot after = snapshot(Format.ATOM);
    List<FeedDefinition> feeds = new ArrayList<>(catalog.feeds());
    feeds.replaceAll(Newsrooms::summaries);
    FeedCatalog summaries = new FeedCatalog(catalog.site(), feeds);
    snapshots.redefine(summaries);
    assertThat(snapshots.delta(after, before.version())).isEmpty();
    declare(summaries);
    Snapshot redefined = snapshot(Format.ATOM);
    assertThat(snapshots.delta(redefined, after.version())).as("from another look").isEmpty();
    put(article("c", "dan-van", 21));
    Snapshot later = snapshot(Format.ATOM);
    assertThat(snapshots.delta(later, after.version())).as("from another look").isEmpty();
    assertThat(snapshots.delta(later, redefined.version())).isPresent();
  }

  @Test
  void isNotLargerThanTheWhole() {
    Snapshot before = snapshot(Format.ATOM);
    for (int i = 0; i < 8; i++) {
      put(titled(article("a" + i, "dan-van", i), "Sửa lại"));
    }
    assertThat(snapshots.delta(snapshot(Format.ATOM), before.version())).isEmpty();
  }

  @Test
  void reachesBackNoFurtherThanAWindow() {
    Snapshot before = snapshot(Format.ATOM);
    put(saying(article("large", "dan-van", 99), "<p>Dài.</p>".repeat(10_000)));
    Snapshot large = snapshot(Format.ATOM);
    for (int i = 0; i < 48; i++) {
      put(article("b" + i, "dan-van", i));
    }
    Snapshot near = snapshot(Format.ATOM);
    assertThat(snapshots.delta(near, large.version())).isPresent();
    put(article("b48", "dan-van", 48));
    Snapshot far = snapshot(Format.ATOM);
    int reads = store.reads.get();
    assertThat(snapshots.delta(far, before.version())).isEmpty();
    assertThat(store.reads).as("found out from the log alone").hasValue(reads);
  }

  @Test
  void namesWhatIsGoneAndNeverWhy() {
    Snapshot before = snapshot(Format.ATOM);
    Snapshot json = snapshot(Format.JSON);
    Snapshot rss = snapshot(Format.RSS);
    withdraw("a7", "bịa đặt");
    String gone = "tag:songmay.example,2026:articles/a7";
    assertThat(delta(Format.ATOM, before))
        .contains("<at:deleted-entry ref=\"" + gone + "\"")
        .doesNotContain("bịa đặt");
    assertThat(delta(Format.JSON, json))
        .contains("\"_bantin\":{\"gone\":[{\"id\":\"" + gone + "\"")
        .doesNotContain("bịa đặt");
    assertThat(snapshots.delta(snapshot(Format.RSS), rss.version()))
        .as("RSS cannot say it")
        .isEmpty();
  }

  @Test
  void aBuildThatFailsIsTriedAgainWhenTheFeedHasChanged() {
    Snapshot before = snapshot(Format.ATOM);
    put(article("b", "dan-van", 20));
    Snapshot after = snapshot(Format.ATOM);
    store.broken = true;
    assertThat(snapshots.delta(after, before.version())).isEmpty();
    int reads = store.logReads.get();
    assertThat(snapshots.delta(after, before.version())).isEmpty();
    assertThat(store.logReads).as("no retry for the same version").hasValue(reads);
    assertThat(events.stream().filter(Event.DeltaFailed.class::isInstance)).hasSize(1);
    store.broken = false;
    put(article("c", "dan-van", 21));
    assertThat(snapshots.delta(snapshot(Format.ATOM), before.version())).isPresent();
  }

  @Test
  void memoryThatRunsOutIsAFailedBuild() {
    Snapshot before = snapshot(Format.ATOM);
    put(article("b", "dan-van", 20));
    Snapshot after = snapshot(Format.ATOM);
    store.exhausted = true;
    assertThat(snapshots.delta(after, before.version())).isEmpty();
    assertThat(events).anyMatch(Event.DeltaFailed.class::isInstance);
  }

  @Test
  void thereIsNoneOfAFeedThatIsNoMore() {
    Snapshot before = snapshot(Format.ATOM);
    put(article("b", "dan-van", 20));
    Snapshot after = snapshot(Format.ATOM);
    snapshots.redefine(new FeedCatalog(catalog.site(), List.of()));
    assertThat(snapshots.delta(after, before.version())).isEmpty();
  }

  private String delta(Format format, Snapshot before) {
    return text(snapshots.delta(snapshot(format), before.version()).orElseThrow().identity());
  }

  /** The snapshot of what the store holds now. */
  private Snapshot snapshot(Format format) {
    snapshots.follow(store.changedSince(0));
    return snapshots.get("dan-van", format).orElseThrow();
  }

  private void put(Article article) {
    store.apply(List.of(new ArticleChange.Put(article)), catalog, Articles.EDITOR);
  }

  private void withdraw(String id, String reason) {
    store.apply(
        List.of(new ArticleChange.Withdraw(new ArticleId(id), reason)), catalog, Articles.EDITOR);
  }

  private void declare(FeedCatalog feeds) {
    store.define(
        feeds.feeds().stream()
            .map(f ->
                new FeedDeclaration(
                    f.name(), Fingerprint.rules(f), Fingerprint.look(f, feeds.site(), BASE)))
            .toList(),
        feeds);
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  private static String unzipped(ByteBuffer bytes) throws IOException {
    byte[] coded = new byte[bytes.remaining()];
    bytes.duplicate().get(coded);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

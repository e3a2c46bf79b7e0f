package vn.bantin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.observe.Event;

final class NewsroomWatcherTest {

  private static final Duration PERIOD = Duration.ofMillis(40);
  private static final NewsroomWatcher.Pace QUICK =
      new NewsroomWatcher.Pace(PERIOD, Duration.ofSeconds(1), 1);
  private static final Duration LONG = Duration.ofSeconds(10);

  @TempDir Path temp;
  private final List<FeedCatalog> taken = new CopyOnWriteArrayList<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<NewsroomWatcher> watchers = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeWatchers() {
    watchers.forEach(NewsroomWatcher::close);
  }

  @Test
  void hasAChangeInForceWithinTwoSeconds() throws IOException {
    NewsroomWatcher.Pace pace = NewsroomWatcher.PACE;
    assertThat(pace.period().multipliedBy(2)).isLessThan(Duration.ofMillis(1_800));
    assertThat(pace.period().plus(pace.longest())).isLessThan(Duration.ofMillis(4_800));
    Path folder = newsroom("feeds");
    NewsroomWatcher watcher = new NewsroomWatcher(folder, catalog(folder), taken::add, events::add);
    watchers.add(watcher);
    watcher.start();
    title(folder, "Mot");
    awaitTitles("Mot");
  }

  @Test
  void picksUpAChangedFile() throws IOException {
    Path folder = newsroom("feeds");
    watch(folder, taken::add);
    title(folder, "Mot");
    awaitTitles("Mot");
    title(folder, "Hai");
    awaitTitles("Mot", "Hai");
    replace(folder, "kinh-te.yaml", NewsroomFiles.FEED);
    await().atMost(LONG).until(() -> taken.getLast().feeds().size() == 2);
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(events)
                .containsExactly(
                    new Event.NewsroomReloaded(1),
                    new Event.NewsroomReloaded(1),
                    new Event.NewsroomReloaded(2)));
  }

  @Test
  void picksUpAChangeThatKeepsSizeAndTime() throws IOException {
    Path folder = newsroom("feeds");
    Path file = folder.resolve("dan-van.yaml");
    watch(folder, taken::add);
    var time = Files.getLastModifiedTime(file);
    Files.writeString(file, NewsroomFiles.FEED.replace("title: D", "title: T"));
    Files.setLastModifiedTime(file, time);
    awaitTitles("Tân vận");
  }

  @Test
  void seesAtOnceWhatTakesAnothersPlaceAlsoWhereToLookAtAllFilesCostsMuch() throws IOException {
    Path folder = newsroom("feeds");
    NewsroomWatcher.Pace slow =
        new NewsroomWatcher.Pace(PERIOD, Duration.ofHours(1), 1_000_000_000);
    NewsroomWatcher watcher =
        new NewsroomWatcher(folder, catalog(folder), taken::add, events::add, slow);
    watchers.add(watcher);
    watcher.start();
    title(folder, "Mot");
    awaitTitles("Mot");
    // Until it has found nothing to do, and rests.
    await().during(PERIOD.multipliedBy(25)).until(() -> taken.size() == 1);
    Files.writeString(folder.resolve("dan-van.yaml"), NewsroomFiles.FEED);
    await().during(PERIOD.multipliedBy(10)).until(() -> taken.size() == 1);
    replace(folder, "kinh-te.yaml", NewsroomFiles.FEED);
    await().atMost(LONG).until(() -> taken.size() == 2);
    assertThat(taken.getLast().feed("dan-van").orElseThrow().title()).isEqualTo("Dân vận");
  }

  @Test
  void keepsTheLastGoodOneWhileTheFolderIsWrong() throws IOException {
    Path folder = newsroom("feeds");
    watch(folder, taken::add);
    replace(folder, "dan-van.yaml", NewsroomFiles.FEED + "limit: many\n");
    awaitEvents(1);
    String mistake =
        folder.resolve("dan-van.yaml") + ":5: limit cannot be \"many\" (write a number, 1 to 500)";
    assertThat(events).containsExactly(new Event.NewsroomRefused(List.of(mistake)));

    replace(folder, "kinh-te.yaml", "");
    awaitEvents(2);
    assertThat(events.getLast())
        .isInstanceOfSatisfying(
            Event.NewsroomRefused.class,
            refused -> assertThat(refused.mistakes()).hasSize(2).contains(mistake));
    assertThat(taken).isEmpty();

    replace(folder, "kinh-te.yaml", NewsroomFiles.FEED);
    awaitEvents(3);
    assertThat(taken).isEmpty();

    replace(folder, "dan-van.yaml", NewsroomFiles.FEED + "limit: 5\n");
    awaitEvents(4);
    assertThat(events.get(2)).isEqualTo(events.getFirst());
    assertThat(events.getLast()).isEqualTo(new Event.NewsroomReloaded(2));
    assertThat(taken).hasSize(1);
    assertThat(taken.getFirst().feed("dan-van").orElseThrow().limit()).isEqualTo(5);
  }

  @Test
  void tellsTheSameMistakesOnce() throws IOException {
    Path folder = newsroom("feeds");
    watch(folder, taken::add);
    replace(folder, "dan-van.yaml", NewsroomFiles.FEED + "limit: many\n");
    awaitEvents(1);
    replace(folder, "dan-van.yaml", NewsroomFiles.FEED + "limit: many # the same\n");
    replace(folder, "moi-nhat.yaml", NewsroomFiles.FEED);
    await().during(PERIOD.multipliedBy(10)).until(() -> events.size() == 1);
  }

  @Test
  void picksUpAPartner() throws IOException {
    Path folder = newsroom("feeds");
    watch(folder, taken::add);
    Files.createDirectory(folder.resolve("partners"));
    String partner = "title: Báo\nfeeds: dan-van\nbyline: Theo Đài\nlink_back: Bài gốc\n";
    Files.writeString(folder.resolve("partners/bao.yaml"), partner + "limit: 5\n");
    await().atMost(LONG).until(() -> taken.size() == 1);
    assertThat(taken.getFirst().partners().named("bao").orElseThrow().limit()).isEqualTo(5);
    Files.writeString(folder.resolve("partners/bao.yaml"), partner + "limit: 6\n");
    await().atMost(LONG).until(() -> taken.size() == 2);
    assertThat(taken.getLast().partners().named("bao").orElseThrow().limit()).isEqualTo(6);
    Files.delete(folder.resolve("partners/bao.yaml"));
    await().atMost(LONG).until(() -> taken.size() == 3);
    assertThat(taken.getLast().partners().all()).isEmpty();
  }

  @Test
  void saysWhenAMistakeIsTakenBack() throws IOException {
    Path folder = newsroom("feeds");
    watch(folder, taken::add);
    replace(folder, "dan-van.yaml", "title: [");
    awaitEvents(1);
    replace(folder, "dan-van.yaml", NewsroomFiles.FEED);
    awaitEvents(2);
    assertThat(events.getLast()).isEqualTo(new Event.NewsroomReloaded(1));
    assertThat(taken).isEmpty();
  }

  @Test
  void followsALinkThatIsTurnedToAnotherFolder() throws IOException {
    Path link = temp.resolve("feeds");
    newsroom("one");
    title(newsroom("two"), "Hai");
    Files.createSymbolicLink(link, temp.resolve("one"));
    watch(link, taken::add);
    Path next = temp.resolve("next");
    Files.createSymbolicLink(next, temp.resolve("two"));
    Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    awaitTitles("Hai");
  }

  @Test
  void outlivesAFolderThatIsDeletedAndMadeAgain() throws IOException {
    Path folder = newsroom("feeds");
    watch(folder, taken::add);
    Files.move(folder, temp.resolve("away"));
    awaitEvents(1);
    assertThat(events)
        .containsExactly(
            new Event.NewsroomRefused(
                List.of(
                    folder + ": there is no such folder (make it, or name another with --feeds)")));
    newsroom("feeds");
    title(folder, "Lại");
    awaitTitles("Lại");
  }

  @Test
  void triesAgainWhenTheListenerThrows() throws IOException {
    Path folder = newsroom("feeds");
    AtomicInteger calls = new AtomicInteger();
    IllegalStateException failure = new IllegalStateException("not now");
    watch(
        folder,
        catalog -> {
          if (calls.incrementAndGet() == 1) {
            throw failure;
          }
          taken.add(catalog);
        });
    title(folder, "Mot");
    awaitTitles("Mot");
    awaitEvents(2);
    assertThat(events)
        .containsExactly(
            new Event.Retrying("reloading the newsroom", failure), new Event.NewsroomReloaded(1));
    assertThat(calls).hasValue(2);
  }

  @Test
  void closeWaitsForTheListenerAndEndsTheThread() throws Exception {
    Path folder = newsroom("feeds");
    CountDownLatch inListener = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    NewsroomWatcher watcher =
        watch(
            folder,
            catalog -> {
              inListener.countDown();
              goOn.await();
              taken.add(catalog);
            });
    title(folder, "Mot");
    inListener.await();
    Thread closing = Thread.ofPlatform().start(watcher::close);
    await().atMost(LONG).until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    goOn.countDown();
    closing.join();
    assertThat(taken).hasSize(1);
    title(folder, "Hai");
    await().during(PERIOD.multipliedBy(10)).until(() -> taken.size() == 1);
  }

  @Test
  void takesWhatTwoLooksAgreeOn() throws IOException {
    Path folder = newsroom("feeds");
    NewsroomWatcher watcher = new NewsroomWatcher(folder, catalog(folder), taken::add, events::add);
    watcher.look();
    title(folder, "Half");
    watcher.look();
    title(folder, "Whole");
    watcher.look();
    assertThat(taken).isEmpty();
    watcher.look();
    watcher.look();
    assertThat(taken).hasSize(1);
    assertThat(taken.getFirst().feed("dan-van").orElseThrow().title()).isEqualTo("Whole");
    assertThat(events).containsExactly(new Event.NewsroomReloaded(1));
  }

  @Test
  void restsLongBehindALookThatChangedNothingAlone() throws IOException {
    Path folder = newsroom("feeds");
    NewsroomWatcher watcher = new NewsroomWatcher(folder, catalog(folder), taken::add, events::add);
    assertThat(watcher.look()).as("seen for the first time").isZero();
    assertThat(watcher.look()).as("judged").isZero();
    assertThat(watcher.look()).isPositive();
    title(folder, "Mot");
    assertThat(watcher.look()).as("changed").isZero();
    assertThat(watcher.look()).as("in force").isZero();
    assertThat(taken).hasSize(1);
    assertThat(watcher.look()).isPositive();
  }

  @Test
  void closesBeforeItHasStarted() throws IOException {
    Path folder = newsroom("feeds");
    NewsroomWatcher watcher = new NewsroomWatcher(folder, catalog(folder), taken::add, events::add);
    watcher.close();
    watcher.close();
    assertThat(taken).isEmpty();
  }

  /** A listener that may wait. */
  private interface Listener {
    void accept(FeedCatalog catalog) throws InterruptedException;
  }

  private NewsroomWatcher watch(Path folder, Listener listener) {
    Consumer<FeedCatalog> consumer =
        changed -> {
          try {
            listener.accept(changed);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    NewsroomWatcher watcher =
        new NewsroomWatcher(folder, catalog(folder), consumer, events::add, QUICK);
    watchers.add(watcher);
    watcher.start();
    return watcher;
  }

  private Path newsroom(String name) throws IOException {
    return NewsroomFiles.make(temp.resolve(name));
  }

  private static FeedCatalog catalog(Path folder) {
    return Objects.requireNonNull(NewsroomReader.read(folder).catalog());
  }

  private static void title(Path folder, String title) throws IOException {
    replace(
        folder, "dan-van.yaml", NewsroomFiles.FEED.replace("title: Dân vận", "title: " + title));
  }

  /** Writes a file in one step, so that a watcher sees it before or after and never between. */
  private static void replace(Path folder, String name, String text) throws IOException {
    Path written = Files.writeString(folder.resolve("." + name), text);
    Files.move(
        written,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void awaitTitles(String... titles) {
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(taken)
                .extracting(catalog -> catalog.feed("dan-van").orElseThrow().title())
                .containsExactly(titles));
  }

  private void awaitEvents(int count) {
    await().atMost(LONG).untilAsserted(() -> assertThat(events).hasSize(count));
  }
}

package vn.bantin.newsroom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/**
 * The eye of a running server on its newsroom's folder: a right change comes into force within two
 * seconds, a wrong one is told and changes nothing.
 *
 * <p>It reads the folder twice a second and compares what stands there, which costs less than a
 * millisecond for some tens of files and some tens of them for ten thousand. Where that is more
 * than a hundredth of the time, it looks at the files more rarely, and in between only whether the
 * folder itself has changed, as it has when a file comes, goes or takes another's place. Then what
 * is written where it stands, or at the other end of a symbolic link, comes into force within five
 * seconds. {@link java.nio.file.WatchService} would be told earlier, but it watches one inode: it
 * hears nothing from a network file system, follows no symbolic link that is turned to another
 * folder, and is deaf after the folder has been deleted and made again.
 *
 * <p>What stands there counts when two looks in a row agree, so that a file is not taken at its
 * word while it is being written.
 */
public final class NewsroomWatcher implements AutoCloseable {

  /** How often a running server looks. */
  static final Pace PACE = new Pace(Duration.ofMillis(500), Duration.ofSeconds(4), 100);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FolderReader reader;
  private final Consumer<FeedCatalog> listener;
  private final Observer observer;
  private final Pace pace;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private FeedCatalog inForce;
  private List<FileMistake> refused = List.of();
  private @Nullable NewsroomFolder lastSeen;
  private @Nullable NewsroomFolder lastJudged;

  /**
   * Prepares to watch.
   *
   * @param inForce what the server uses now
   * @param listener puts another catalog in force; called by the watcher's own thread, and again
   *     after it has thrown
   */
  public NewsroomWatcher(
      Path folder, FeedCatalog inForce, Consumer<FeedCatalog> listener, Observer observer) {
    this(folder, inForce, listener, observer, PACE);
  }

  NewsroomWatcher(
      Path folder,
      FeedCatalog inForce,
      Consumer<FeedCatalog> listener,
      Observer observer,
      Pace pace) {
    this.pace = pace;
    this.reader = new FolderReader(folder);
    this.inForce = inForce;
    this.listener = listener;
    this.observer = observer;
    this.thread = Thread.ofPlatform().daemon().name("newsroom").unstarted(this::run);
  }

  /**
   * Begins to watch.
   *
   * @throws IllegalThreadStateException if it has begun before
   */
  public void start() {
    thread.start();
  }

  /** Ends watching and waits for a listener at work, though not for a file system that hangs. */
  @Override
  public void close() {
    closed.countDown();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      long before = 0;
      do {
        long cost = look();
        // The lesser of two, so that a moment in which the machine stood still is not taken for it.
        rest(Math.min(pace.times * Math.min(before, cost), pace.longest.toNanos()));
        before = cost;
      } while (closed.getCount() > 0);
    } catch (InterruptedException _) {
      // somebody else ends this thread
    }
  }

  private void rest(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    boolean isOver;
    do {
      isOver =
          closed.await(pace.period.toNanos(), TimeUnit.NANOSECONDS)
              || System.nanoTime() - start >= nanos
              || hasMoved();
    } while (!isOver);
  }

  private boolean hasMoved() {
    try {
      return reader.hasMoved();
    } catch (RuntimeException | Error _) {
      return true; // the look that follows meets the same, and tells it
    }
  }

  /**
   * Looks once; only {@link #start}'s thread does, or a test instead of it.
   *
   * @return how many nanoseconds it took to read the folder; 0 behind a change or a failure, after
   *     which to rest would only make somebody wait
   */
  long look() {
    try {
      long start = System.nanoTime();
      NewsroomFolder now = reader.read();
      long cost = System.nanoTime() - start;
      boolean isSettled = now.equals(lastSeen);
      lastSeen = now;
      if (!isSettled || now.equals(lastJudged) || closed.getCount() == 0) {
        return isSettled ? cost : 0;
      }
      judge(NewsroomReader.read(now));
      lastJudged = now;
    } catch (RuntimeException | Error e) {
      observer.observe(new Event.Retrying("reloading the newsroom", e));
    }
    return 0;
  }

  private void judge(Reading reading) {
    FeedCatalog catalog = reading.catalog();
    if (catalog == null) {
      refuse(reading.mistakes());
      return;
    }
    boolean isNew = !isSame(catalog, inForce);
    if (isNew) {
      listener.accept(catalog);
      inForce = catalog;
    }
    if (isNew || !refused.isEmpty()) {
      refused = List.of();
      observer.observe(new Event.NewsroomReloaded(catalog.feeds().size()));
    }
  }

  private void refuse(List<FileMistake> mistakes) {
    if (!mistakes.equals(refused)) {
      refused = mistakes;
      List<String> lines = mistakes.stream().map(FileMistake::toString).toList();
      observer.observe(new Event.NewsroomRefused(lines));
    }
  }

  /**
   * How often it looks.
   *
   * @param period the least rest between two looks at the files, and that between two at the folder
   * @param longest the most between two looks at the files
   * @param times how many times as long as a look at the files took it rests, within these bounds
   */
  record Pace(Duration period, Duration longest, int times) {}

  private static boolean isSame(FeedCatalog one, FeedCatalog other) {
    return one.site().equals(other.site())
        && one.signposts().equals(other.signposts())
        && one.partners().equals(other.partners())
        && Objects.equals(one.icon(), other.icon())
        && new ArrayList<>(one.feeds()).equals(new ArrayList<>(other.feeds()));
  }
}

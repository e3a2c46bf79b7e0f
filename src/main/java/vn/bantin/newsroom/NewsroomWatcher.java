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
 * millisecond for some tens of files and some tens of them for ten thousand. {@link
 * java.nio.file.WatchService} would be told earlier, but it watches one inode: it hears nothing
 * from a network file system, follows no symbolic link that is turned to another folder, and is
 * deaf after the folder has been deleted and made again.
 *
 * <p>What stands there counts when two looks in a row agree, so that a file is not taken at its
 * word while it is being written.
 */
public final class NewsroomWatcher implements AutoCloseable {

  /** The time between two looks when they cost little, and behind one that has seen a change. */
  static final Duration PERIOD = Duration.ofMillis(500);

  /** The time between two looks when they cost much. */
  static final Duration LONGEST = Duration.ofMillis(1_200);

  /** How much longer than a look it rests, if that is not more than {@link #LONGEST}. */
  private static final int REST = 50;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FolderReader reader;
  private final Consumer<FeedCatalog> listener;
  private final Observer observer;
  private final Duration period;
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
    this(folder, inForce, listener, observer, PERIOD);
  }

  NewsroomWatcher(
      Path folder,
      FeedCatalog inForce,
      Consumer<FeedCatalog> listener,
      Observer observer,
      Duration period) {
    this.period = period;
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
      long rest;
      do {
        long start = System.nanoTime();
        boolean isSettled = look();
        long cost = isSettled ? System.nanoTime() - start : 0;
        rest = Math.min(REST * cost, LONGEST.toNanos());
      } while (!closed.await(Math.max(rest, period.toNanos()), TimeUnit.NANOSECONDS));
    } catch (InterruptedException _) {
      // somebody else ends this thread
    }
  }

  /**
   * Looks once; only {@link #start}'s thread does, or a test instead of it.
   *
   * @return whether it saw the same as before
   */
  boolean look() {
    try {
      NewsroomFolder now = reader.read();
      boolean isSettled = now.equals(lastSeen);
      lastSeen = now;
      if (isSettled && !now.equals(lastJudged) && closed.getCount() > 0) {
        judge(NewsroomReader.read(now));
        lastJudged = now;
      }
      return isSettled;
    } catch (RuntimeException | Error e) {
      observer.observe(new Event.Retrying("reloading the newsroom", e));
      return true;
    }
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

  private static boolean isSame(FeedCatalog one, FeedCatalog other) {
    return one.site().equals(other.site())
        && one.signposts().equals(other.signposts())
        && one.partners().equals(other.partners())
        && Objects.equals(one.icon(), other.icon())
        && new ArrayList<>(one.feeds()).equals(new ArrayList<>(other.feeds()));
  }
}

package vn.bantin.change;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedVersion;

/**
 * Follows the change sequence of a store and tells a listener which feeds moved, whoever moved
 * them.
 */
public final class ChangeFollower implements AutoCloseable {

  /**
   * How often the sequence is looked at, and so the longest that another process's change waits.
   */
  public static final Duration PERIOD = Duration.ofMillis(100);

  private final ArticleStore store;
  private final Consumer<List<FeedVersion>> listener;
  private final Observer observer;
  private final ReentrantLock turn = new ReentrantLock();
  private final Thread thread;
  private long seen;
  private volatile boolean closed;

  /**
   * Starts where the store stands now.
   *
   * @param listener is told of moved feeds, possibly twice of the same move; and of none at every
   *     {@link #PERIOD} in which nothing moved
   */
  public ChangeFollower(
      ArticleStore store, Consumer<List<FeedVersion>> listener, Observer observer) {
    this.store = store;
    this.listener = listener;
    this.observer = observer;
    this.seen = store.sequence();
    this.thread = Thread.ofPlatform().name("change-follower").daemon().unstarted(this::run);
  }

  /** Begins to look by itself. */
  public void start() {
    thread.start();
  }

  /** Looks now; when it returns, the listener knows of every change committed before the call. */
  public void catchUp() {
    turn.lock();
    try {
      long sequence = store.sequence();
      listener.accept(sequence == seen ? List.of() : store.changedSince(seen));
      seen = sequence;
    } finally {
      turn.unlock();
    }
  }

  /** Looks no more; waits for a look under way. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean failing = false;
    while (!closed) {
      try {
        catchUp();
        failing = false;
      } catch (RuntimeException | Error e) {
        if (!failing) {
          observer.observe(new Event.Retrying("following the changes", e));
        }
        failing = true;
      }
      LockSupport.parkNanos(PERIOD.toNanos());
    }
  }
}

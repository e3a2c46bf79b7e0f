package vn.bantin.snapshot;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The queue of snapshots that wait for better bytes, each there once.
 *
 * <p>They are worked on one after another by a thread that ends when there is nothing to do and
 * never keeps the process alive. Linux heeds no priority of a Java thread, so it rests three times
 * as long as it worked: it never takes more than a quarter of one processor from the readers.
 */
final class Improver implements AutoCloseable {

  private static final int REST = 3;
  private static final long IDLE_SECONDS = 10;

  private final Consumer<Key> work;
  private final Map<Key, Long> wanted = new ConcurrentHashMap<>();
  private final Set<Key> waiting = ConcurrentHashMap.newKeySet();
  private final ExecutorService thread;

  /** Hands every key to the work, which must not throw. */
  Improver(Consumer<Key> work) {
    this.work = work;
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("snapshot-improve").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    one.allowCoreThreadTimeOut(true);
    this.thread = one;
  }

  /** Puts the key into the queue when it is asked for the second time at a version. */
  void want(Key key, long version) {
    Long before = wanted.put(key, version);
    if (before != null && before == version) {
      ask(key);
    }
  }

  private void ask(Key key) {
    if (waiting.add(key)) {
      thread.execute(() -> work(key));
    }
  }

  /**
   * Lets the work show its result, unless nobody wants it any more; {@link #close} waits for it.
   *
   * @return whether it was shown, and of use
   */
  synchronized boolean show(BooleanSupplier result) {
    return !thread.isShutdown() && result.getAsBoolean();
  }

  /** Drops the queue; what is being worked on ends by itself, and unseen. */
  @Override
  public synchronized void close() {
    thread.shutdownNow();
  }

  private void work(Key key) {
    long start = System.nanoTime();
    // Before the work: who asks from now on may ask for a later snapshot.
    waiting.remove(key);
    wanted.remove(key);
    work.accept(key);
    LockSupport.parkNanos(REST * (System.nanoTime() - start));
  }
}

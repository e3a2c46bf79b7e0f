package vn.bantin.purge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys that one cache has yet to be told of. A key stands here once however often it is added,
 * so there are never more than there are feeds.
 *
 * <p>Each is told twice. An answer that was on its way to the cache when the first purge came in
 * may be stored after it, and a withdrawn article with it; the second purge, a little later, finds
 * it.
 */
final class OpenPurges {

  /** How many keys one request tells of; with more, all answers are purged at once. */
  static final int MOST_KEYS = 50;

  private final long pauseNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Turn> open = new LinkedHashMap<>();

  /**
   * Starts empty.
   *
   * @param pauseNanos how long after the first purge the second follows
   */
  OpenPurges(long pauseNanos) {
    this.pauseNanos = pauseNanos;
  }

  /** Notes keys to be told at once, and once more later. */
  void add(Collection<String> keys) {
    lock.lock();
    try {
      keys.forEach(key -> open.put(key, new Turn(System.nanoTime(), false)));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes out what is due; waits until something is. */
  Batch take() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        long now = System.nanoTime();
        long wait = untilNext(now);
        if (wait <= 0) {
          return takeDue(now);
        }
        changed.await(wait, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes note that the cache has done as told. */
  void done(Batch batch) {
    putBack(batch.first, new Turn(System.nanoTime() + pauseNanos, true));
  }

  /** Takes note that the cache is to be told again. */
  void failed(Batch batch) {
    putBack(batch.first, new Turn(System.nanoTime(), false));
    putBack(batch.second, new Turn(System.nanoTime(), true));
  }

  // What has been added meanwhile is newer and stays as it is.
  private void putBack(Set<String> keys, Turn turn) {
    lock.lock();
    try {
      keys.forEach(key -> open.putIfAbsent(key, turn));
    } finally {
      lock.unlock();
    }
  }

  private long untilNext(long now) {
    long shortest = Long.MAX_VALUE;
    for (Turn turn : open.values()) {
      shortest = Math.min(shortest, turn.at - now);
    }
    return shortest;
  }

  private Batch takeDue(long now) {
    Set<String> first = new TreeSet<>();
    Set<String> second = new TreeSet<>();
    open.forEach((key, turn) -> {
      if (turn.at - now <= 0) {
        (turn.isSecond ? second : first).add(key);
      }
    });
    open.keySet().removeIf(key -> first.contains(key) || second.contains(key));
    return new Batch(first, second);
  }

  /**
   * When a key is due.
   *
   * @param at by {@link System#nanoTime}
   * @param isSecond whether the cache has been told once
   */
  private record Turn(long at, boolean isSecond) {}

  /**
   * Keys to be told in one request.
   *
   * @param first those that come again
   * @param second those that do not
   */
  record Batch(Set<String> first, Set<String> second) {

    /** All of them as one field's value, with spaces between. */
    String keys() {
      Set<String> keys = new TreeSet<>(first);
      keys.addAll(second);
      boolean all = keys.size() > MOST_KEYS || keys.contains(CacheKey.ALL);
      return all ? CacheKey.ALL : String.join(" ", keys);
    }
  }
}

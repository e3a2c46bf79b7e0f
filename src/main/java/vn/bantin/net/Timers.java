package vn.bantin.net;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;

/** Tasks that wait for their time, the next one first; for any thread. */
final class Timers {

  private static final long NANOS = 1_000_000;

  private final TreeSet<Timer> waiting =
      new TreeSet<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::number));
  private final long start = System.nanoTime();
  private long last;

  /** A task's place in the row. */
  final class Timer implements XnioExecutor.Key {
    private final long due;
    private final long number;
    private final Runnable task;

    private Timer(long due, long number, Runnable task) {
      this.due = due;
      this.number = number;
      this.task = task;
    }

    private long due() {
      return due;
    }

    private long number() {
      return number;
    }

    @Override
    public boolean remove() {
      synchronized (Timers.this) {
        return waiting.remove(this);
      }
    }
  }

  /** Adds a task that is due so many milliseconds, at least 1, from now. */
  synchronized Timer add(Runnable task, long millis) {
    long most = Long.MAX_VALUE / 2 / NANOS;
    Timer timer = new Timer(now() + Math.min(millis, most) * NANOS, last++, task);
    waiting.add(timer);
    return timer;
  }

  /** Whether the task is the one that comes first. */
  synchronized boolean isFirst(Timer timer) {
    return !waiting.isEmpty() && waiting.getFirst() == timer;
  }

  /** How many milliseconds until one is due, rounded up; 0 when one is, -1 when there is none. */
  synchronized long untilNext() {
    if (waiting.isEmpty()) {
      return -1;
    }
    long nanos = waiting.getFirst().due - now();
    return nanos <= 0 ? 0 : (nanos + NANOS - 1) / NANOS;
  }

  /** Takes a task out that is due; null when none is. */
  synchronized @Nullable Runnable poll() {
    if (waiting.isEmpty() || waiting.getFirst().due > now()) {
      return null;
    }
    return waiting.removeFirst().task;
  }

  private long now() {
    return System.nanoTime() - start;
  }
}

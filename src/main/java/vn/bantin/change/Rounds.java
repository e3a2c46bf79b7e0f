package vn.bantin.change;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/** Work that a thread of its own does again and again; the first failure of several is told. */
final class Rounds implements AutoCloseable {

  private final Duration rest;
  private final String what;
  private final Runnable work;
  private final Observer observer;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Prepares the thread.
   *
   * @param rest how long it rests between two rounds
   * @param what the work in words, as {@link Event.Retrying} has them
   */
  Rounds(String thread, Duration rest, String what, Runnable work, Observer observer) {
    this.rest = rest;
    this.what = what;
    this.work = work;
    this.observer = observer;
    this.thread = Thread.ofPlatform().name(thread).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Whether no further round begins. */
  boolean isClosed() {
    return closed;
  }

  /** Begins no further round. */
  void end() {
    closed = true;
  }

  /** Begins no further round; waits for the one under way. */
  @Override
  public void close() {
    end();
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
        work.run();
        failing = false;
      } catch (RuntimeException | Error e) {
        if (!failing) {
          observer.observe(new Event.Retrying(what, e));
        }
        failing = true;
      }
      LockSupport.parkNanos(rest.toNanos());
    }
  }
}

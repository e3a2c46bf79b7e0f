package vn.bantin.net;

import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;

/** A task that is run again and again, each time so long after it has ended, until removed. */
final class Repeated implements XnioExecutor.Key, Runnable {

  private final XnioExecutor executor;
  private final Runnable task;
  private final long time;
  private final TimeUnit unit;
  private XnioExecutor.Key next = XnioExecutor.Key.IMMEDIATE;
  private boolean removed;

  Repeated(XnioExecutor executor, Runnable task, long time, TimeUnit unit) {
    this.executor = executor;
    this.task = task;
    this.time = time;
    this.unit = unit;
  }

  /** Lets it wait for its next turn, unless it has been removed. */
  synchronized void await() {
    if (!removed) {
      next = executor.executeAfter(this, time, unit);
    }
  }

  @Override
  public void run() {
    try {
      task.run();
    } finally {
      await();
    }
  }

  @Override
  public synchronized boolean remove() {
    boolean first = !removed;
    removed = true;
    next.remove();
    return first;
  }
}

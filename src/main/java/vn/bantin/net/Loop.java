package vn.bantin.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/**
 * An I/O thread: serves its channels as they get ready, and between them its tasks and timers.
 *
 * <p>Other threads may hand it tasks and change what a channel is watched for. They wake it only
 * when it sleeps or may be about to: it says so before it looks for tasks a last time.
 */
final class Loop extends XnioIoThread {

  private static final int PATIENCE_SECONDS = 5;

  /** How long it rests when it could do nothing at all, for want of memory. */
  private static final long PAUSE_NANOS = 10_000_000;

  private final Observer observer;
  private final Selector selector;
  private final Consumer<SelectionKey> serve = this::serve;
  private final Consumer<Runnable> run = this::run;
  private final Timers timers = new Timers();
  private final Object lock = new Object();
  private List<Runnable> tasks = new ArrayList<>();
  private List<Runnable> running = new ArrayList<>();
  private volatile boolean sleepy;
  private volatile boolean ending;
  private final AtomicInteger connections = new AtomicInteger();

  Loop(XnioWorker worker, int number, Observer observer) throws IOException {
    super(worker, number, "io-" + (number + 1));
    this.observer = observer;
    this.selector = Selector.open();
  }

  @Override
  public void run() {
    Xnio.allowBlocking(false);
    try (selector) {
      while (!ending) {
        turn();
      }
      selector.keys().forEach(key -> ((Watched) key.attachment()).end());
      work();
    } catch (IOException e) {
      throw new IllegalStateException("the system's selector is broken", e);
    }
  }

  // A loop that ended while others listen would be handed connections and never serve them.
  private void turn() {
    try {
      work();
      select();
    } catch (IOException | RuntimeException | Error e) {
      report(e);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Has a channel watched; for any thread. */
  SelectionKey watch(SelectableChannel channel, int ops, Watched watched)
      throws ClosedChannelException {
    SelectionKey key = channel.register(selector, ops, watched);
    touched();
    return key;
  }

  /** Takes note of a change of what is watched; for any thread. */
  void touched() {
    if (sleepy && Thread.currentThread() != this) {
      selector.wakeup();
    }
  }

  /** Has the system let go of what was closed; when it returns, it has. For other threads. */
  void letGo() {
    if (isAlive()) {
      CompletableFuture.runAsync(this::selectNow, this)
          .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    }
  }

  /** How a channel is watched. */
  @Nullable SelectionKey keyOf(SelectableChannel channel) {
    return channel.keyFor(selector);
  }

  /** How many connections it serves; for any thread. */
  int connections() {
    return connections.get();
  }

  /** Counts a new connection. */
  void opened() {
    connections.incrementAndGet();
  }

  /** Counts a connection no more, and lets go of it soon. */
  void closed() {
    connections.decrementAndGet();
    touched();
  }

  /** Ends all that it serves, and itself. */
  void shutdown() {
    ending = true;
    selector.wakeup();
  }

  @Override
  public void execute(Runnable task) {
    refuseAtTheEnd();
    synchronized (lock) {
      tasks.add(task);
    }
    touched();
  }

  @Override
  public Key executeAfter(Runnable task, long time, TimeUnit unit) {
    refuseAtTheEnd();
    long millis = unit.toMillis(time);
    if (millis <= 0) {
      execute(task);
      return Key.IMMEDIATE;
    }
    Timers.Timer timer = timers.add(task, millis);
    if (timers.isFirst(timer)) {
      touched();
    }
    return timer;
  }

  @Override
  public Key executeAtInterval(Runnable task, long time, TimeUnit unit) {
    Repeated repeated = new Repeated(this, task, time, unit);
    repeated.await();
    return repeated;
  }

  private void refuseAtTheEnd() {
    if (ending) {
      throw new RejectedExecutionException(getName() + " has ended");
    }
  }

  private void select() throws IOException {
    sleepy = true;
    long rest = rest();
    if (rest == 0) {
      selectNow();
    } else {
      selector.select(serve, Math.max(0, rest));
    }
    sleepy = false;
  }

  private void selectNow() {
    try {
      selector.selectNow(serve);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long rest() {
    synchronized (lock) {
      return ending || !tasks.isEmpty() ? 0 : timers.untilNext();
    }
  }

  private void serve(SelectionKey key) {
    if (sleepy) {
      sleepy = false;
    }
    if (key.isValid()) {
      try {
        ((Watched) key.attachment()).ready(key.readyOps());
      } catch (CancelledKeyException _) {
        // closed by another thread meanwhile
      } catch (RuntimeException | Error e) {
        report(e);
      }
    }
  }

  private void work() {
    for (Runnable due = timers.poll(); due != null; due = timers.poll()) {
      run(due);
    }
    List<Runnable> todo;
    synchronized (lock) {
      todo = tasks;
      tasks = running;
    }
    running = todo;
    todo.forEach(run);
    todo.clear();
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      report(e);
    }
  }

  // Listeners keep what they throw to themselves. Should one fail to, the others are still served.
  private void report(Throwable e) {
    try {
      observer.observe(new Event.Retrying("serving connections", e));
    } catch (RuntimeException | Error _) {
      // without memory or files it cannot be told, and goes on all the same
    }
  }
}

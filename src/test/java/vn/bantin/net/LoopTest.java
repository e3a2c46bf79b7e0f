package vn.bantin.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import vn.bantin.observe.Event;

/** Tasks and timers of an I/O thread. */
final class LoopTest {

  private XnioWorker worker;
  private Loop loop;

  @BeforeEach
  void start() throws IOException {
    worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
    loop = new Loop(worker, 0, this::observe);
    loop.start();
  }

  private final List<String> said = new CopyOnWriteArrayList<>();

  private void observe(Event event) {
    if (event instanceof Event.Retrying retrying) {
      said.add(retrying.cause().getMessage());
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    loop.shutdown();
    loop.join();
    worker.shutdownNow();
  }

  @Test
  void tasksRunInItsThreadInOrder() {
    List<Integer> order = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      loop.execute(() -> order.add(number));
    }
    XnioIoThread thread = CompletableFuture.supplyAsync(XnioIoThread::currentThread, loop).join();
    assertThat(thread).isSameAs(loop);
    assertThat(order).hasSize(100).isSorted();
  }

  @Test
  void aTaskOfATaskRunsSoon() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.execute(() -> loop.execute(() -> loop.execute(() -> done.complete(null))));
    assertThat(done).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void whatATaskThrowsIsSaidAndEndsNothing() {
    loop.execute(() -> {
      throw new IllegalStateException("a mistake");
    });
    loop.execute(() -> {
      throw new AssertionError("an error");
    });
    assertThat(CompletableFuture.supplyAsync(() -> 1, loop).join()).isEqualTo(1);
    assertThat(said).containsExactly("a mistake", "an error");
  }

  @Test
  void timersComeInTheOrderOfTheirTimes() {
    List<String> order = new CopyOnWriteArrayList<>();
    loop.execute(() -> {
      loop.executeAfter(() -> order.add("late"), 90, TimeUnit.MILLISECONDS);
      loop.executeAfter(() -> order.add("soon"), 30, TimeUnit.MILLISECONDS);
      loop.executeAfter(() -> order.add("now"), 0, TimeUnit.MILLISECONDS);
      loop.executeAfter(() -> order.add("never"), Long.MAX_VALUE, TimeUnit.DAYS);
    });
    await().until(() -> order.size() == 3);
    assertThat(order).containsExactly("now", "soon", "late");
  }

  @Test
  void aTimerFromAnotherThreadWakesIt() {
    long start = System.nanoTime();
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.executeAfter(() -> done.complete(null), 20, TimeUnit.MILLISECONDS);
    assertThat(done).succeedsWithin(Duration.ofSeconds(10));
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
  }

  @Test
  void aTimerThatIsRemovedDoesNotRun() {
    AtomicInteger runs = new AtomicInteger();
    XnioExecutor.Key key = loop.executeAfter(runs::incrementAndGet, 40, TimeUnit.MILLISECONDS);
    assertThat(key.remove()).isTrue();
    assertThat(key.remove()).isFalse();
    CompletableFuture<Void> later = new CompletableFuture<>();
    loop.executeAfter(() -> later.complete(null), 80, TimeUnit.MILLISECONDS);
    later.join();
    assertThat(runs).hasValue(0);
  }

  @Test
  void whatIsRepeatedEndsWhenItIsRemovedAlsoByItself() {
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<XnioExecutor.Key> own = new CompletableFuture<>();
    Runnable task =
        () -> {
          if (runs.incrementAndGet() == 3) {
            own.join().remove();
          }
        };
    own.complete(loop.executeAtInterval(task, 5, TimeUnit.MILLISECONDS));
    await().until(() -> runs.get() == 3);
    CompletableFuture<Void> later = new CompletableFuture<>();
    loop.executeAfter(() -> later.complete(null), 30, TimeUnit.MILLISECONDS);
    later.join();
    assertThat(runs).hasValue(3);
    assertThat(own.join().remove()).isFalse();
  }

  @Test
  void anEndedOneTakesNothing() throws InterruptedException {
    loop.shutdown();
    loop.join();
    assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> loop.executeAfter(() -> {}, 1, TimeUnit.SECONDS))
        .isInstanceOf(RejectedExecutionException.class);
    loop.letGo();
  }
}

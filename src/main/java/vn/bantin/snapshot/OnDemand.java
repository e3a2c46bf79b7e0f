package vn.bantin.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/**
 * Snapshots of what whoever asks can invent: built when first asked for, and anew by the first who
 * asks after a change. One build for each, however many readers wait; while a build fails, the last
 * good bytes are served and the build is tried again.
 *
 * <p>They have a bound of their own and push no single feed out; a change builds none of them, or
 * one reader could make every change slow; and their bytes stay the fast ones. One thread builds
 * them, only so many wait for it, and nobody waits on a thread or for longer than a client has
 * patience: who cannot have the newest bytes gets the last good ones, or hears that there are none.
 *
 * @param <K> what one is known by
 */
final class OnDemand<K> implements AutoCloseable {

  /** How much memory the bytes may take together before the least used are let go. */
  static final long MAX_BYTES = 32L * 1024 * 1024;

  /** How many may wait to be built while one is. */
  static final int MAX_WAITING = 64;

  /** How long a reader waits. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How much one counts for at least, so that there are never more than 1,024. */
  private static final int LEAST_BYTES = 32 * 1024;

  private final Function<K, @Nullable Built> build;
  private final Duration patience;
  private final Observer observer;
  private final ExecutorService builds;
  private final Map<K, CompletableFuture<OnDemandReply>> waiting = new ConcurrentHashMap<>();
  private final Cache<K, Held> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((K key, Held held) -> Math.max(LEAST_BYTES, held.snapshot().codings().weight()))
          .executor(Runnable::run)
          .build();

  /**
   * Prepares to build.
   *
   * @param thread the name of the thread that builds
   * @param build makes it as it is now; null when there is no such thing
   * @param patience how long a reader waits for a build
   */
  OnDemand(
      String thread, Function<K, @Nullable Built> build, Duration patience, Observer observer) {
    this.build = build;
    this.patience = patience;
    this.observer = observer;
    this.builds =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name(thread).daemon().factory());
  }

  /** The snapshot if it is ready and as new as it must be; never waits for a build. */
  @Nullable Snapshot warm(K key) {
    Held held = cache.getIfPresent(key);
    return held == null || held.mustWait() ? null : held.snapshot();
  }

  /** Whether there is something of it, if not as it is now. */
  boolean isHeld(K key) {
    return cache.getIfPresent(key) != null;
  }

  /**
   * The snapshot, built when it is not ready; never waits for a build itself.
   *
   * @return what comes within the patience of a reader, or fails as a first build does
   */
  CompletableFuture<OnDemandReply> get(K key) {
    Snapshot warm = warm(key);
    if (warm != null) {
      return CompletableFuture.completedFuture(new OnDemandReply.Ready(warm));
    }
    try {
      return waiting
          .computeIfAbsent(key, this::begin)
          .copy()
          .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionallyCompose(failure -> withoutIt(key, failure));
    } catch (RejectedExecutionException _) {
      return CompletableFuture.completedFuture(lastGood(key));
    }
  }

  /** Lets go of all that the test is true of. */
  void forget(Predicate<K> test) {
    cache.asMap().keySet().removeIf(test);
  }

  /** Ends at once; who waits is told that nothing comes. */
  @Override
  public void close() {
    builds.shutdownNow();
    waiting.forEach((key, reply) -> reply.complete(lastGood(key)));
  }

  private CompletableFuture<OnDemandReply> begin(K key) {
    CompletableFuture<OnDemandReply> reply = new CompletableFuture<>();
    builds.execute(() -> build(key, reply));
    return reply;
  }

  private void build(K key, CompletableFuture<OnDemandReply> reply) {
    try {
      Held held = newest(key);
      // Before the last look: who asks after a change that the build has missed must not find it.
      waiting.remove(key, reply);
      if (held != null && held.mustWait()) {
        builds.execute(() -> buildAgain(key, reply));
      } else {
        reply.complete(reply(held));
      }
    } catch (RejectedExecutionException _) {
      reply.complete(lastGood(key));
    } catch (RuntimeException | Error e) {
      waiting.remove(key, reply);
      reply.completeExceptionally(e);
    }
  }

  // Everybody who waits has asked before this, so it is new enough for them all, whatever moves
  // meanwhile. It is behind others who wait: what moves all the time holds nobody else up.
  private void buildAgain(K key, CompletableFuture<OnDemandReply> reply) {
    try {
      reply.complete(reply(newest(key)));
    } catch (RuntimeException | Error e) {
      reply.completeExceptionally(e);
    }
  }

  private static OnDemandReply reply(@Nullable Held held) {
    return held == null ? new OnDemandReply.Unknown() : new OnDemandReply.Ready(held.snapshot());
  }

  private CompletionStage<OnDemandReply> withoutIt(K key, Throwable failure) {
    return failure instanceof TimeoutException
        ? CompletableFuture.completedStage(lastGood(key))
        : CompletableFuture.failedStage(failure);
  }

  private @Nullable Held newest(K key) {
    Held last = cache.getIfPresent(key);
    if (last != null && !last.mustWait()) {
      return last;
    }
    Held next = last == null ? load(key) : reload(key, last);
    if (next == null) {
      cache.invalidate(key);
    } else {
      cache.put(key, next);
    }
    return next;
  }

  private @Nullable Held load(K key) {
    Built built = build.apply(key);
    return built == null ? null : new Held(built, null);
  }

  private @Nullable Held reload(K key, Held last) {
    try {
      return load(key);
    } catch (RuntimeException | Error e) {
      Snapshot snapshot = last.snapshot();
      observer.observe(new Event.SnapshotFailed(snapshot.feed(), snapshot.view().extension(), e));
      return new Held(
          new Built(snapshot.whileBehind(), last.built.isBehind), Retry.after(last.retry));
    }
  }

  private OnDemandReply lastGood(K key) {
    Held held = cache.getIfPresent(key);
    return held == null
        ? new OnDemandReply.Busy()
        : new OnDemandReply.Ready(held.snapshot().whileBehind());
  }

  /**
   * A snapshot as it came from the store.
   *
   * @param isBehind whether there is a newer one to be made by now
   */
  record Built(Snapshot snapshot, BooleanSupplier isBehind) {}

  /** What came from the store, and when to try again if it could not be made anew. */
  private record Held(Built built, @Nullable Retry retry) {

    Snapshot snapshot() {
      return built.snapshot;
    }

    // What fails to build is served as it is until it is tried again.
    boolean mustWait() {
      return built.isBehind.getAsBoolean() && (retry == null || retry.isDue());
    }
  }
}

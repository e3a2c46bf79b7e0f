package vn.bantin.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Union;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/**
 * The snapshots of unions: built when first asked for, and anew by the first who asks after a
 * change of a member. One build for each, however many readers wait; while a build fails, the last
 * good bytes are served and the build is tried again.
 *
 * <p>Whoever asks can invent a union. So they have a bound of their own and push no single feed
 * out; a change builds none of them, or one reader could make every change slow; and their bytes
 * stay the fast ones. One thread builds them, only so many wait for it, and nobody waits on a
 * thread or for longer than a client has patience: who cannot have the newest bytes gets the last
 * good ones, or hears that there are none.
 */
final class Unions implements AutoCloseable {

  /** How much memory the bytes may take together before the least used are let go. */
  static final long MAX_BYTES = 32L * 1024 * 1024;

  /** How many may wait to be built while one is. */
  static final int MAX_WAITING = 64;

  /** How long a reader waits. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How much a union counts for at least, so that there are never more than 1,024. */
  private static final int LEAST_BYTES = 32 * 1024;

  private final SnapshotBuilder builder;
  private final Supplier<Edition> edition;
  private final ToLongFunction<String> versions;
  private final Duration patience;
  private final Observer observer;
  private final ExecutorService builds =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().name("union-build").daemon().factory());
  private final Map<Key, CompletableFuture<UnionReply>> waiting = new ConcurrentHashMap<>();
  private final Cache<Key, Held> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((Key key, Held held) -> Math.max(LEAST_BYTES, held.snapshot.codings().weight()))
          .executor(Runnable::run)
          .build();

  /**
   * Unions of the feeds of an edition.
   *
   * @param edition the one in force
   * @param versions the version that a feed's snapshot must have at least
   * @param patience how long a reader waits for a build
   */
  Unions(
      SnapshotBuilder builder,
      Supplier<Edition> edition,
      ToLongFunction<String> versions,
      Duration patience,
      Observer observer) {
    this.builder = builder;
    this.edition = edition;
    this.versions = versions;
    this.patience = patience;
    this.observer = observer;
  }

  /** The snapshot if it is ready and as new as it must be; never waits. */
  @Nullable Snapshot warm(Key key) {
    Held held = cache.getIfPresent(key);
    return held == null || mustWait(held) ? null : held.snapshot;
  }

  /**
   * The snapshot, built when it is not ready; never waits itself.
   *
   * @return what comes within the patience of a reader, or fails as a first build does
   */
  CompletableFuture<UnionReply> get(Key key) {
    if (Union.of(key.feed(), edition.get().catalog()).isEmpty()) {
      return CompletableFuture.completedFuture(new UnionReply.Unknown());
    }
    Snapshot warm = warm(key);
    if (warm != null) {
      return CompletableFuture.completedFuture(new UnionReply.Ready(warm));
    }
    try {
      return waiting
          .computeIfAbsent(key, this::begin)
          .copy()
          .completeOnTimeout(lastGood(key), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      return CompletableFuture.completedFuture(lastGood(key));
    }
  }

  /** Lets go of what is no union any more. */
  void redefine(FeedCatalog catalog) {
    cache.asMap().keySet().removeIf(key -> Union.of(key.feed(), catalog).isEmpty());
  }

  /** Ends at once; who waits is told that nothing comes. */
  @Override
  public void close() {
    builds.shutdownNow();
    waiting.forEach((key, reply) -> reply.complete(lastGood(key)));
  }

  private CompletableFuture<UnionReply> begin(Key key) {
    CompletableFuture<UnionReply> reply = new CompletableFuture<>();
    builds.execute(() -> build(key, reply));
    return reply;
  }

  private void build(Key key, CompletableFuture<UnionReply> reply) {
    try {
      Held held = newest(key);
      // Before the last look: who asks after a change that the build has missed must not find it.
      waiting.remove(key, reply);
      if (held != null && mustWait(held)) {
        buildAgain(key, reply);
      } else {
        reply.complete(
            held == null ? new UnionReply.Unknown() : new UnionReply.Ready(held.snapshot));
      }
    } catch (RuntimeException | Error e) {
      waiting.remove(key, reply);
      reply.completeExceptionally(e);
    }
  }

  // Behind those who wait: a member that moves all the time holds nobody else up.
  private void buildAgain(Key key, CompletableFuture<UnionReply> reply) {
    try {
      builds.execute(() -> build(key, reply));
    } catch (RejectedExecutionException _) {
      reply.complete(lastGood(key));
    }
  }

  private @Nullable Held newest(Key key) {
    Held last = cache.getIfPresent(key);
    if (last != null && !mustWait(last)) {
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

  private @Nullable Held load(Key key) {
    Edition current = edition.get();
    Union union = Union.of(key.feed(), current.catalog()).orElse(null);
    Snapshot snapshot =
        union == null ? null : builder.build(current, union, key.format()).orElse(null);
    return union == null || snapshot == null ? null : new Held(union, snapshot, null);
  }

  private @Nullable Held reload(Key key, Held last) {
    try {
      return load(key);
    } catch (RuntimeException | Error e) {
      observer.observe(new Event.SnapshotFailed(key.feed(), key.format().extension(), e));
      return new Held(last.union, last.snapshot.whileBehind(), Retry.after(last.retry));
    }
  }

  private UnionReply lastGood(Key key) {
    Held held = cache.getIfPresent(key);
    return held == null ? new UnionReply.Busy() : new UnionReply.Ready(held.snapshot.whileBehind());
  }

  // What fails to build is served as it is until it is tried again.
  private boolean mustWait(Held held) {
    return isBehind(held) && (held.retry == null || held.retry.isDue());
  }

  private boolean isBehind(Held held) {
    if (held.snapshot.edition() != edition.get().number()) {
      return true;
    }
    for (FeedDefinition member : held.union.members()) {
      if (held.snapshot.version() < versions.applyAsLong(member.name())) {
        return true;
      }
    }
    return false;
  }

  /** A snapshot of a union, and when to try again if a newer one could not be built. */
  private record Held(Union union, Snapshot snapshot, @Nullable Retry retry) {}
}

package vn.bantin.snapshot;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
 * change of a member. One build at a time for each, however many readers wait; while a build fails,
 * the last good bytes are served and the build is tried again.
 *
 * <p>Whoever asks can invent a union. So they have a bound of their own and push no single feed
 * out; a change builds none of them, or one reader could make every change slow; and their bytes
 * stay the fast ones.
 */
final class Unions implements AutoCloseable {

  /** How much memory the bytes may take together before the least used are let go. */
  static final long MAX_BYTES = 32L * 1024 * 1024;

  /** How much a union counts for at least, so that there are never more than 1,024. */
  private static final int LEAST_BYTES = 32 * 1024;

  private final SnapshotBuilder builder;
  private final Supplier<Edition> edition;
  private final ToLongFunction<String> versions;
  private final Observer observer;
  private final ExecutorService builds =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("union-build").daemon().factory());
  private final LoadingCache<Key, Held> cache;

  /**
   * Unions of the feeds of an edition.
   *
   * @param edition the one in force
   * @param versions the version that a feed's snapshot must have at least
   */
  Unions(
      SnapshotBuilder builder,
      Supplier<Edition> edition,
      ToLongFunction<String> versions,
      Observer observer) {
    this.builder = builder;
    this.edition = edition;
    this.versions = versions;
    this.observer = observer;
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher(
                (Key key, Held held) -> Math.max(LEAST_BYTES, held.snapshot.codings().weight()))
            .executor(builds)
            .build(new Loader());
  }

  /** The snapshot if it is ready and as new as it must be; never waits. */
  @Nullable Snapshot warm(Key key) {
    Held held = cache.getIfPresent(key);
    return held == null || mustWait(held) ? null : held.snapshot;
  }

  /** The snapshot, built when it is not ready; empty when the key names no union. */
  Optional<Snapshot> get(Key key) {
    if (Union.of(key.feed(), edition.get().catalog()).isEmpty()) {
      return Optional.empty();
    }
    Held held = cache.get(key);
    while (held != null && mustWait(held)) {
      held = cache.refresh(key).join();
    }
    return Optional.ofNullable(held).map(Held::snapshot);
  }

  /** Lets go of what is no union any more. */
  void redefine(FeedCatalog catalog) {
    cache.asMap().keySet().removeIf(key -> Union.of(key.feed(), catalog).isEmpty());
  }

  @Override
  public void close() {
    builds.shutdownNow();
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

  @SuppressWarnings("NullAway") // Caffeine takes null for: nothing there, keep no entry
  private final class Loader implements CacheLoader<Key, Held> {

    @Override
    public @Nullable Held load(Key key) {
      Edition current = edition.get();
      return Union.of(key.feed(), current.catalog())
          .flatMap(union ->
              builder
                  .build(current, union, key.format())
                  .map(snapshot -> new Held(union, snapshot, null)))
          .orElse(null);
    }

    @Override
    public @Nullable Held reload(Key key, Held last) {
      try {
        return load(key);
      } catch (RuntimeException | Error e) {
        observer.observe(new Event.SnapshotFailed(key.feed(), key.format().extension(), e));
        return new Held(last.union, last.snapshot.whileBehind(), Retry.after(last.retry));
      }
    }
  }
}

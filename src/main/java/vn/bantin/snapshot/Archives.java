package vn.bantin.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Archive;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedVersion;

/**
 * The snapshots of archive pages, made when they are asked for.
 *
 * <p>A page is seldom asked for and seldom changes. So nothing is made ahead: when its feed has
 * moved, whoever asks next looks whether the page has, which costs one question to the store. While
 * that fails, the last good bytes are served.
 */
final class Archives {

  /** How much memory the bytes may take together before the least used are let go. */
  static final long MAX_BYTES = 32L * 1024 * 1024;

  private static final int LEAST_BYTES = 1024;

  private final ArticleStore store;
  private final SnapshotBuilder builder;
  private final Supplier<Edition> edition;
  private final ToLongFunction<String> versions;
  private final Observer observer;
  private final Cache<PageKey, Held> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((PageKey key, Held held) -> held.snapshot.codings().weight() + LEAST_BYTES)
          .executor(Runnable::run)
          .build();

  /**
   * Archives of the feeds of an edition.
   *
   * @param edition the one in force
   * @param versions the version that a feed has at least
   */
  Archives(
      ArticleStore store,
      SnapshotBuilder builder,
      Supplier<Edition> edition,
      ToLongFunction<String> versions,
      Observer observer) {
    this.observer = observer;
    this.store = store;
    this.builder = builder;
    this.edition = edition;
    this.versions = versions;
  }

  /** Whether there is something of the page. */
  boolean isHeld(PageKey key) {
    return cache.getIfPresent(key) != null;
  }

  /** The page as it is now; may wait for the store; empty when there is no such page. */
  Optional<Snapshot> get(PageKey key) {
    Held held = cache.getIfPresent(key);
    if (held != null && isCurrent(key, held)) {
      return Optional.of(held.snapshot);
    }
    try {
      return Optional.ofNullable(cache.asMap().compute(key, this::renew)).map(Held::snapshot);
    } catch (RuntimeException | Error e) {
      if (held == null) {
        throw e;
      }
      observer.observe(new Event.SnapshotFailed(key.feed(), key.view().extension(), e));
      return Optional.of(held.snapshot.whileBehind());
    }
  }

  // What it is compared with is read before the store, so that a change meanwhile is seen next.
  private @Nullable Held renew(PageKey key, @Nullable Held held) {
    if (held != null && isCurrent(key, held)) {
      return held;
    }
    Edition now = edition.get();
    long version = versions.applyAsLong(key.feed());
    if (held != null
        && held.snapshot.edition() == now.number()
        && version(key) == held.snapshot.version()) {
      return new Held(held.snapshot, version);
    }
    return builder.build(now, key).map(snapshot -> new Held(snapshot, version)).orElse(null);
  }

  private boolean isCurrent(PageKey key, Held held) {
    return held.snapshot.edition() == edition.get().number()
        && held.asOf == versions.applyAsLong(key.feed());
  }

  private long version(PageKey key) {
    return store
        .pageVersion(key.feed(), Archive.firstPosition(key.page()), Archive.PAGE_SIZE)
        .map(FeedVersion::seq)
        .orElse(-1L);
  }

  private record Held(Snapshot snapshot, long asOf) {}
}

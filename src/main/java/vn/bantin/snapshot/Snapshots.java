package vn.bantin.snapshot;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Union;
import vn.bantin.feed.View;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedVersion;

/**
 * The snapshots of all feeds: built when first asked for, built anew when the feed changes, never
 * by the clock. One build at a time for each, however many readers wait; while a build fails, the
 * last good bytes are served and the build is tried again.
 *
 * <p>A fresh snapshot's bytes are compressed fast. When it is asked for once more while it is
 * current, by clients that take codings, it is worth better bytes: they are made in the background
 * and served from then on by another {@link Snapshot} of the same version, whose coded bytes have
 * entity-tags of their own. What nobody asks for is held in no coding, and what is asked for once
 * is never compressed at length.
 */
public final class Snapshots implements AutoCloseable {

  private static final int BUILDS = 2;

  private final SnapshotBuilder builder;
  private final Deltas deltas;
  private final Compressor compressor;
  private final Observer observer;
  // At the end nobody waits for what it takes no more, and the cache's own upkeep is of no use.
  private final ExecutorService builds =
      new ThreadPoolExecutor(
          BUILDS,
          BUILDS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("snapshot-build-", 1).daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());
  private final Improver improver = new Improver(this::improve);
  private final Requested requested;
  private final LoadingCache<Key, Snapshot> cache;
  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  private final Map<Key, Retry> retries = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicLong moves = new AtomicLong();
  private volatile Edition edition;

  /**
   * Serves the feeds of a catalog.
   *
   * @param memory how many bytes all may take together, outside the heap, before the least used are
   *     let go, and as much again outside the heap must be there for them
   * @param base public address of the server, for links
   */
  public Snapshots(
      ArticleStore store, FeedCatalog catalog, String base, long memory, Observer observer) {
    this.compressor = new Compressor(observer);
    this.builder = new SnapshotBuilder(store, base, compressor, observer);
    this.deltas = new Deltas(store, base, observer);
    this.observer = observer;
    this.edition = new Edition(1, catalog);
    this.requested =
        new Requested(
            store, base, builder, compressor, () -> edition, this::version, moves::get, observer);
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(memory)
            .weigher((Key key, Snapshot snapshot) -> snapshot.codings().weight())
            .executor(builds)
            .build(new Loader());
  }

  /** The definitions in force. */
  public FeedCatalog catalog() {
    return edition.catalog();
  }

  /**
   * The snapshot if it is ready and as new as it must be; never waits.
   *
   * @param feed a feed's name, or that of a {@link Union}
   */
  public @Nullable Snapshot warm(String feed, View view) {
    return warm(new Key(feed, view));
  }

  /** The snapshot if it is ready and as new as it must be; never waits, and allocates nothing. */
  public @Nullable Snapshot warm(Key key) {
    if (Union.isNamedBy(key.feed()) || !(key.view() instanceof Format)) {
      return requested.warm(key);
    }
    Snapshot snapshot = cache.getIfPresent(key);
    return snapshot == null || mustWait(key, snapshot) ? null : snapshot;
  }

  /**
   * How often it has changed what is served, up to now; it may count a change twice.
   *
   * <p>A snapshot that {@link #isCurrent} is what {@link #warm(Key)} gives as long as this stays:
   * whoever holds one need not ask each time, only now and then, so that it counts as in use.
   */
  public int changes() {
    return changes.get();
  }

  /** The version that a feed must have at least; 0 for one that has not moved since the start. */
  public long version(String feed) {
    return versions.getOrDefault(feed, 0L);
  }

  /** Whether the snapshot is as new as it must be. */
  public boolean isCurrent(Snapshot snapshot) {
    return !isBehind(snapshot);
  }

  /**
   * Takes note that somebody who takes codings asks for a snapshot; never waits. It does not matter
   * whether that one has it already: a cache that does sends what it has to many others.
   */
  public void asked(Snapshot snapshot) {
    if (isWorthMore(snapshot)
        && snapshot.view() instanceof Format
        && !Union.isNamedBy(snapshot.feed())) {
      improver.want(new Key(snapshot.feed(), snapshot.view()), snapshot.version());
    }
  }

  /**
   * The snapshot, built when it is not ready; may wait for the store.
   *
   * @return empty when there is no such feed
   */
  public Optional<Snapshot> get(String feed, Format format) {
    Key key = new Key(feed, format);
    if (edition.catalog().feed(feed).isEmpty()) {
      return Optional.empty();
    }
    Snapshot snapshot = cache.get(key);
    while (snapshot != null && mustWait(key, snapshot)) {
      snapshot = cache.refresh(key).join();
      changes.incrementAndGet();
    }
    return Optional.ofNullable(snapshot);
  }

  /**
   * What the holder of an older version lacks of a snapshot; may wait for the store.
   *
   * @param base the older version
   * @return empty when the whole is the better answer
   */
  public Optional<Delta> delta(Snapshot snapshot, long base) {
    return deltas.delta(edition, snapshot, base);
  }

  /** What is made when it is asked for. */
  public Requested requested() {
    return requested;
  }

  /** Puts other definitions in force; every feed asked for from now on is built by them. */
  public void redefine(FeedCatalog catalog) {
    edition = edition.next(catalog);
    moves.incrementAndGet();
    changes.incrementAndGet();
    cache.asMap().keySet().removeIf(key -> catalog.feed(key.feed()).isEmpty());
    requested.redefine(catalog);
  }

  /**
   * Takes note of moved feeds; when it returns, their new bytes are served, if they build.
   *
   * @return names of the feeds that are served anew: those that moved, and those that failed to
   *     build before and were tried again
   */
  public Set<String> follow(List<FeedVersion> moved) {
    Set<String> anew = new HashSet<>();
    Set<Key> touched = new HashSet<>(retries.keySet());
    // A new version may be the cure of what failed: it does not wait.
    for (FeedVersion version : moved) {
      anew.add(version.feed());
      versions.merge(version.feed(), version.seq(), Math::max);
      for (Format format : Format.values()) {
        Key key = new Key(version.feed(), format);
        retries.remove(key);
        touched.add(key);
      }
    }
    if (!moved.isEmpty()) {
      moves.incrementAndGet();
      changes.incrementAndGet();
    }
    bringUpToDate(touched, anew);
    return anew;
  }

  @Override
  public void close() {
    improver.close();
    requested.close();
    builds.shutdownNow();
  }

  // What has been superseded meanwhile is not compressed, and never takes the place of what came
  // after it. A refresh that is under way ends in vain when its snapshot is replaced, so it is not
  // replaced then; if it is all the same, whoever waits sees old bytes and refreshes once more.
  private void improve(Key key) {
    Snapshot fast = cache.policy().getIfPresentQuietly(key);
    if (fast == null || !isWorthMore(fast)) {
      return;
    }
    long start = System.nanoTime();
    try {
      compressor.loadBrotli();
      Codings better = compressor.improve(fast.codings());
      if (serve(key, fast, better)) {
        observer.observe(
            new Event.SnapshotImproved(
                fast.feed(),
                fast.view().extension(),
                fast.version(),
                better.weight() - better.identity().length(),
                (System.nanoTime() - start) / 1_000));
      }
    } catch (RuntimeException | Error e) {
      observer.observe(new Event.SnapshotFailed(fast.feed(), fast.view().extension(), e));
      serve(key, fast, fast.codings().settled());
    }
  }

  /** Serves other codings of a snapshot, if it still is the one that is served. */
  boolean serve(Key key, Snapshot last, Codings codings) {
    boolean served =
        !isBehind(last)
            && improver.show(() -> cache.asMap().replace(key, last, last.withCodings(codings)));
    changes.incrementAndGet();
    return served;
  }

  // A refresh that was under way already may have read the store before the change: look again
  // until the snapshot is as new as it must be, or its build fails.
  private void bringUpToDate(Set<Key> touched, Set<String> anew) {
    List<Key> behind = behind(touched);
    while (!behind.isEmpty()) {
      behind.forEach(key -> anew.add(key.feed()));
      CompletableFuture<?>[] refreshes =
          behind.stream().map(cache::refresh).toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(refreshes).join();
      changes.incrementAndGet();
      behind = behind(touched);
    }
  }

  private List<Key> behind(Set<Key> touched) {
    List<Key> keys = new ArrayList<>();
    for (Key key : touched) {
      Snapshot snapshot = cache.policy().getIfPresentQuietly(key);
      if (snapshot == null) {
        retries.remove(key);
      } else if (isBehind(snapshot) && isDue(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  // What fails to build is served as it is until its next turn.
  private boolean mustWait(Key key, Snapshot snapshot) {
    return isBehind(snapshot) && !retries.containsKey(key);
  }

  private boolean isWorthMore(Snapshot snapshot) {
    return switch (snapshot.codings().effort()) {
      case FAST -> !isBehind(snapshot);
      case BEST -> false;
    };
  }

  private boolean isBehind(Snapshot snapshot) {
    return snapshot.edition() != edition.number() || snapshot.version() < version(snapshot.feed());
  }

  private boolean isDue(Key key) {
    Retry retry = retries.get(key);
    return retry == null || retry.isDue();
  }

  @SuppressWarnings("NullAway") // Caffeine takes null for: nothing there, keep no entry
  private final class Loader implements CacheLoader<Key, Snapshot> {

    @Override
    public @Nullable Snapshot load(Key key) {
      return builder.build(edition, key.feed(), key.view()).orElse(null);
    }

    @Override
    public @Nullable Snapshot reload(Key key, Snapshot last) {
      try {
        Snapshot snapshot = load(key);
        retries.remove(key);
        return snapshot;
      } catch (RuntimeException | Error e) {
        retries.compute(key, (k, retry) -> Retry.after(retry));
        observer.observe(new Event.SnapshotFailed(key.feed(), key.view().extension(), e));
        return last.whileBehind();
      }
    }
  }
}

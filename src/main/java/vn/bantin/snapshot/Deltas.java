package vn.bantin.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Format;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedLog;
import vn.bantin.store.LoggedEntry;

/**
 * The deltas from older versions of feeds to their snapshots: each built when first asked for, once
 * however many readers wait, and kept while there is room.
 */
final class Deltas {

  // Whoever can send an entity-tag can name any version. So a delta is known by how many entries
  // changed since and not by the version: the log of one version of a feed is read once, and makes
  // no more deltas of each format than the feed has entries. What fails is not tried again before
  // the feed changes: the whole feed is as good.

  /** How much memory the bytes may take together. */
  static final long MAX_BYTES = 32L * 1024 * 1024;

  /** How many entries of logs are kept, at some 150 bytes each. */
  static final long MAX_LOGGED = 100_000;

  private final ArticleStore store;
  private final DeltaBuilder builder;
  private final Observer observer;
  private final Cache<At, Optional<FeedLog>> logs =
      Caffeine.newBuilder()
          .maximumWeight(MAX_LOGGED)
          .executor(Runnable::run)
          .weigher((At at, Optional<FeedLog> log) ->
              1 + log.map(found -> found.entries().size()).orElse(0))
          .build();
  private final Cache<Key, Optional<Delta>> deltas =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .executor(Runnable::run)
          .weigher((Key key, Optional<Delta> delta) -> 64 + delta.map(Delta::weight).orElse(0))
          .build();

  Deltas(ArticleStore store, String base, Observer observer) {
    this.store = store;
    this.builder = new DeltaBuilder(base);
    this.observer = observer;
  }

  /**
   * What the holder of the base lacks of the snapshot; may wait for the store.
   *
   * @param edition the definitions that the snapshot was built by
   * @param base an older version of the same feed
   * @return empty when the whole is the better answer: too much has changed, or how the feed looks
   *     at all, or the store is ahead of the snapshot, or the format cannot say what is gone
   */
  Optional<Delta> delta(Edition edition, Snapshot snapshot, long base) {
    FeedDefinition feed = edition.catalog().feed(snapshot.feed()).orElse(null);
    if (feed == null
        || edition.number() != snapshot.edition()
        || !(snapshot.view() instanceof Format format)) {
      return Optional.empty();
    }
    At at = new At(feed.name(), snapshot.version(), edition.number());
    Optional<FeedLog> log = logs.get(at, key -> attempt(key, () -> log(key, feed.limit())));
    if (log.isEmpty() || base < log.get().lookSeq()) {
      return Optional.empty();
    }
    List<LoggedEntry> changes =
        log.get().entries().stream().takeWhile(entry -> entry.changedSeq() > base).toList();
    if (!isWorthwhile(changes, feed.limit(), format)) {
      return Optional.empty();
    }
    return deltas.get(
        new Key(at, format, changes.size()),
        key -> attempt(at, () -> build(edition, feed, snapshot, format, changes)));
  }

  // When as many have changed as the feed takes, all that it holds has come into it or up since.
  private static boolean isWorthwhile(List<LoggedEntry> changes, int limit, Format format) {
    return !changes.isEmpty()
        && changes.size() < limit
        && (format != Format.RSS || changes.stream().noneMatch(LoggedEntry::gone));
  }

  // The log and the window are read in two transactions; whatever changes a feed moves its version,
  // so two readings of one version are of one moment.
  private Optional<FeedLog> log(At at, int limit) {
    return store.log(at.feed, limit).filter(log -> log.version().seq() == at.version);
  }

  private Optional<Delta> build(
      Edition edition,
      FeedDefinition definition,
      Snapshot whole,
      Format format,
      List<LoggedEntry> changes) {
    return store
        .feed(definition.name(), definition.limit())
        .filter(window -> window.version().seq() == whole.version())
        .flatMap(
            window -> builder.build(edition.catalog(), definition, window, changes, whole, format));
  }

  private <T> Optional<T> attempt(At at, Supplier<Optional<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      observer.observe(new Event.DeltaFailed(at.feed, at.version, e));
      return Optional.empty();
    }
  }

  private record At(String feed, long version, long edition) {}

  private record Key(At at, Format format, int changes) {}
}

package vn.bantin.purge;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import vn.bantin.observe.Observer;

/**
 * What tells caches that feeds have moved. Each cache has a thread of its own, so that one which is
 * down delays no other, and nobody who publishes waits for any.
 *
 * <p>It is told of a feed when this server already serves the new bytes: a cache that comes at once
 * must not fetch the old ones. With several servers each tells the caches after itself, and the
 * last one ends what the others could not.
 */
public final class Purger implements AutoCloseable {

  private final List<PurgedCache> caches;

  /**
   * Prepares to tell.
   *
   * @param caches the address that each takes {@code PURGE} at
   */
  public Purger(List<URI> caches, Observer observer) {
    this.caches = caches.stream().map(address -> new PurgedCache(address, observer)).toList();
  }

  /** Has every answer with entries of these feeds thrown away. */
  public void purge(Collection<String> feeds) {
    if (!feeds.isEmpty()) {
      List<String> keys = feeds.stream().map(CacheKey::of).toList();
      caches.forEach(cache -> cache.purge(keys));
    }
  }

  /** Has every answer with results of a search thrown away. */
  public void purgeSearches() {
    caches.forEach(cache -> cache.purge(List.of(CacheKey.SEARCH)));
  }

  /** Has every answer thrown away. */
  public void purgeAll() {
    caches.forEach(cache -> cache.purge(List.of(CacheKey.ALL)));
  }

  /** Ends at once; what was still to be told is not, see {@link #purgeAll} at the next start. */
  @Override
  public void close() {
    caches.forEach(PurgedCache::close);
  }
}

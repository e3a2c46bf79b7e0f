package vn.bantin.snapshot;

import java.util.function.Supplier;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.StoreException;

/**
 * A moment of the whole store and of the definitions, as far as it decides what is built.
 *
 * @param edition the number of the definitions
 * @param sequence the number of the latest change
 */
record StoreMoment(long edition, long sequence) {

  /** Whether anything has changed since, for which the store is asked. */
  boolean isPast(Supplier<Edition> now, ArticleStore store) {
    try {
      return edition != now.get().number() || sequence != store.sequence();
    } catch (StoreException _) {
      return true; // and the build, which fails as well, tells why
    }
  }
}

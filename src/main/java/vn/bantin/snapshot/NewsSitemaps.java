package vn.bantin.snapshot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.NewsSitemap;
import vn.bantin.feed.Site;
import vn.bantin.store.ArticleStore;

/** The sitemap of what is new: made at most once a minute, and after a change. */
final class NewsSitemaps {

  private final ArticleStore store;
  private final String base;
  private final Supplier<Edition> edition;
  private @Nullable Kept last;

  NewsSitemaps(ArticleStore store, String base, Supplier<Edition> edition) {
    this.store = store;
    this.base = base;
    this.edition = edition;
  }

  /** The sitemap as it is now; may wait for the store. */
  synchronized Document get(Instant now) {
    Edition current = edition.get();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    long sequence = store.sequence();
    Kept kept = last;
    if (kept == null || !kept.isOf(current.number(), sequence, minute)) {
      kept = new Kept(current.number(), sequence, minute, make(current.catalog().site(), minute));
      last = kept;
    }
    return kept.document;
  }

  private Document make(Site site, Instant minute) {
    Addresses addresses = new Addresses(base, site.authority());
    var articles = store.published(minute.minus(NewsSitemap.NEWS), NewsSitemap.MOST);
    return Document.of(NewsSitemap.MEDIA_TYPE, NewsSitemap.of(site, addresses, articles));
  }

  private record Kept(long edition, long sequence, Instant minute, Document document) {

    boolean isOf(long otherEdition, long otherSequence, Instant otherMinute) {
      return edition == otherEdition && sequence == otherSequence && minute.equals(otherMinute);
    }
  }
}

package vn.bantin.snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.bantin.article.Article;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.FeedBuilder;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Format;
import vn.bantin.feed.Tombstone;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedEntry;
import vn.bantin.store.LoggedEntry;

/** Writes what changed in a feed as a feed. */
final class DeltaBuilder {

  /** A whole feed says some things that a delta does not: to leave these out is no saving. */
  private static final int LEAST_SAVED = 512;

  private final String base;
  private final FeedBuilder builder = new FeedBuilder();

  DeltaBuilder(String base) {
    this.base = base;
  }

  /**
   * The delta from before the given changes to the window as it is.
   *
   * @param window the feed now
   * @param changes every entry of the feed that changed since the base, the latest first
   * @return empty when it would hardly be smaller than the whole
   */
  Optional<Delta> build(
      FeedCatalog catalog,
      FeedDefinition definition,
      FeedContents window,
      List<LoggedEntry> changes,
      Snapshot whole,
      Format format) {
    FeedSource source =
        new FeedSource(
            catalog.site(),
            definition,
            new Addresses(base, catalog.site().authority()),
            window.version().changedAt(),
            lacking(window.entries(), changes),
            changes.stream()
                .filter(LoggedEntry::gone)
                .map(entry -> new Tombstone(entry.article(), entry.changedAt()))
                .toList(),
            null);
    byte[] bytes = builder.build(source, format).bytes();
    return bytes.length + LEAST_SAVED <= whole.codings().identity().length()
        ? Optional.of(new Delta(direct(bytes), direct(Compressor.gzip(bytes, Effort.FAST))))
        : Optional.empty();
  }

  /**
   * The articles of a window that the holder of an older one may lack, in the window's order.
   *
   * <p>These are the ones that changed and, of those that did not, as many from the end as changed
   * ones are not in the window now: each of these may have stood above in the old window, and have
   * kept one more out of it. That is never too few, and ids make one too many harmless.
   */
  static List<Article> lacking(List<FeedEntry> window, List<LoggedEntry> changes) {
    long first = changes.getLast().changedSeq();
    long changedHere = window.stream().filter(entry -> entry.changedSeq() >= first).count();
    long unchanged = window.size() - changedHere;
    long known = unchanged - (changes.size() - changedHere);
    List<Article> articles = new ArrayList<>();
    for (FeedEntry entry : window) {
      if (entry.changedSeq() >= first || known-- <= 0) {
        articles.add(entry.article());
      }
    }
    return articles;
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
  }
}

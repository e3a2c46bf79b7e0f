package vn.bantin.snapshot;

import java.time.Instant;
import java.util.function.Supplier;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Icon;
import vn.bantin.feed.OpenSearch;
import vn.bantin.feed.Opml;
import vn.bantin.feed.Robots;
import vn.bantin.page.Asset;
import vn.bantin.store.ArticleStore;

/** What tells programs which feeds and articles there are, by the definitions in force. */
public final class Directory {

  private final String base;
  private final Supplier<Edition> edition;
  private final NewsSitemaps sitemaps;

  Directory(ArticleStore store, String base, Supplier<Edition> edition) {
    this.base = base;
    this.edition = edition;
    this.sitemaps = new NewsSitemaps(store, base, edition);
  }

  /** Where things stand. */
  public Addresses addresses() {
    return addresses(edition.get().catalog());
  }

  /** The description of the search (OpenSearch 1.1), for browsers. */
  public Document openSearch() {
    FeedCatalog catalog = edition.get().catalog();
    return Document.of(
        OpenSearch.MEDIA_TYPE, OpenSearch.description(catalog.site(), addresses(catalog)));
  }

  /** The list of the feeds (OPML 2.0), for readers to import. */
  public Document opml() {
    FeedCatalog catalog = edition.get().catalog();
    return Document.of(Opml.MEDIA_TYPE, Opml.of(catalog, addresses(catalog)));
  }

  /** What crawlers are asked to leave alone (RFC 9309). */
  public Document robots() {
    return Document.of(Robots.MEDIA_TYPE, Robots.of(addresses()));
  }

  /** The newsroom's sign, or one that stands in for it. */
  public Document icon() {
    Icon icon = edition.get().catalog().icon();
    return Document.of(Icon.MEDIA_TYPE, icon == null ? Asset.icon() : icon.png());
  }

  /** The sitemap of what is new, for crawlers; may wait for the store. */
  public Document newsSitemap(Instant now) {
    return sitemaps.get(now);
  }

  private Addresses addresses(FeedCatalog catalog) {
    return new Addresses(base, catalog.site().authority());
  }
}

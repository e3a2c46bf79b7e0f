package vn.bantin.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.Delivery;
import vn.bantin.feed.FeedBuilder;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.feed.Partner;
import vn.bantin.feed.PartnerCopy;
import vn.bantin.feed.Tombstone;
import vn.bantin.page.PageWriter;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedEntry;

/**
 * Feeds as partners get them who show articles elsewhere. They are few, each gets another copy, and
 * what is withdrawn must be gone at once: so each is built when it is asked for.
 */
public final class Deliveries {

  private final ArticleStore store;
  private final String base;
  private final FeedBuilder builder = new FeedBuilder();
  private final PageWriter pages = new PageWriter();

  Deliveries(ArticleStore store, String base) {
    this.store = store;
    this.base = base;
  }

  /**
   * A feed of a partner as it is now; may wait for the store; empty when it gets no such feed.
   *
   * @param key what stands in the addresses of its feeds
   */
  public Optional<Document> feed(
      FeedCatalog catalog, Partner partner, String key, String feed, Format format, Instant now) {
    if (!partner.feeds().contains(feed)) {
      return Optional.empty();
    }
    return catalog
        .feed(feed)
        .flatMap(definition ->
            contents(partner, definition)
                .map(contents ->
                    source(
                        catalog,
                        partner,
                        key,
                        delivery(catalog, partner, definition, contents, now),
                        contents)))
        .map(source -> Document.of(format.contentType(), builder.build(source, format).bytes()));
  }

  /** What a partner sees of its feeds as they are now; may wait for the store. */
  public Document page(FeedCatalog catalog, Partner partner, String key, Page page, Instant now) {
    List<Delivery> deliveries =
        partner.feeds().stream()
            .map(catalog::feed)
            .flatMap(Optional::stream)
            .flatMap(feed ->
                contents(partner, feed)
                    .map(contents -> delivery(catalog, partner, feed, contents, now))
                    .stream())
            .toList();
    byte[] bytes =
        pages.partner(catalog.site(), addresses(catalog).withKey(key), partner, deliveries, page);
    return Document.of(page.contentType(), bytes);
  }

  private Optional<FeedContents> contents(Partner partner, FeedDefinition feed) {
    return store.feed(feed.name(), partner.reach());
  }

  private static Delivery delivery(
      FeedCatalog catalog,
      Partner partner,
      FeedDefinition feed,
      FeedContents contents,
      Instant now) {
    return Delivery.of(
        partner,
        catalog.site(),
        feed,
        contents.entries().stream().map(FeedEntry::article).toList(),
        now);
  }

  private FeedSource source(
      FeedCatalog catalog, Partner partner, String key, Delivery delivery, FeedContents contents) {
    Addresses addresses = addresses(catalog);
    PartnerCopy copy = new PartnerCopy(partner, addresses);
    Instant oldest = contents.version().changedAt().minus(delivery.feed().tombstones());
    return new FeedSource(
        catalog.site(),
        delivery.feed(),
        addresses.withKey(key),
        contents.version().changedAt(),
        delivery.sent().stream().map(copy::of).toList(),
        contents.gone().stream()
            .filter(gone -> gone.changedAt().isAfter(oldest))
            .map(gone -> new Tombstone(gone.article(), gone.changedAt()))
            .toList(),
        null);
  }

  private Addresses addresses(FeedCatalog catalog) {
    return new Addresses(base, catalog.site().authority());
  }
}

package vn.bantin.feed;

import java.util.ArrayList;
import java.util.List;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedEntry;

/** All feeds of a store, built and inspected. */
public final class StoredFeeds {

  private StoredFeeds() {}

  /** Everything wrong with any feed in any format: articles left out, and rules broken. */
  public static List<String> violations(FeedCatalog catalog, ArticleStore store) {
    Addresses addresses =
        new Addresses("https://feeds.songmay.example", catalog.site().authority());
    FeedBuilder builder = new FeedBuilder();
    List<String> violations = new ArrayList<>();
    for (FeedDefinition feed : catalog.feeds()) {
      FeedContents contents = store.feed(feed.name(), feed.limit()).orElseThrow();
      FeedSource source =
          new FeedSource(
              catalog.site(),
              feed,
              addresses,
              contents.version().changedAt(),
              contents.entries().stream().map(FeedEntry::article).toList());
      for (Format format : Format.values()) {
        BuiltFeed built = builder.build(source, format);
        String self = addresses.feed(feed.name(), format);
        built.leftOut().forEach(out -> violations.add(self + " leaves out " + out));
        FeedRules.violations(built.bytes(), format.contentType(), self)
            .forEach(finding -> violations.add(self + ": " + finding));
      }
    }
    return violations;
  }
}

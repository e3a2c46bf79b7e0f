package vn.bantin.snapshot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.FeedBuilder;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Format;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedEntry;

/** Reads a feed's entries and makes its bytes and validators. */
final class SnapshotBuilder {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int HASH_BYTES = 6;

  private final ArticleStore store;
  private final String base;
  private final Observer observer;
  private final Compressor compressor;
  private final FeedBuilder builder = new FeedBuilder();

  SnapshotBuilder(ArticleStore store, String base, Compressor compressor, Observer observer) {
    this.store = store;
    this.base = base;
    this.compressor = compressor;
    this.observer = observer;
  }

  /** Builds the feed as it is now; empty when there is no such feed. */
  Optional<Snapshot> build(Edition edition, String feed, Format format) {
    long start = System.nanoTime();
    Optional<FeedDefinition> definition = edition.catalog().feed(feed);
    if (definition.isEmpty()) {
      return Optional.empty();
    }
    return store
        .feed(feed, definition.get().limit())
        .map(contents -> build(edition, definition.get(), contents, format, start));
  }

  private Snapshot build(
      Edition edition,
      FeedDefinition definition,
      FeedContents contents,
      Format format,
      long start) {
    Addresses addresses = new Addresses(base, edition.catalog().site().authority());
    Instant changedAt = contents.version().changedAt();
    FeedSource source =
        new FeedSource(
            edition.catalog().site(),
            definition,
            addresses,
            changedAt,
            contents.entries().stream().map(FeedEntry::article).toList());
    BuiltFeed built = builder.build(source, format);
    built
        .leftOut()
        .forEach(out ->
            observer.observe(
                new Event.EntryLeftOut(definition.name(), out.article(), out.reason())));
    long version = contents.version().seq();
    String tag =
        Long.toString(version, Character.MAX_RADIX) + "-" + Hash.of(built.bytes(), HASH_BYTES);
    observer.observe(
        new Event.SnapshotBuilt(
            definition.name(),
            format.extension(),
            version,
            built.entries(),
            built.bytes().length,
            (System.nanoTime() - start) / 1_000));
    return new Snapshot(
        definition.name(),
        format,
        version,
        edition.number(),
        tag,
        changedAt,
        HTTP_DATE.format(changedAt),
        Snapshot.cacheControl(definition.ttl()),
        compressor.code(tag, changedAt, built.bytes()));
  }
}

package vn.bantin.snapshot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import vn.bantin.article.Article;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.FeedBuilder;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Format;
import vn.bantin.feed.Union;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedEntry;
import vn.bantin.store.FeedVersion;

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
        .map(contents ->
            build(
                edition, definition.get(), contents.version(), articles(contents), format, start));
  }

  /**
   * Builds the union as it is now; empty when one of its members is unknown to the store.
   *
   * <p>Its version is the latest of its members', all read at one moment: it moves whenever one of
   * them does.
   */
  Optional<Snapshot> build(Edition edition, Union union, Format format) {
    long start = System.nanoTime();
    SequencedMap<String, Integer> limits = new LinkedHashMap<>();
    union.members().forEach(member -> limits.put(member.name(), member.limit()));
    List<FeedContents> contents = store.feeds(limits);
    if (contents.size() < limits.size()) {
      return Optional.empty();
    }
    FeedVersion latest =
        contents.stream()
            .map(FeedContents::version)
            .max(Comparator.comparingLong(FeedVersion::seq))
            .orElseThrow();
    FeedDefinition definition = union.definition(edition.catalog().site());
    List<Article> articles = union.merge(contents.stream().map(SnapshotBuilder::articles));
    return Optional.of(build(edition, definition, latest, articles, format, start));
  }

  private Snapshot build(
      Edition edition,
      FeedDefinition definition,
      FeedVersion at,
      List<Article> articles,
      Format format,
      long start) {
    Addresses addresses = new Addresses(base, edition.catalog().site().authority());
    Instant changedAt = at.changedAt();
    FeedSource source =
        new FeedSource(edition.catalog().site(), definition, addresses, changedAt, articles);
    BuiltFeed built = builder.build(source, format);
    built
        .leftOut()
        .forEach(out ->
            observer.observe(
                new Event.EntryLeftOut(definition.name(), out.article(), out.reason())));
    long version = at.seq();
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

  private static List<Article> articles(FeedContents contents) {
    return contents.entries().stream().map(FeedEntry::article).toList();
  }
}

package vn.bantin.snapshot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.Archive;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.Embed;
import vn.bantin.feed.FeedBuilder;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Format;
import vn.bantin.feed.FrontPage;
import vn.bantin.feed.Page;
import vn.bantin.feed.Results;
import vn.bantin.feed.Site;
import vn.bantin.feed.Tombstone;
import vn.bantin.feed.Union;
import vn.bantin.feed.View;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.page.PageWriter;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedEntry;
import vn.bantin.store.FeedPage;
import vn.bantin.store.FeedVersion;
import vn.bantin.store.SearchHits;

/** Reads a feed's entries and makes its bytes and validators. */
final class SnapshotBuilder {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int HASH_BYTES = 6;

  /** Stands for the version in the tags of search results, which have none. */
  private static final String SEARCH_TAG = "q";

  private final ArticleStore store;
  private final String base;
  private final Observer observer;
  private final Compressor compressor;
  private final FeedBuilder builder = new FeedBuilder();
  private final PageWriter pages = new PageWriter();

  SnapshotBuilder(ArticleStore store, String base, Compressor compressor, Observer observer) {
    this.store = store;
    this.base = base;
    this.compressor = compressor;
    this.observer = observer;
  }

  /** Builds the feed as it is now; empty when there is no such feed. */
  Optional<Snapshot> build(Edition edition, String feed, View view) {
    long start = System.nanoTime();
    Optional<FeedDefinition> definition = edition.catalog().feed(feed);
    if (definition.isEmpty()) {
      return Optional.empty();
    }
    return store
        .feed(feed, limit(definition.get(), view))
        .map(contents ->
            build(
                edition,
                source(edition, definition.get(), contents),
                contents.version(),
                view,
                start));
  }

  /** Builds a page of the feed's archive as it is now; empty when there is no such page. */
  Optional<Snapshot> build(Edition edition, PageKey key) {
    long start = System.nanoTime();
    Optional<FeedDefinition> definition = edition.catalog().feed(key.feed());
    if (definition.isEmpty()) {
      return Optional.empty();
    }
    return store
        .page(key.feed(), Archive.firstPosition(key.page()), Archive.PAGE_SIZE)
        .flatMap(page ->
            Archive.page(key.page(), page.positions())
                .map(archive -> source(edition, definition.get(), page, archive))
                .map(source -> build(edition, source, page.version(), key.view(), start)));
  }

  /**
   * Builds the union as it is now; empty when one of its members is unknown to the store.
   *
   * <p>Its version is the latest of its members', all read at one moment: it moves whenever one of
   * them does.
   */
  Optional<Snapshot> build(Edition edition, Union union, View view) {
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
    FeedSource source =
        new FeedSource(
            edition.catalog().site(),
            union.definition(edition.catalog().site()),
            addresses(edition),
            latest.changedAt(),
            union.merge(contents.stream().map(SnapshotBuilder::articles)));
    return Optional.of(build(edition, source, latest, view, start));
  }

  /**
   * Builds a page of what is found now; empty when there is no such page.
   *
   * <p>Its Last-Modified is the second of the latest change of all: whether it is that which made
   * the difference nobody can tell without the older results. Its entity-tag is that of the bytes
   * alone, and the dates in them are the articles' own, so that other changes leave it as it is.
   */
  Optional<Found> build(Edition edition, SearchKey key) {
    long start = System.nanoTime();
    SearchHits hits =
        store.search(key.query(), (key.page() - 1) * Results.PAGE_SIZE, Results.PAGE_SIZE);
    if (key.page() > Results.last(hits.total())) {
      return Optional.empty();
    }
    Site site = edition.catalog().site();
    Results results = new Results(key.query().text(), key.page(), hits.total());
    Instant newest =
        hits.articles().stream()
            .map(article -> article.updated().toInstant())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    FeedSource source =
        new FeedSource(
            site,
            results.definition(site),
            addresses(edition),
            newest,
            hits.articles(),
            List.of(),
            results);
    FeedVersion version = new FeedVersion(Results.NAME, hits.seq(), hits.changedAt());
    Snapshot snapshot =
        snapshot(
            edition,
            version,
            key.view(),
            built(source, key.view()),
            Snapshot.cacheControl(source.ttl()),
            start,
            SEARCH_TAG);
    // What took too long may not do so the next time: no cache keeps it from being asked for.
    return Optional.of(new Found(hits.isCut() ? snapshot.whileBehind() : snapshot, hits.isCut()));
  }

  /**
   * A page of what was found.
   *
   * @param isCut whether there may be more among older articles
   */
  record Found(Snapshot snapshot, boolean isCut) {}

  private FeedSource source(Edition edition, FeedDefinition definition, FeedContents contents) {
    return new FeedSource(
        edition.catalog().site(),
        definition,
        addresses(edition),
        contents.version().changedAt(),
        articles(contents),
        tombstones(definition, contents),
        Archive.current(contents.positions(), contents.isWhole()));
  }

  // Counted back from the feed's latest change, not from now: the same log gives the same bytes.
  private static List<Tombstone> tombstones(FeedDefinition definition, FeedContents contents) {
    Instant oldest = contents.version().changedAt().minus(definition.tombstones());
    return contents.gone().stream()
        .filter(gone -> gone.changedAt().isAfter(oldest))
        .map(gone -> new Tombstone(gone.article(), gone.changedAt()))
        .toList();
  }

  private FeedSource source(
      Edition edition, FeedDefinition definition, FeedPage page, Archive archive) {
    return new FeedSource(
        edition.catalog().site(),
        definition,
        addresses(edition),
        page.version().changedAt(),
        page.entries().stream().map(FeedEntry::article).toList(),
        page.gone().stream().map(gone -> new Tombstone(gone.article(), gone.changedAt())).toList(),
        archive);
  }

  private Addresses addresses(Edition edition) {
    return new Addresses(base, edition.catalog().site().authority());
  }

  /** Builds the front page as it is now. */
  Snapshot front(Edition edition, Page page) {
    long start = System.nanoTime();
    FeedCatalog catalog = edition.catalog();
    List<FeedDefinition> shown = FrontPage.shown(catalog);
    SequencedMap<String, Integer> limits = new LinkedHashMap<>();
    shown.forEach(feed -> limits.put(feed.name(), FrontPage.MOST_ARTICLES));
    List<FeedContents> contents = store.feeds(limits);
    Map<String, List<Article>> articles = new HashMap<>();
    contents.forEach(feed -> articles.put(feed.version().feed(), articles(feed)));
    String names = Union.name(shown.stream().map(FeedDefinition::name).toList());
    FeedVersion at =
        contents.stream()
            .map(FeedContents::version)
            .max(Comparator.comparingLong(FeedVersion::seq))
            .map(latest -> new FeedVersion(names, latest.seq(), latest.changedAt()))
            .orElse(new FeedVersion(names, 0, Instant.EPOCH));
    FrontPage front = FrontPage.of(catalog, addresses(edition), articles);
    BuiltFeed built = pages.front(front, page);
    return snapshot(edition, at, page, built, Snapshot.cacheControl(FeedDefinition.MIN_TTL), start);
  }

  /**
   * Builds the page of an article as it is now; empty when there is no such article, or it is not
   * public, or its page is elsewhere.
   */
  Optional<Snapshot> article(Edition edition, ArticleId id, Page page) {
    long start = System.nanoTime();
    return store
        .current(id)
        .filter(
            revision -> revision.article().state().isPublic() && revision.article().url() == null)
        .map(revision -> {
          FeedVersion at = new FeedVersion("", revision.seq(), revision.at());
          Site site = edition.catalog().site();
          BuiltFeed built = pages.article(site, addresses(edition), revision.article(), page);
          return snapshot(edition, at, page, built, Snapshot.ASK_EACH_TIME, start);
        });
  }

  private Snapshot build(
      Edition edition, FeedSource source, FeedVersion at, View view, long start) {
    BuiltFeed built = built(source, view);
    String caching = Snapshot.cacheControl(source.ttl());
    return snapshot(edition, named(source, at), view, built, caching, start);
  }

  private static FeedVersion named(FeedSource source, FeedVersion at) {
    return new FeedVersion(source.definition().name(), at.seq(), at.changedAt());
  }

  private Snapshot snapshot(
      Edition edition, FeedVersion at, View view, BuiltFeed built, String caching, long start) {
    String version = Long.toString(at.seq(), Character.MAX_RADIX);
    return snapshot(edition, at, view, built, caching, start, version);
  }

  private Snapshot snapshot(
      Edition edition,
      FeedVersion at,
      View view,
      BuiltFeed built,
      String caching,
      long start,
      String version) {
    built
        .leftOut()
        .forEach(out ->
            observer.observe(new Event.EntryLeftOut(at.feed(), out.article(), out.reason())));
    String tag = version + "-" + Hash.of(built.bytes(), HASH_BYTES);
    observer.observe(
        new Event.SnapshotBuilt(
            at.feed(),
            view.extension(),
            at.seq(),
            built.entries(),
            built.bytes().length,
            (System.nanoTime() - start) / 1_000));
    return new Snapshot(
        at.feed(),
        view,
        at.seq(),
        edition.number(),
        tag,
        at.changedAt(),
        HTTP_DATE.format(at.changedAt()),
        caching,
        compressor.code(tag, at.changedAt(), built.bytes()));
  }

  private BuiltFeed built(FeedSource source, View view) {
    return switch (view) {
      case Format format -> builder.build(source, format);
      case Page page -> pages.feed(source, page);
      case Embed embed -> pages.embed(source, embed);
    };
  }

  private static int limit(FeedDefinition definition, View view) {
    return view instanceof Embed embed
        ? Math.min(embed.limit(), definition.limit())
        : definition.limit();
  }

  private static List<Article> articles(FeedContents contents) {
    return contents.entries().stream().map(FeedEntry::article).toList();
  }
}

package vn.bantin.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.App;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.feed.Archive;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Format;
import vn.bantin.ingest.Ingest;
import vn.bantin.ingest.Result;
import vn.bantin.observe.Event;
import vn.bantin.search.SearchQuery;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.PageKey;
import vn.bantin.snapshot.SearchKey;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.FeedContents;

/**
 * What a server does with the store of a {@link ScaleNewsroom}, one thing at a time. Nothing is
 * built twice: feeds that have all the entries they can, and full pages of the archives, each come
 * once, in an order of chance.
 */
final class ScaledServing implements AutoCloseable {

  private static final int SEED = 4;
  private static final long MEMORY = 1L << 30;
  private static final String MAIN = "moi-nhat";

  private final ScaleCorpus corpus;
  private final App app;
  private final Ingest ingest;
  private final Snapshots snapshots;
  private final CountDownLatch improved = new CountDownLatch(1);
  private final Iterator<Key> feeds;
  private final Iterator<PageKey> pages;
  private final Random random = new Random(SEED);
  private int published;

  ScaledServing(ScaleNewsroom newsroom) throws InterruptedException {
    corpus = newsroom.corpus();
    app = newsroom.open();
    ingest =
        new Ingest(
            App.reader(app.catalog(), Clock.systemUTC()),
            app.store(),
            app.catalog(),
            Actor.UNKNOWN);
    snapshots = new Snapshots(app.store(), app.catalog(), Launch.BASE, MEMORY, this::see);
    List<Key> full = new ArrayList<>();
    List<PageKey> archived = new ArrayList<>();
    for (FeedDefinition feed : app.catalog().feeds()) {
      FeedContents contents = app.store().feed(feed.name(), feed.limit()).orElseThrow();
      for (Format format : Format.values()) {
        if (contents.entries().size() == feed.limit() && !feed.name().equals(MAIN)) {
          full.add(new Key(feed.name(), format));
        }
        for (long page = 1; page <= contents.positions() / Archive.PAGE_SIZE; page++) {
          archived.add(new PageKey(feed.name(), page, format));
        }
      }
    }
    Collections.shuffle(full, new Random(SEED));
    Collections.shuffle(archived, new Random(SEED));
    feeds = full.iterator();
    pages = archived.iterator();
    while (app.store().find(corpus.article(corpus.count() + 1 + published).id()).isPresent()) {
      published++;
    }
    loadBrotli();
  }

  /** Stores one more article, as the API does. */
  void publish() {
    Article article = corpus.article(corpus.count() + ++published);
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", article.id().value());
    json.put("url", String.valueOf(article.url()));
    json.put("title", article.title());
    json.put("summary", article.summary());
    json.put("body_html", article.bodyHtml());
    json.put("published", article.published().toString());
    json.set("categories", JsonMapper.shared().valueToTree(article.categories()));
    Result result = ingest.put(json, null);
    boolean isCreated =
        result instanceof Result.Stored stored && stored.outcome() instanceof ChangeOutcome.Created;
    require(isCreated, result);
  }

  /** Builds a feed that nobody has asked for. */
  void buildFeed() {
    Key key = feeds.next();
    require(snapshots.get(key.feed(), (Format) key.view()).isPresent(), key);
  }

  /** Builds a page of an archive that nobody has asked for. */
  void buildPage() {
    PageKey key = pages.next();
    require(snapshots.requested().archive(key).isPresent(), key);
  }

  /** Finds the articles with two or three words of a title. */
  void search() {
    String title = corpus.article(1 + random.nextInt(corpus.count())).title();
    String[] words = title.split(" ");
    int count = 2 + random.nextInt(2);
    String asked = String.join(" ", List.of(words).subList(1, 1 + count));
    String typed = random.nextBoolean() ? asked : '"' + asked + '"';
    SearchQuery query = (SearchQuery) SearchQuery.read(typed);
    OnDemandReply reply = snapshots.requested().search(new SearchKey(query, 1, Format.ATOM)).join();
    require(reply instanceof OnDemandReply.Ready, query);
  }

  @Override
  public void close() {
    snapshots.close();
    app.close();
  }

  // A server has it a moment after its first readers; from then on every build codes by it.
  private void loadBrotli() throws InterruptedException {
    Snapshot main = snapshots.get(MAIN, Format.ATOM).orElseThrow();
    snapshots.asked(main);
    snapshots.asked(main);
    require(improved.await(1, TimeUnit.MINUTES), main);
  }

  private void see(Event event) {
    if (event instanceof Event.SnapshotImproved) {
      improved.countDown();
    }
  }

  private static void require(boolean holds, Object what) {
    if (!holds) {
      throw new IllegalStateException("not as it should be: " + what);
    }
  }
}

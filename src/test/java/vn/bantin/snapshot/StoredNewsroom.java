package vn.bantin.snapshot;

import static java.util.Objects.requireNonNull;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.Articles;
import vn.bantin.change.ChangeFollower;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Fingerprint;
import vn.bantin.feed.Format;
import vn.bantin.feed.Newsrooms;
import vn.bantin.feed.Union;
import vn.bantin.observe.Event;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.SettableClock;
import vn.bantin.store.SqlArticleStore;

/** The invented newsroom over a real store, with its snapshots and what follows the changes. */
final class StoredNewsroom implements AutoCloseable {

  static final String BASE = "https://feeds.songmay.example";
  static final long MEMORY = 64L * 1024 * 1024;

  FeedCatalog catalog = Newsrooms.catalog();
  final List<Event> events = new CopyOnWriteArrayList<>();
  final BreakableStore store;
  final Snapshots snapshots;
  final ChangeFollower follower;
  volatile Runnable afterImprovement = () -> {};

  StoredNewsroom(Path folder) {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
    store =
        new BreakableStore(SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), clock));
    declare(catalog);
    snapshots = new Snapshots(store, catalog, BASE, MEMORY, this::observe);
    follower = new ChangeFollower(store, snapshots::follow, () -> {}, events::add);
  }

  void put(Article article) {
    store.apply(List.of(new ArticleChange.Put(article)), catalog, Articles.EDITOR);
  }

  /** Stores the article and brings the snapshots up to it. */
  void publish(Article article) {
    put(article);
    follower.catchUp();
  }

  /** Puts other definitions in force. */
  void redefine(FeedCatalog feeds) {
    catalog = feeds;
    snapshots.redefine(feeds);
    declare(feeds);
    follower.catchUp();
  }

  void declare(FeedCatalog feeds) {
    store.define(
        feeds.feeds().stream()
            .map(f ->
                new FeedDeclaration(
                    f.name(), Fingerprint.rules(f), Fingerprint.look(f, feeds.site(), BASE)))
            .toList(),
        feeds);
  }

  /** The snapshot of a feed or of a union. */
  Snapshot get(String feed, Format format) {
    if (!Union.isNamedBy(feed)) {
      return snapshots.get(feed, format).orElseThrow();
    }
    return switch (snapshots.requested().onDemand(new Key(feed, format)).join()) {
      case OnDemandReply.Ready ready -> ready.snapshot();
      case OnDemandReply.Unknown _, OnDemandReply.Busy _ -> throw new NoSuchElementException(feed);
    };
  }

  Snapshot warm(String feed, Format format) {
    return requireNonNull(snapshots.warm(feed, format));
  }

  /** The feed's text, out of the given coding. */
  static String text(Snapshot snapshot, Coding coding) {
    byte[] coded = bytes(snapshot.codings().in(coding));
    try {
      byte[] bytes =
          switch (coding) {
            case IDENTITY -> coded;
            case GZIP -> new GZIPInputStream(new ByteArrayInputStream(coded)).readAllBytes();
            case BROTLI -> {
              Brotli4jLoader.ensureAvailability();
              yield Decoder.decompress(coded, 0, coded.length);
            }
          };
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Snapshot snapshot) {
    return text(snapshot, Coding.IDENTITY);
  }

  static byte[] bytes(Representation representation) {
    byte[] bytes = new byte[representation.length()];
    representation.bytes().duplicate().get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    snapshots.close();
    store.close();
  }

  private void observe(Event event) {
    events.add(event);
    if (event instanceof Event.SnapshotImproved) {
      afterImprovement.run();
    }
  }
}

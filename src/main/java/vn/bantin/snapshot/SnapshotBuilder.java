package vn.bantin.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
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
  private final FeedBuilder builder = new FeedBuilder();

  SnapshotBuilder(ArticleStore store, String base, Observer observer) {
    this.store = store;
    this.base = base;
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
    String tag = Long.toString(version, Character.MAX_RADIX) + "-" + hash(built.bytes());
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
        representation(Coding.IDENTITY, tag, changedAt, built.bytes()),
        representation(Coding.GZIP, tag, changedAt, gzip(built.bytes())));
  }

  private static Representation representation(
      Coding coding, String tag, Instant changedAt, byte[] bytes) {
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    Validators validators = new Validators(tag, coding, changedAt);
    return new Representation(direct.asReadOnlyBuffer(), validators, validators.entityTag());
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream coded = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coded.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package vn.bantin.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.bantin.article.ArticleChange;
import vn.bantin.bench.Corpus;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Fingerprint;
import vn.bantin.feed.Format;
import vn.bantin.feed.Newsrooms;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.SqlArticleStore;

/** The time from a change to bytes: 50 of 1,000 articles read, written, hashed and compressed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SnapshotBuildBenchmark {

  private static final int ARTICLES = 1_000;
  private static final String BASE = "https://feeds.songmay.example";

  /** Which format. */
  @Param public Format format;

  private final Edition edition = new Edition(1, Newsrooms.catalog());
  private Path folder;
  private ArticleStore store;
  private SnapshotBuilder builder;

  /** Stores the articles. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("bantin-bench");
    store = SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), Clock.systemUTC());
    FeedCatalog catalog = edition.catalog();
    store.define(catalog.feeds().stream().map(f -> declaration(catalog, f)).toList(), catalog);
    List<ArticleChange> puts =
        Corpus.articles(ARTICLES).stream().<ArticleChange>map(ArticleChange.Put::new).toList();
    store.apply(puts, catalog);
    builder = new SnapshotBuilder(store, BASE, event -> {});
  }

  /** Removes the database. */
  @TearDown
  public void close() throws IOException {
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** One snapshot. */
  @Benchmark
  public Snapshot build() {
    return builder.build(edition, "moi-nhat", format).orElseThrow();
  }

  private static FeedDeclaration declaration(FeedCatalog catalog, FeedDefinition feed) {
    return new FeedDeclaration(
        feed.name(), Fingerprint.rules(feed), Fingerprint.look(feed, catalog.site(), BASE));
  }
}

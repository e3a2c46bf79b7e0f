package vn.bantin.snapshot;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.bantin.bench.StoredCorpus;
import vn.bantin.feed.Format;

/**
 * The time from a change to bytes: 50 of 1,000 articles read, written, hashed and compressed fast.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SnapshotBuildBenchmark {

  private static final int ARTICLES = 1_000;

  /** Which format. */
  @Param public Format format;

  private StoredCorpus corpus;
  private Edition edition;
  private SnapshotBuilder builder;

  /** Stores the articles. */
  @Setup
  public void open() throws IOException {
    corpus = StoredCorpus.of(ARTICLES);
    edition = new Edition(1, corpus.catalog());
    Compressor compressor = new Compressor(event -> {});
    compressor.loadBrotli();
    builder = new SnapshotBuilder(corpus.store(), StoredCorpus.BASE, compressor, event -> {});
  }

  /** Removes the database. */
  @TearDown
  public void close() throws IOException {
    corpus.close();
  }

  /** One snapshot. */
  @Benchmark
  public Snapshot build() {
    return builder.build(edition, "moi-nhat", format).orElseThrow();
  }
}

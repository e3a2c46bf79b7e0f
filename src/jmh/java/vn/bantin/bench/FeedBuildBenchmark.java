package vn.bantin.bench;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.FeedBuilder;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Format;
import vn.bantin.feed.Newsrooms;

/** The time to write a full-text feed of 50 entries. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FeedBuildBenchmark {

  private static final int ENTRIES = 50;

  /** Which format. */
  @Param public Format format;

  private final FeedBuilder builder = new FeedBuilder();
  private FeedSource source;

  /** Makes the articles. */
  @Setup
  public void prepare() {
    FeedSource empty = Newsrooms.source();
    source =
        new FeedSource(
            empty.site(),
            empty.definition(),
            empty.addresses(),
            Instant.parse("2026-11-23T04:05:06Z"),
            Corpus.articles(ENTRIES));
  }

  /** One feed. */
  @Benchmark
  public BuiltFeed build() {
    return builder.build(source, format);
  }
}

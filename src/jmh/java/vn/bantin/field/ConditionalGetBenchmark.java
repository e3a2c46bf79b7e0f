package vn.bantin.field;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Validators;

/** The time to decide on 304, for what clients and proxies really send. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConditionalGetBenchmark {

  private static final Instant CHANGED = Instant.parse("2026-11-22T20:15:30Z");
  private static final Instant NOW = Instant.parse("2026-11-23T04:05:06Z");
  private static final String TAG = "k3f-9a1b2c3d4e5f";
  private static final String HASH = "5e1f9c70";
  private static final Validators SELECTED = new Validators(TAG, Coding.GZIP, HASH, CHANGED);

  /** Forms of a condition. */
  public enum Form {
    /** No condition. */
    NONE(List.of(), List.of()),
    /** Our own tag. */
    TAG_AS_SENT(List.of("\"" + TAG + "-gzip." + HASH + "\""), List.of()),
    /** The tag as nginx rewrites it. */
    TAG_MADE_WEAK(List.of("W/\"" + TAG + "-gzip." + HASH + "\""), List.of()),
    /** The tag of an older version. */
    OLD_TAG(List.of("\"k3e-9a1b2c3d4e5f-gzip.5e1f9c70\""), List.of()),
    /** Several tags, ours last. */
    FIVE_TAGS(List.of("\"a\", \"b\", W/\"c\", \"d-gzip\", \"" + TAG + "\""), List.of()),
    /** The three forms of a date. */
    DATE(List.of(), List.of("Sun, 22 Nov 2026 20:15:30 GMT")),
    RFC_850_DATE(List.of(), List.of("Sunday, 22-Nov-26 20:15:30 GMT")),
    ASCTIME_DATE(List.of(), List.of("Sun Nov 22 20:15:30 2026")),
    /** What most readers send: both. */
    TAG_AND_DATE(
        List.of("\"" + TAG + "-gzip." + HASH + "\""), List.of("Sun, 22 Nov 2026 20:15:30 GMT"));

    private final List<String> ifNoneMatch;
    private final List<String> ifModifiedSince;

    Form(List<String> ifNoneMatch, List<String> ifModifiedSince) {
      this.ifNoneMatch = ifNoneMatch;
      this.ifModifiedSince = ifModifiedSince;
    }
  }

  /** Which form. */
  @Param public Form form;

  /** Reads the conditions and decides, as for a request. */
  @Benchmark
  public ConditionalGet.Outcome decide() {
    Preconditions asked =
        new Preconditions(List.of(), form.ifNoneMatch, form.ifModifiedSince, List.of());
    return ConditionalGet.decide("GET", asked, SELECTED, NOW);
  }
}

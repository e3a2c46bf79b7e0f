package vn.bantin.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The JMH benchmarks, run short: good for orders of magnitude and for a comparison by eye. */
final class Microbenchmarks {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private static final String HOT_PATH = "HotPath";

  // No object is as small: what is less is the noise of the measurement.
  private static final double NOTHING = 8;

  private Microbenchmarks() {}

  /**
   * Checks that a request for a warm feed leaves nothing to collect.
   *
   * @throws IllegalStateException if it does
   */
  static void requireCleanHotPath(List<Row> rows) {
    for (Row row : rows) {
      Double allocated = row.allocated();
      if (row.what().startsWith(HOT_PATH) && allocated != null && allocated > NOTHING) {
        throw new IllegalStateException(row.what() + " allocates " + allocated + " bytes");
      }
    }
  }

  static List<Row> run(Path report) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("vn\\.bantin\\..*Benchmark\\.")
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.milliseconds(700))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.milliseconds(300))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .resultFormat(ResultFormatType.JSON)
                    .result(report.toString())
                    .build())
            .run();
    List<Row> rows = new ArrayList<>();
    results.forEach(result -> rows.add(row(result)));
    return rows;
  }

  private static Row row(RunResult result) {
    Result<?> time = result.getPrimaryResult();
    Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
    String note = String.format(Locale.ROOT, "± %.2f", time.getScoreError());
    return new Row(
        "jmh", name(result), time.getScore(), time.getScoreUnit(), bytes.getScore(), note);
  }

  private static String name(RunResult result) {
    String[] words = result.getParams().getBenchmark().split("\\.");
    String benchmark = words[words.length - 2].replace("Benchmark", "");
    return result.getParams().getParamsKeys().stream()
        .map(result.getParams()::getParam)
        .collect(Collectors.joining(" ", benchmark + " ", ""));
  }
}

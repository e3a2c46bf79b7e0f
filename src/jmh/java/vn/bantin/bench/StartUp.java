package vn.bantin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The time from the start of the process to the first 200, with the samples stored already. */
final class StartUp {

  private static final int RUNS = 10;

  private StartUp() {}

  static List<Row> measure(Path data) throws IOException {
    return List.of(
        row("with the AOT cache", data, ""), row("without the AOT cache", data, "-XX:AOTMode=off"));
  }

  private static Row row(String what, Path data, String javaOptions) throws IOException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      try (PackagedServer server = PackagedServer.start(Launch.samples(data, javaOptions))) {
        millis.add(server.startUp().toNanos() / 1e6);
      }
    }
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    String note =
        String.format(
            Locale.ROOT,
            "median of %d, least %.0f, most %.0f; load average %.1f",
            RUNS,
            Collections.min(millis),
            Collections.max(millis),
            load);
    return new Row("start-up", what, median(millis), "ms", null, note);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}

package vn.bantin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The packaged server and nginx side by side, on the same bytes: each on the same core, in turns,
 * with the load on the other core.
 *
 * <p>Needs no build of its own. In the folder of a packaged build:
 *
 * <pre>
 * java -cp 'target/bantin/lib/*' src/jmh/java/vn/bantin/bench/SideBySide.java --rows 304,gzip-5k
 * </pre>
 *
 * or {@code mvn -Pbench verify -Dbench.args="--rows 304,gzip-5k"}. Options: {@link Plan#USAGE}.
 */
public final class SideBySide {

  private static final List<String> TOOLS =
      List.of("nginx", "wrk", "h2load", "openssl", "curl", "taskset");

  private SideBySide() {}

  /** Measures what the options ask for and prints the table. */
  public static void main(String[] args) throws Exception {
    Plan plan = Plan.of(List.of(args));
    // First, because to fill a large store takes both cores, and the rest leaves this machine one.
    List<Outcome> rows = new ArrayList<>(Scale.measure(plan));
    if (!Scale.KEYS.containsAll(plan.rows()) || plan.rows().isEmpty()) {
      rows.addAll(measure(plan));
    }
    System.out.print(Outcome.table(rows));
  }

  /** Refuses when a program is not there that the measurement needs. */
  static void requireTools() throws IOException {
    List<String> lacking = TOOLS.stream().filter(tool -> !Children.isThere(tool)).toList();
    if (!lacking.isEmpty()) {
      throw new IOException("the comparison with nginx needs " + String.join(", ", lacking));
    }
  }

  /** Measures; this virtual machine stays on the core of the load. */
  static List<Outcome> measure(Plan plan) throws IOException, InterruptedException {
    requireTools();
    Children.moveToLoadCore();
    Path folder = Files.createTempDirectory("bantin-bench");
    try {
      double before = loadAverage();
      List<Outcome> rows = new Table(plan, folder).measure();
      System.out.printf(
          Locale.ROOT, "Load average %.1f before, %.1f after.%n", before, loadAverage());
      Report.write("nginx.json", rows);
      return rows;
    } finally {
      Report.delete(folder);
    }
  }

  private static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}

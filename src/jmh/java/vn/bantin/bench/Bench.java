package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All measurements: the packaged server beside nginx, its start, and the parts. Many minutes, one
 * table, and the numbers in {@code target/bench}. With options, only what {@link SideBySide} does.
 */
public final class Bench {

  private Bench() {}

  /** Measures. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      SideBySide.main(args);
      return;
    }
    SideBySide.requireTools();
    System.out.println("Measuring the start, the parts, then beside nginx: many minutes.");
    // The comparison comes last because it leaves this virtual machine on one core.
    List<Row> parts = new ArrayList<>(startUp());
    parts.addAll(Microbenchmarks.run(Report.file("jmh.json")));
    Plan all = Plan.of(List.of());
    List<Outcome> rows = new ArrayList<>(SideBySide.measure(all));
    rows.addAll(parts);
    rows.addAll(Scale.measure(all));
    System.out.print(Outcome.table(rows));
    Microbenchmarks.requireCleanHotPath(parts);
  }

  private static List<Row> startUp() throws IOException {
    Path folder = Files.createTempDirectory("bantin-bench");
    try {
      // The first start fills the store with the samples, so that those which are timed find them.
      PackagedServer.start(Launch.samples(folder, "")).close();
      List<Row> rows = StartUp.measure(folder);
      Report.write("start-up.json", rows);
      return rows;
    } finally {
      Report.delete(folder);
    }
  }
}

package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All measurements: the packaged server beside nginx, its start, and the parts. Many minutes;
 * tables, and the numbers in {@code target/bench}. With options, {@link SideBySide} alone.
 */
public final class Bench {

  private Bench() {}

  /** Measures. */
  public static void main(String[] args) throws Exception {
    SideBySide.main(args);
    if (args.length > 0) {
      return;
    }
    List<Row> rows = new ArrayList<>(startUp());
    rows.addAll(Microbenchmarks.run(Report.file("jmh.json")));
    System.out.print(Row.table(rows));
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

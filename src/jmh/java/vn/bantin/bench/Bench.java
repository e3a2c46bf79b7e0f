package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** All measurements: some minutes, one table, and the numbers in {@code target/bench}. */
public final class Bench {

  private static final Path REPORTS = Path.of("target/bench");

  private Bench() {}

  /** Measures. */
  public static void main(String[] args) throws Exception {
    Files.createDirectories(REPORTS);
    System.out.println("Measuring the packaged server, then the parts: some minutes.");
    List<Row> rows = new ArrayList<>(server());
    rows.addAll(Microbenchmarks.run(REPORTS.resolve("jmh.json")));
    System.out.print(Row.table(rows));
  }

  private static List<Row> server() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bantin-bench");
    try {
      List<Row> load = load(folder);
      List<Row> startUp = StartUp.measure(folder);
      write("load.json", load);
      write("start-up.json", startUp);
      return Stream.concat(startUp.stream(), load.stream()).toList();
    } finally {
      delete(folder);
    }
  }

  // The first start fills the store with the samples, so that those which are timed find them.
  private static List<Row> load(Path folder) throws IOException, InterruptedException {
    try (PackagedServer server = PackagedServer.start(folder, "")) {
      if (Load.isPossible()) {
        return Load.measure(server);
      }
      System.out.println("wrk is not on the path: no load is put on the server.");
      return List.of();
    }
  }

  private static void write(String name, List<Row> rows) {
    JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValue(REPORTS.resolve(name).toFile(), rows);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

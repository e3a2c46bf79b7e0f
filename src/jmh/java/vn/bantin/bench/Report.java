package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The files of a measurement: numbers that stay in {@code target/bench}, and folders that go. */
final class Report {

  private static final Path FOLDER = Path.of("target/bench");

  private Report() {}

  static Path file(String name) throws IOException {
    return Files.createDirectories(FOLDER).resolve(name);
  }

  /** Writes JSON. */
  static void write(String name, Object value) throws IOException {
    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(file(name).toFile(), value);
  }

  /** Removes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

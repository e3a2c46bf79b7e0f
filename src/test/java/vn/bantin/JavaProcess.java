package vn.bantin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs on this test's own java and class path. */
public final class JavaProcess {

  private JavaProcess() {}

  /**
   * The words that start one.
   *
   * @param temporary where it puts its temporary files
   */
  public static List<String> command(Path temporary, String main, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary,
                "-classpath",
                System.getProperty("java.class.path"),
                main));
    words.addAll(List.of(arguments));
    return List.copyOf(words);
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reading of requests under Jazzer, which makes its inputs from what earlier ones reached.
 *
 * <p>It runs in a process of its own: it instruments the classes that it watches, and JUnit's own
 * engine for it runs one target in each virtual machine.
 */
final class FuzzTest {

  private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: +(\\d+)");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");
  private static final int START_SECONDS = 120;
  private static final String BEGINNING = "GET /feeds/dan-van.atom HTTP/1.1\r\nHost: x\r\n";

  /**
   * Requests to begin with; the byte behind each chooses the reading of {@link RequestFuzzTarget}.
   */
  private static final List<String> SEEDS =
      List.of(
          BEGINNING + "\r\n\4",
          BEGINNING + "If-None-Match: \"a\"\r\nConnection: close\r\n\r\n\4",
          BEGINNING + "Accept-Encoding: gzip, br;q=0.5\r\nUser-Agent: y\r\n\r\n\4",
          "HEAD" + BEGINNING.substring(3) + "If-Modified-Since: Wed, 07 Jan 2026\r\n\r\n\4");

  @TempDir private Path folder;

  @Test
  void noRequestThatIsFoundInSecondsIsReadWrongly() throws Exception {
    assertNothingFound(8, 10_000);
  }

  @Test
  @Tag("soak")
  void noRequestThatIsFoundInMinutesIsReadWrongly() throws Exception {
    assertNothingFound(300, 1_000_000);
  }

  @Test
  void aMistakeIsFound() throws Exception {
    String said = fuzz(PlantedFuzzTarget.class, 60);
    assertThat(said).contains("AssertionError: the planted mistake");
    assertThat(findings()).hasSize(1);
  }

  private void assertNothingFound(int seconds, int leastRuns) throws Exception {
    String said = fuzz(RequestFuzzTarget.class, seconds);
    assertThat(said).doesNotContain("== Java Exception", "ERROR");
    assertThat(last(RUNS, said)).as(said).isGreaterThan(leastRuns);
    assertThat(last(COVERAGE, said)).as(said).isGreaterThan(100);
    assertThat(findings()).isEmpty();
  }

  private String[] findings() {
    return folder.toFile().list((_, name) -> name.startsWith("crash-"));
  }

  /** Lets Jazzer work on a target; what it said. */
  private String fuzz(Class<?> target, int seconds) throws IOException, InterruptedException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    for (int i = 0; i < SEEDS.size(); i++) {
      Files.writeString(corpus.resolve("seed" + i), SEEDS.get(i), StandardCharsets.ISO_8859_1);
    }
    Path output = folder.resolve("said.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-classpath",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.getName(),
            "--instrumentation_includes=vn.bantin.http.*",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-max_total_time=" + seconds,
            "-timeout=5",
            "-print_final_stats=1",
            corpus.toString()));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(seconds + START_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().onExit().join();
    String said = Files.readString(output);
    assertThat(ended).as("ended by itself: " + said).isTrue();
    return said;
  }

  private static int last(Pattern pattern, String said) {
    Matcher matcher = pattern.matcher(said);
    int last = 0;
    while (matcher.find()) {
      last = Integer.parseInt(matcher.group(1));
    }
    return last;
  }
}

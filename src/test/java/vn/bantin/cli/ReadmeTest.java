package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.config.Option;

/**
 * What the README says, done.
 *
 * <p>Its blocks of shell are run in order by one bash, in a folder that has the newsroom and a
 * launcher where packaging puts it, which starts this test's own class path. Free ports stand in
 * for 8080 and 8081. Blocks that start Maven are not run: building is the build's own affair.
 */
final class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(sh|text|yaml)\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```\\n)?");
  private static final String END_OF_BLOCK = "=== the end of a block ===";
  private static final long PATIENCE_SECONDS = 90;

  /**
   * Shell, and what it must print.
   *
   * @param shell one block
   * @param promised the lines of the block of text behind it; empty without one
   */
  private record Step(String shell, List<String> promised) {

    boolean startsMaven() {
      return shell.startsWith("mvn");
    }
  }

  @TempDir private Path folder;

  @Test
  void theShellBlocksDoWhatTheReadmeSays() throws Exception {
    List<Step> steps = steps().stream().filter(step -> !step.startsMaven()).toList();
    assertThat(steps).hasSizeGreaterThan(7);
    layOut();
    List<String> printed = run(script(steps));
    assertThat(printed).hasSameSizeAs(steps);
    for (int i = 0; i < steps.size(); i++) {
      List<String> lines = printed.get(i).lines().toList();
      assertThat(lines).as(steps.get(i).shell()).containsSubsequence(steps.get(i).promised());
    }
  }

  @Test
  void mavenIsStartedByTheCommandsOfTheContract() throws IOException {
    String commands =
        steps().stream().filter(Step::startsMaven).map(Step::shell).collect(Collectors.joining());
    assertThat(commands.lines().map(line -> line.replaceFirst(" *#.*", "")))
        .containsExactly("mvn", "mvn verify", "mvn package -DskipTests");
  }

  @Test
  void theTableOfOptionsIsTheOptionTable() throws IOException {
    List<String> table =
        Stream.of(Option.values())
            .map(option ->
                "| `%s` | `%s` | `%s` | `%s` | %s |"
                    .formatted(
                        option.flag(),
                        option.variable(),
                        option.form().replace("|", "\\|"),
                        option.fallback(),
                        option.description()))
            .toList();
    assertThat(readme().lines().filter(line -> line.startsWith("| `--"))).isEqualTo(table);
  }

  @Test
  void theFeedFileThatIsShownIsTheRealOne() throws IOException {
    List<String> shown =
        BLOCK
            .matcher(readme())
            .results()
            .filter(b -> b.group(1).equals("yaml"))
            .map(b -> b.group(2))
            .toList();
    assertThat(shown).containsExactly(Files.readString(Path.of("feeds/dan-van.yaml")));
  }

  private static List<Step> steps() throws IOException {
    return BLOCK
        .matcher(readme())
        .results()
        .filter(block -> block.group(1).equals("sh"))
        .map(ReadmeTest::step)
        .toList();
  }

  private static Step step(MatchResult block) {
    String promised = block.group(3) == null ? "" : block.group(3);
    return new Step(block.group(2), promised.lines().toList());
  }

  private static String readme() throws IOException {
    return Files.readString(README);
  }

  private String script(List<Step> steps) throws IOException {
    String script =
        steps.stream()
            .map(step -> step.shell() + "echo '" + END_OF_BLOCK + "'\n")
            .collect(Collectors.joining());
    try (ServerSocket listen = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket admin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:";
      return "export BANTIN_LISTEN=%1$s%2$d BANTIN_ADMIN_LISTEN=%1$s%3$d\n%4$swait\n"
          .formatted(
              address,
              listen.getLocalPort(),
              admin.getLocalPort(),
              script
                  .replace(address + "8080", address + listen.getLocalPort())
                  .replace(address + "8081", address + admin.getLocalPort()));
    }
  }

  private void layOut() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("feeds"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file));
      }
    }
    Path bin = Files.createDirectories(folder.resolve("target/bantin/bin"));
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    String command =
        BantinProcess.command(temporary).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path launcher =
        Files.writeString(bin.resolve("bantin"), "#!/bin/sh\nexec " + command + " \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> run(String script) throws IOException, InterruptedException {
    Path out = folder.resolve("tmp/out.txt");
    Path err = folder.resolve("tmp/err.txt");
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script);
    builder.environment().keySet().removeIf(name -> name.startsWith("BANTIN_"));
    builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    Process bash = builder.start();
    boolean ended = bash.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    bash.descendants().forEach(ProcessHandle::destroyForcibly);
    bash.destroyForcibly();
    assertThat(ended).as("ended by itself: " + Files.readString(err)).isTrue();
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    List<String> blocks = new ArrayList<>(Arrays.asList(printed.split(END_OF_BLOCK + "\n", -1)));
    assertThat(blocks.removeLast()).as(Files.readString(err)).isEmpty();
    return blocks;
  }
}

package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.bantin.JavaProcess;

/** Bantin in a process of its own. */
final class BantinProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path errors;

  private BantinProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /** The words that start it on this test's own java and class path. */
  static List<String> command(Path temporary) {
    return JavaProcess.command(temporary, "vn.bantin.Main");
  }

  static BantinProcess start(Desk desk, String... arguments) throws IOException {
    return start(desk, Redirect.PIPE, List.of(), arguments);
  }

  /** Starts it with standard output to a file, so that it never waits for a reader. */
  static BantinProcess reporting(Path file, Desk desk, String... arguments) throws IOException {
    return start(desk, Redirect.to(file.toFile()), List.of(), arguments);
  }

  /** Starts it with a limit on the size of the files that it writes, in blocks of 1 KiB. */
  static BantinProcess limited(Desk desk, long blocks, String... arguments) throws IOException {
    String script = "ulimit -f " + blocks + " && exec \"$@\"";
    return start(desk, Redirect.PIPE, List.of("bash", "-c", script, "bash"), arguments);
  }

  private static BantinProcess start(
      Desk desk, Redirect output, List<String> before, String... arguments) throws IOException {
    Path temporary = Files.createDirectories(desk.folder().resolve("tmp"));
    List<String> words = new ArrayList<>(before);
    words.addAll(command(temporary));
    words.addAll(List.of(arguments));
    Path errors = Files.createTempFile(temporary, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(output).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BANTIN_"));
    builder.environment().putAll(desk.environment());
    return new BantinProcess(builder.start(), errors);
  }

  /** Standard output. */
  BufferedReader reader() {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** Waits until it ends by itself. */
  Outcome outcome() throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(await(PATIENCE), out, errors());
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, as {@code kill} does. */
  void terminate() {
    process.destroy();
  }

  /** Waits for its end, and gives its exit code. */
  int await(Duration time) throws InterruptedException {
    assertThat(process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)).as("has ended").isTrue();
    return process.exitValue();
  }

  /** Whether it ends within the given time. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

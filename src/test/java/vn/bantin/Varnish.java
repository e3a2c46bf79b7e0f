package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Varnish on a free port, with a folder of its own; it ends with the test. */
final class Varnish implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final Process process;
  private final int port;

  private Varnish(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    await()
        .atMost(PATIENCE)
        .until(() -> process.isAlive() && run("varnishadm", "debug.listen_address").isDone());
    // Such as: a0 127.0.0.1 34315
    String address = administer("debug.listen_address").strip();
    this.port = Integer.parseInt(address.substring(address.lastIndexOf(' ') + 1));
  }

  /** Starts without a program: until {@link #load}, every request is refused. */
  static Varnish start(Path folder) throws IOException {
    List<String> command =
        List.of(
            "varnishd",
            "-F",
            "-j",
            "none",
            "-b",
            "none",
            "-a",
            "127.0.0.1:0",
            "-s",
            "malloc,32m",
            "-n",
            folder.resolve("varnish").toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("varnish.log").toFile())
            .start();
    try {
      return new Varnish(folder, process);
    } catch (RuntimeException | Error e) {
      process.destroyForcibly();
      throw new AssertionError(Files.readString(folder.resolve("varnish.log")), e);
    }
  }

  /** Where readers connect. */
  int port() {
    return port;
  }

  /** Goes by the program from now on. */
  void load(String vcl) throws IOException {
    Path file = Files.writeString(folder.resolve("bantin.vcl"), vcl);
    administer("vcl.load", "bantin", file.toString());
    administer("vcl.use", "bantin");
  }

  /** How often it has answered from its memory, or had to ask. */
  Count count() {
    return new Count(counter("MAIN.cache_hit"), counter("MAIN.cache_miss"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String administer(String... words) {
    Outcome outcome = run("varnishadm", words);
    assertThat(outcome.isDone()).as(outcome.printed()).isTrue();
    return outcome.printed();
  }

  // Such as: MAIN.cache_hit    12    1.50 Cache hits
  private long counter(String name) {
    String line = run("varnishstat", "-1", "-f", name).printed().strip();
    return Long.parseLong(line.split(" +", 3)[1]);
  }

  private Outcome run(String program, String... words) {
    List<String> command = new ArrayList<>(List.of(program, "-n", "" + folder.resolve("varnish")));
    command.addAll(List.of(words));
    try {
      Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(run.waitFor() == 0, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private record Outcome(boolean isDone, String printed) {}

  /**
   * Answers from memory and answers that were fetched.
   *
   * @param hits from memory
   * @param misses fetched
   */
  record Count(long hits, long misses) {

    /** What came since an earlier count. */
    Count since(Count before) {
      return new Count(hits - before.hits, misses - before.misses);
    }

    double hitRate() {
      return (double) hits / (hits + misses);
    }
  }
}

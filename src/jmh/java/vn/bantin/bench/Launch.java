package vn.bantin.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the packaged server is started.
 *
 * @param launcher its script
 * @param feeds the newsroom
 * @param data where the store is
 * @param javaOptions for the virtual machine
 * @param options more options of {@code serve}
 * @param pinned whether to the servers' core
 */
record Launch(
    Path launcher,
    Path feeds,
    Path data,
    String javaOptions,
    List<String> options,
    boolean pinned) {

  /** Where the build leaves it. */
  static final Path PACKAGED = Path.of("target/bantin/bin/bantin");

  /** The public address. */
  static final String BASE = "https://feeds.songmay.example";

  Launch {
    options = List.copyOf(options);
  }

  /** The newsroom that comes along. */
  static Launch samples(Path data, String javaOptions) {
    return new Launch(PACKAGED, Path.of("feeds"), data, javaOptions, List.of(), false);
  }

  ProcessBuilder on(int port, List<String> more) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(launcher.toAbsolutePath().toString(), "serve"));
    command.addAll(List.of("--feeds", feeds.toString(), "--data", data.toString()));
    command.addAll(List.of("--listen", "127.0.0.1:" + port));
    command.addAll(List.of("--admin-listen", "127.0.0.1:0"));
    // Another address would be another look of every feed, and so a write to the store.
    command.addAll(List.of("--base-url", BASE));
    command.addAll(options);
    command.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(pinned ? Children.onServersCore(command) : command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("BANTIN_JAVA_OPTS", javaOptions);
    // All load comes from one address: it is counted as always, and never too much.
    builder.environment().put("BANTIN_CLIENT_BUDGET", "9999999/s");
    return builder;
  }
}

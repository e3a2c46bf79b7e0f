package vn.bantin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Other programs: run to their end, found, pinned to a core, stopped. */
final class Children {

  /** Where the servers run. */
  static final int SERVERS_CORE = 0;

  /** Where everything runs that puts load on them. */
  static final int LOAD_CORE = 1;

  private static final long PATIENCE = 30;

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroy)));
  }

  private Children() {}

  /** Whether there is such a program. */
  static boolean isThere(String program) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
    for (String folder : path.split(":")) {
      if (Files.isExecutable(Path.of(folder).resolve(program))) {
        return true;
      }
    }
    return false;
  }

  /** The command, on the core of the servers. */
  static List<String> onServersCore(List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", "" + SERVERS_CORE));
    pinned.addAll(command);
    return pinned;
  }

  /** Moves this virtual machine, and all that it starts from now on, to the core of the load. */
  static void moveToLoadCore() throws IOException, InterruptedException {
    String self = Long.toString(ProcessHandle.current().pid());
    run(List.of("taskset", "-a", "-p", "-c", "" + LOAD_CORE, self));
  }

  /**
   * What a program says, on both outputs.
   *
   * @throws IOException if it fails
   */
  static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.getFirst() + " failed: " + said);
    }
    return said;
  }

  /** Starts a program that ends with this virtual machine at the latest. */
  static Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    RUNNING.add(process);
    return process;
  }

  /** Ends a program, kindly at first. */
  static void stop(Process process) {
    RUNNING.remove(process);
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory that a whole server takes from its heap for an answer: what is in use after a shot and
 * was not before, and what collections took away meanwhile.
 */
final class Allocation {

  private static final Pattern COLLECTED = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\(");
  private static final Duration SHOT = Duration.ofSeconds(2);

  private Allocation() {}

  /** What a server must be started with. */
  static String javaOption(Path log) {
    return "-Xlog:gc:file=" + log;
  }

  /** Bytes for an answer. */
  static double measure(Bout.Side side, int connections, Path log)
      throws IOException, InterruptedException {
    long pid = side.server().pid();
    long before = Jcmd.heap(pid);
    long collectedBefore = collected(log);
    Shot shot = side.generator().shoot(side.request(), connections, SHOT);
    long collected = collected(log) - collectedBefore;
    long after = Jcmd.heap(pid);
    return (double) (after - before + collected) / Math.max(1, shot.answers());
  }

  private static long collected(Path log) throws IOException {
    Matcher collection = COLLECTED.matcher(Files.readString(log));
    long megabytes = 0;
    while (collection.find()) {
      megabytes += Long.parseLong(collection.group(1)) - Long.parseLong(collection.group(2));
    }
    return megabytes * 1024 * 1024;
  }
}

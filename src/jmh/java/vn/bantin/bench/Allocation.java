package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

  /** Bytes for an answer; what the server takes in the same time without a request is left out. */
  static double measure(Bout.Side side, int connections, Path log)
      throws IOException, InterruptedException {
    long pid = side.server().pid();
    long start = taken(pid, log);
    TimeUnit.MILLISECONDS.sleep(SHOT.toMillis());
    long idle = taken(pid, log);
    Shot shot = side.generator().shoot(side.request(), connections, SHOT);
    long busy = taken(pid, log);
    double bytes = (busy - idle) - (idle - start);
    return Math.max(0, bytes / Math.max(1, shot.answers()));
  }

  private static long taken(long pid, Path log) throws IOException, InterruptedException {
    long inUse = Jcmd.heap(pid);
    return inUse + collected(log);
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

package vn.bantin.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many files, of which a connection is one, the system lets this process have open. */
final class OpenFiles {

  private static final Path OWN_LIMITS = Path.of("/proc/self/limits");
  private static final Pattern LINE = Pattern.compile("Max open files +([0-9]{1,9}) .*");

  /**
   * Files that are open beside the readers' connections: libraries, database, health checks, and
   * the large bodies of each I/O thread.
   */
  static final int OTHERS = 200 + BodyFiles.MOST * Runtime.getRuntime().availableProcessors();

  private OpenFiles() {}

  /** How many connections there can be; no limit where none is known. */
  static int connections() {
    try {
      return Files.isReadable(OWN_LIMITS)
          ? connections(Files.readAllLines(OWN_LIMITS))
          : Integer.MAX_VALUE;
    } catch (IOException _) {
      return Integer.MAX_VALUE;
    }
  }

  // Not from the management beans: to load them takes a tenth of the whole start. The virtual
  // machine has raised the soft limit, which stands first, to the hard one.
  static int connections(List<String> limits) {
    for (String limit : limits) {
      Matcher line = LINE.matcher(limit);
      if (line.matches()) {
        return Math.max(1, Integer.parseInt(line.group(1)) - OTHERS);
      }
    }
    return Integer.MAX_VALUE;
  }
}

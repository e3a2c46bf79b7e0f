package vn.bantin.cli;

import java.net.BindException;

/** What to say to a person when something below broke. */
final class Failure {

  private Failure() {}

  /** One line: what failed, why at the bottom, and what to do where that is known. */
  static String describe(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = message(failure);
    String why = message(root);
    String line = said.contains(why) ? said : said + ": " + why;
    return line + hint(root, why);
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static String hint(Throwable root, String why) {
    if (root instanceof BindException) {
      return " (is another server running? choose other ports with --listen and --admin-listen)";
    }
    if (why.contains("SQLITE_FULL")) {
      return " (make room on the disk and repeat the command: nothing half-done is stored)";
    }
    if (why.contains("SQLITE_BUSY")) {
      return " (another process holds the database; repeat the command)";
    }
    if (why.contains("SQLITE_NOTADB") || why.contains("SQLITE_CORRUPT")) {
      return " (the file is no intact database; look at --data or --database)";
    }
    return "";
  }
}

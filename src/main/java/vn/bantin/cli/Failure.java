package vn.bantin.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import vn.bantin.store.StoreException;

/** What to say to a person when something below broke. */
final class Failure {

  private static final Pattern CLASS_NAME = Pattern.compile("^(?:[a-z]\\w*\\.)+[\\w$]+: ");
  private static final String ADDRESSES = "--listen, --tls-listen and --admin-listen";
  private static final String DATABASE = "--data or --database";

  private Failure() {}

  /** One line: what failed, why at the bottom, and what to do. */
  static String describe(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = why(root);
    String line = failure instanceof StoreException ? said(failure) + ": " + why : why;
    return line + " (" + hint(root, why) + ")";
  }

  private static String why(Throwable root) {
    return switch (root) {
      case UnknownHostException _ -> "unknown host " + said(root);
      case UnresolvedAddressException _ -> "unknown host";
      case AccessDeniedException _ -> "no permission for " + said(root);
      case NoSuchFileException _ -> "cannot make " + said(root);
      case FileAlreadyExistsException _ -> said(root) + " is no folder";
      default -> said(root);
    };
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : CLASS_NAME.matcher(message).replaceFirst("").strip().replaceAll("\\s+", " ");
  }

  private static String hint(Throwable root, String why) {
    if (why.startsWith("No native library found")) {
      return "the database's driver could not be unpacked: make room in the temporary folder, and"
          + " allow programs to be run from there";
    }
    return switch (root) {
      case BindException _ ->
          "is another server running there, and is the address this machine's? Choose others with "
              + ADDRESSES;
      case UnknownHostException _, UnresolvedAddressException _ -> "look at " + ADDRESSES;
      case FileNotFoundException _ ->
          "the first import or serve makes it; if there was one, look at " + DATABASE;
      case SQLException _ -> database(why);
      case IOException _ -> "make a folder there that you may write to, or look at " + DATABASE;
      default -> "this is a fault in Bantin itself: please report it with the command you gave";
    };
  }

  private static String database(String why) {
    if (why.contains("SQLITE_IOERR")) {
      return "the disk is full or broken: look at it, then repeat the command: nothing half-done is"
          + " stored";
    }
    if (why.contains("SQLITE_FULL")) {
      return "make room on the disk and repeat the command: nothing half-done is stored";
    }
    if (why.contains("SQLITE_BUSY")) {
      return "another process holds the database; repeat the command";
    }
    if (why.contains("SQLITE_NOTADB") || why.contains("SQLITE_CORRUPT")) {
      return "the file is no intact database; look at " + DATABASE;
    }
    if (why.contains("SQLITE_CANTOPEN") || why.contains("SQLITE_READONLY")) {
      return "it must be a file that you may write to, in a folder that you may write to; look at "
          + DATABASE;
    }
    return "look at " + DATABASE;
  }
}

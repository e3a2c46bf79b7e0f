package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Bantin's own answers as files: what nginx serves. */
final class Mirror {

  // What is asked for again is compressed better in the background, also after a restart.
  private static final Duration SETTLED = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final List<String> GZIP = List.of("Accept-Encoding: gzip");

  private Mirror() {}

  /**
   * Fetches feeds from Bantin.
   *
   * @param folder of nginx
   * @return what was fetched, for people
   */
  static String fetch(PackagedServer bantin, Path folder, List<String> paths)
      throws IOException, InterruptedException {
    StringBuilder sizes = new StringBuilder();
    for (String path : paths) {
      Path file = folder.resolve("files" + path);
      Path coded = file.resolveSibling(file.getFileName() + ".gz");
      Files.createDirectories(file.getParent());
      get(bantin, path, List.of(), file);
      settle(bantin, path, coded);
      sizes.append(
          String.format(
              Locale.ROOT,
              "%s: %,d bytes, %,d in gzip%n",
              path,
              Files.size(file),
              Files.size(coded)));
    }
    return sizes.toString();
  }

  /** Refuses to measure servers that answer differently, and go on to do so. */
  static void compare(Contender one, Contender other, Path folder, List<String> paths)
      throws IOException, InterruptedException {
    for (String path : paths) {
      for (List<String> headers : List.of(List.<String>of(), GZIP)) {
        long start = System.nanoTime();
        while (!isSame(one, other, folder, path, headers)) {
          if (System.nanoTime() - start > PATIENCE.toNanos()) {
            throw new IOException("the servers' answers for " + path + " differ " + headers);
          }
          LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
      }
    }
  }

  private static boolean isSame(
      Contender one, Contender other, Path folder, String path, List<String> headers)
      throws IOException, InterruptedException {
    Path first = get(one, path, headers, folder.resolve("first"));
    Path second = get(other, path, headers, folder.resolve("second"));
    return Files.mismatch(first, second) < 0;
  }

  private static void settle(PackagedServer bantin, String path, Path coded)
      throws IOException, InterruptedException {
    long size = -1;
    long since = System.nanoTime();
    while (System.nanoTime() - since < SETTLED.toNanos()) {
      get(bantin, path, GZIP, coded);
      if (Files.size(coded) != size) {
        size = Files.size(coded);
        since = System.nanoTime();
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static Path get(Contender server, String path, List<String> headers, Path file)
      throws IOException, InterruptedException {
    Curl.get(new Request(server.listener(), "GET", server.url(path), headers), file);
    return file;
  }
}

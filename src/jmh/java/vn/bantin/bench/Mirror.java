package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Bantin's own answers as files: what nginx serves. */
final class Mirror {

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
      Request plain = new Request(bantin.listener(), "GET", bantin.url(path), List.of());
      Curl.get(plain, file);
      Curl.get(
          new Request(plain.listener(), "GET", plain.url(), List.of("Accept-Encoding: gzip")),
          coded);
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

  /** Refuses to measure servers that answer differently. */
  static void compare(Contender one, Contender other, Path folder, List<String> paths)
      throws IOException, InterruptedException {
    for (String path : paths) {
      for (List<String> headers : List.of(List.<String>of(), List.of("Accept-Encoding: gzip"))) {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Curl.get(new Request(one.listener(), "GET", one.url(path), headers), first);
        Curl.get(new Request(other.listener(), "GET", other.url(path), headers), second);
        if (Files.mismatch(first, second) >= 0) {
          throw new IOException("the servers' answers for " + path + " differ " + headers);
        }
      }
    }
  }
}

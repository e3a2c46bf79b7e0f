package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One request by curl, which speaks whatever the listeners do. */
final class Curl {

  private Curl() {}

  /**
   * Asks once.
   *
   * @param body takes the answer's body, not decoded
   * @return the lines of its head
   */
  static List<String> get(Request request, Path body) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("curl", "-sSk", "-D", "-"));
    command.addAll(List.of("-o", body.toString()));
    if (request.listener() == Listener.H2C) {
      command.add("--http2-prior-knowledge");
    }
    request.headers().forEach(header -> command.addAll(List.of("-H", header)));
    command.add(request.url());
    return Children.run(command).lines().toList();
  }

  /** A header's value. */
  static String header(List<String> head, String name) throws IOException {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return head.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .findFirst()
        .map(line -> line.substring(start.length()).strip())
        .orElseThrow(() -> new IOException("no " + name + " in " + head));
  }
}

package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by {@code wrk}: HTTP/1.1, in clear text or over TLS. It cannot do HEAD. */
final class Wrk implements Generator {

  private static final Pattern COUNT = Pattern.compile("(\\d+) requests in ");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern BAD =
      Pattern.compile("Non-2xx or 3xx responses: .*|Socket errors: .*");

  private final List<String> script;
  private final List<String> scriptWords;

  Wrk() {
    this.script = List.of();
    this.scriptWords = List.of();
  }

  /**
   * Asks for what a script says.
   *
   * @param script in Lua
   * @param input what the script reads
   */
  Wrk(Path script, Path input) {
    this.script = List.of("-s", script.toString());
    this.scriptWords = List.of("--", input.toString());
  }

  @Override
  public Shot shoot(Request request, int connections, Duration duration)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("env", TlsClient.variable(), "wrk", "-t1"));
    command.addAll(List.of("-c" + connections, "-d" + duration.toSeconds()));
    request.headers().forEach(header -> command.addAll(List.of("-H", header)));
    command.addAll(script);
    command.add(request.url());
    command.addAll(scriptWords);
    String said = Children.run(command);
    Matcher bad = BAD.matcher(said);
    return new Shot(
        Long.parseLong(found(COUNT, said)),
        Double.parseDouble(found(RATE, said)),
        bad.find() ? bad.group() : "");
  }

  static String found(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException(pattern + " is not in: " + text);
    }
    return matcher.group(1);
  }
}

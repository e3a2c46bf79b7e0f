package vn.bantin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Load by {@code h2load}: HTTP/2 in clear text, four requests at once on a connection. */
final class H2load implements Generator {

  private static final int STREAMS = 4;
  private static final Pattern RATE = Pattern.compile("finished in \\S+, ([0-9.]+) req/s");
  private static final Pattern GOOD = Pattern.compile("(\\d+) succeeded");
  private static final Pattern BAD =
      Pattern.compile("\\b[1-9]\\d* (failed|errored|timeout|4xx|5xx)");

  @Override
  public Shot shoot(Request request, int connections, Duration duration)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("h2load", "-t1", "-m" + STREAMS));
    command.addAll(List.of("-c" + connections / STREAMS, "-D" + duration.toSeconds()));
    request.headers().forEach(header -> command.addAll(List.of("-H", header)));
    command.add(request.url());
    String said = Children.run(command);
    List<String> trouble = BAD.matcher(said).results().map(MatchResult::group).toList();
    return new Shot(
        Long.parseLong(Wrk.found(GOOD, said)),
        Double.parseDouble(Wrk.found(RATE, said)),
        String.join(", ", trouble));
  }
}

package vn.bantin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many requests the packaged server answers in a second, by {@code wrk} on the same machine.
 * The kinds take turns, so that a busy moment meets them all.
 */
final class Load {

  private static final int ROUNDS = 3;
  private static final String FEED = "/feeds/moi-nhat.atom";
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern SLOWEST = Pattern.compile("99%\\s+(\\S+)");
  private static final Pattern BAD =
      Pattern.compile("Non-2xx or 3xx responses: .*|Socket errors: .*");

  private Load() {}

  /** Whether {@code wrk} is on the path. */
  static boolean isPossible() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(":")) {
      if (Files.isExecutable(Path.of(folder).resolve("wrk"))) {
        return true;
      }
    }
    return false;
  }

  // Not HEAD: wrk waits for the body whose length it was told.
  static List<Row> measure(PackagedServer server) throws IOException, InterruptedException {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("304 by If-None-Match", List.of("-H", "If-None-Match: " + tag(server)));
    kinds.put("200 gzip", List.of("-H", "Accept-Encoding: gzip"));
    kinds.put("200 identity", List.of());
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    Map<String, String> notes = new LinkedHashMap<>();
    wrk(server, kinds.get("200 gzip"));
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
        String said = wrk(server, kind.getValue());
        rates
            .computeIfAbsent(kind.getKey(), k -> new ArrayList<>())
            .add(Double.valueOf(found(RATE, said, 1)));
        notes.put(kind.getKey(), "last round: 99% within " + found(SLOWEST, said, 1) + bad(said));
      }
    }
    List<Row> rows = new ArrayList<>();
    rates.forEach((kind, perSecond) -> {
      String spread =
          String.format(
              Locale.ROOT,
              "median of %d, least %,.0f, most %,.0f; ",
              ROUNDS,
              Collections.min(perSecond),
              Collections.max(perSecond));
      rows.add(new Row(kind, StartUp.median(perSecond), "req/s", spread + notes.get(kind)));
    });
    return rows;
  }

  private static String tag(PackagedServer server) throws IOException {
    return server
        .head(FEED)
        .lines()
        .filter(line -> line.startsWith("ETag: "))
        .findFirst()
        .map(line -> line.substring("ETag: ".length()))
        .orElseThrow();
  }

  private static String wrk(PackagedServer server, List<String> options)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("wrk", "-t1", "-c32", "-d3s", "--latency"));
    words.addAll(options);
    words.add(server.url(FEED));
    Process wrk = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (wrk.waitFor() != 0) {
      throw new IOException("wrk failed: " + said);
    }
    return said;
  }

  private static String bad(String said) {
    String bad = found(BAD, said, 0);
    return bad == null ? "" : "; " + bad;
  }

  private static @Nullable String found(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(group) : null;
  }
}

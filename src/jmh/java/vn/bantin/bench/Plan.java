package vn.bantin.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to measure, and how long.
 *
 * @param rows keys of rows; none means all
 * @param rounds shots at each server; of a {@link Latency}, thirty pairs of quarter seconds
 * @param duration of a shot, in whole seconds
 * @param warmUps the most shots before those that count
 * @param articles how many the rows of {@link Scale} have at most
 * @param stores where their stores are filled and kept; null to fill them anew each time
 * @param launcher of the server to measure
 * @param javaOptions for its virtual machine
 * @param options more options of {@code serve}
 */
record Plan(
    List<String> rows,
    int rounds,
    Duration duration,
    int warmUps,
    int articles,
    @Nullable Path stores,
    Path launcher,
    String javaOptions,
    List<String> options) {

  /** What {@link #of} takes. */
  static final String USAGE =
      """
      --rows KEY,KEY      only these rows
      --rounds N          shots at each server (5); for a row p99-…, 30 pairs of 1/4 s each
      --seconds N         how long a shot is (2), but for a row p99-…
      --warm-ups N        at most so many shots of 2 s before those that count (8)
      --articles N        the most that a row scale-… has in its store (1000000)
      --stores FOLDER     keeps the stores of these rows for the next time
      --launcher FILE     the server to measure (target/bantin/bin/bantin)
      --java-options "…"  for its virtual machine
      --serve "…"         more options of its command serve
      """;

  Plan {
    rows = List.copyOf(rows);
    options = List.copyOf(options);
  }

  /** Reads the words of a command line. */
  static Plan of(List<String> words) {
    List<String> rows = new ArrayList<>();
    int rounds = 5;
    int seconds = 2;
    int warmUps = 8;
    int articles = 1_000_000;
    Path stores = null;
    Path launcher = Launch.PACKAGED;
    String javaOptions = "";
    List<String> options = List.of();
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String flag = rest.next();
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(flag + " lacks a value\n" + USAGE);
      }
      String value = rest.next();
      switch (flag) {
        case "--rows" -> rows.addAll(List.of(value.split(",")));
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--seconds" -> seconds = Integer.parseInt(value);
        case "--warm-ups" -> warmUps = Integer.parseInt(value);
        case "--articles" -> articles = Integer.parseInt(value);
        case "--stores" -> stores = Path.of(value);
        case "--launcher" -> launcher = Path.of(value);
        case "--java-options" -> javaOptions = value;
        case "--serve" -> options = List.of(value.strip().split(" +"));
        default -> throw new IllegalArgumentException("no option " + flag + "\n" + USAGE);
      }
    }
    Duration duration = Duration.ofSeconds(seconds);
    return new Plan(
        rows, rounds, duration, warmUps, articles, stores, launcher, javaOptions, options);
  }

  boolean wants(String row) {
    return rows.isEmpty() || rows.contains(row);
  }

  /** Whether the row is not only wanted among all others. */
  boolean names(String row) {
    return rows.contains(row);
  }

  /**
   * How the server is started.
   *
   * @param moreJavaOptions beside those that were asked for
   */
  Launch launch(BenchNewsroom newsroom, String moreJavaOptions) {
    String all = (javaOptions + " " + moreJavaOptions).strip();
    return new Launch(launcher, newsroom.feeds(), newsroom.data(), all, options, true);
  }
}

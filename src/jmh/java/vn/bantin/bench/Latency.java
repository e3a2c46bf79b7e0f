package vn.bantin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How long the slowest of a hundred requests takes, at the same rate for both servers: 70 % of what
 * the slower one can answer at most, or this generator can ask.
 *
 * <p>The servers take turns of a quarter of a second, because what else the machine does in a
 * moment holds one answer in a hundred up by more than either server needs: such a moment meets one
 * pair, or both halves of it. The rate is found anew after every few pairs. Where others share the
 * machine, the memory that large bodies are copied through is at times half as fast, and 70 % of a
 * good moment is more than all of a bad one.
 *
 * @param perSecond the rate
 * @param ratio ours by that of nginx
 * @param nginx microseconds
 * @param ours microseconds
 */
record Latency(
    String key,
    String title,
    Quartiles perSecond,
    Quartiles ratio,
    Quartiles nginx,
    Quartiles ours,
    String note)
    implements Outcome {

  private static final double TARGET = 1.3;
  private static final double LOAD = 0.7;
  private static final int RATES_IN_A_ROUND = 8;
  private static final int PAIRS_AT_A_RATE = 5;

  /** The row's name on the command line. */
  static String key(Case what) {
    return "p99-" + what.key();
  }

  static Latency measure(Case what, Contender nginx, Contender bantin, Plan plan)
      throws IOException, InterruptedException {
    Caller caller = new Caller(false);
    Bout.Side theirs = new Bout.Side(nginx, caller, what.ask().to(nginx));
    Bout.Side ours = new Bout.Side(bantin, caller, what.ask().to(bantin));
    new Bout(theirs, ours, what.connections()).warmUp(plan);
    try (PacedCaller toNginx = new PacedCaller(theirs.request(), what.connections());
        PacedCaller toBantin = new PacedCaller(ours.request(), what.connections())) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < plan.rounds() * RATES_IN_A_ROUND; i++) {
        double perSecond = LOAD * Math.min(toNginx.saturate(), toBantin.saturate());
        for (int j = 0; j < PAIRS_AT_A_RATE; j++) {
          pairs.add(new Pair(perSecond, toNginx.pace(perSecond), toBantin.pace(perSecond)));
        }
      }
      return new Latency(
          key(what),
          "p99 at 70 %: " + what.title(),
          quartiles(pairs, Pair::perSecond),
          quartiles(pairs, Pair::ratio),
          quartiles(pairs, pair -> pair.nginx().micros()),
          quartiles(pairs, pair -> pair.ours().micros()),
          note(pairs, toNginx.trouble() + toBantin.trouble()));
    }
  }

  private static Quartiles quartiles(List<Pair> pairs, Function<Pair, Double> figure) {
    return Quartiles.of(pairs.stream().map(figure).toList());
  }

  private static String note(List<Pair> pairs, long trouble) {
    List<String> notes = new ArrayList<>();
    notes.add(pairs.size() + " pairs, quartiles in brackets");
    long nginx = pairs.stream().filter(pair -> !pair.nginx().punctual()).count();
    long ours = pairs.stream().filter(pair -> !pair.ours().punctual()).count();
    if (nginx + ours > 0) {
      notes.add("the rate not held in %d of nginx, %d of ours".formatted(nginx, ours));
    }
    if (trouble > 0) {
      notes.add("FAILED: " + trouble + " answers");
    }
    return String.join("; ", notes);
  }

  /** Both servers at one rate, one after the other. */
  private record Pair(double perSecond, PacedCaller.Window nginx, PacedCaller.Window ours) {

    double ratio() {
      return ours.micros() / nginx.micros();
    }
  }

  /** What a quarter, a half and three quarters of the values do not exceed. */
  record Quartiles(double lower, double median, double upper) {

    static Quartiles of(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int size = sorted.size();
      return new Quartiles(
          sorted.get(size / 4), StartUp.median(sorted), sorted.get(size - 1 - size / 4));
    }

    String format(String number, String unit) {
      String all = "%s (%s–%s)%s".formatted(number, number, number, unit);
      return String.format(Locale.ROOT, all, median, lower, upper);
    }
  }

  @Override
  public List<String> cells() {
    String rate = String.format(Locale.ROOT, "%,.0f", perSecond.median());
    return List.of(
        key,
        title,
        "≤ " + TARGET,
        ratio.format("%.2f", ""),
        nginx.format("%,.0f", " µs"),
        ours.format("%,.0f", " µs"),
        rate,
        rate,
        "",
        note);
  }
}

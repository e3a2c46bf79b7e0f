package vn.bantin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How long the slowest of a hundred requests takes, at the same rate for both servers: 70 % of what
 * the slower one can answer at most, or this generator can ask.
 *
 * <p>The servers take turns of a quarter of a second. Whatever else the machine does holds more
 * than one answer in a hundred up by more than either server needs, and such a moment spoils one
 * pair of many instead of a whole round of one server; the ratio is the median of the pairs. What
 * holds a server up more rarely shows in the note, where all requests count together.
 *
 * <p>The rate is found anew after some pairs. Where others share the machine, the memory that large
 * bodies are copied through is at times half as fast, and 70 % of a good moment is more than all of
 * a bad one.
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
  private static final int SATURATIONS = 3;
  private static final int RATES_IN_A_ROUND = 3;
  private static final int PAIRS_AT_A_RATE = 10;

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
        double perSecond = LOAD * atMost(toNginx, toBantin);
        for (int j = 0; j < PAIRS_AT_A_RATE; j += 2) {
          PacedCaller.Window nginxFirst = toNginx.pace(perSecond);
          pairs.add(new Pair(perSecond, nginxFirst, toBantin.pace(perSecond)));
          PacedCaller.Window oursFirst = toBantin.pace(perSecond);
          pairs.add(new Pair(perSecond, toNginx.pace(perSecond), oursFirst));
        }
      }
      return new Latency(
          key(what),
          "p99 at 70 %: " + what.title(),
          quartiles(pairs, Pair::perSecond),
          quartiles(pairs, Pair::ratio),
          quartiles(pairs, pair -> pair.nginx().micros()),
          quartiles(pairs, pair -> pair.ours().micros()),
          note(pairs, toNginx, toBantin));
    }
  }

  /** What the slower one answers in a second when it is asked without a rest. */
  private static double atMost(PacedCaller toNginx, PacedCaller toBantin) throws IOException {
    List<Double> nginx = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    for (int i = 0; i < SATURATIONS; i++) {
      nginx.add(toNginx.saturate());
      ours.add(toBantin.saturate());
    }
    return Math.min(StartUp.median(nginx), StartUp.median(ours));
  }

  private static Quartiles quartiles(List<Pair> pairs, Function<Pair, Double> figure) {
    return Quartiles.of(pairs.stream().map(figure).toList());
  }

  private static String note(List<Pair> pairs, PacedCaller toNginx, PacedCaller toBantin) {
    List<String> notes = new ArrayList<>();
    notes.add(pairs.size() + " pairs, quartiles in brackets");
    double nginx = toNginx.percentile99OfAll();
    double ours = toBantin.percentile99OfAll();
    notes.add(
        String.format(
            Locale.ROOT, "of all requests %,.0f and %,.0f µs: %.2f", nginx, ours, ours / nginx));
    List<Pair> punctual = pairs.stream().filter(Pair::isPunctual).toList();
    if (punctual.size() < pairs.size() && !punctual.isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "rate not held %d times by nginx, %d by ours; %.2f without these",
              count(pairs, pair -> !pair.nginx().punctual()),
              count(pairs, pair -> !pair.ours().punctual()),
              quartiles(punctual, Pair::ratio).median()));
    }
    long trouble = toNginx.trouble() + toBantin.trouble();
    if (trouble > 0) {
      notes.add("FAILED: " + trouble + " answers");
    }
    return String.join("; ", notes);
  }

  private static long count(List<Pair> pairs, Predicate<Pair> what) {
    return pairs.stream().filter(what).count();
  }

  /** Both servers at one rate, one after the other. */
  private record Pair(double perSecond, PacedCaller.Window nginx, PacedCaller.Window ours) {

    double ratio() {
      return ours.micros() / nginx.micros();
    }

    boolean isPunctual() {
      return nginx.punctual() && ours.punctual();
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

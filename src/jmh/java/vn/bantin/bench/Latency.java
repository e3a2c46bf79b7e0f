package vn.bantin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the slowest of a hundred requests takes, at the same rate for both servers: 70 % of what
 * the slower one can answer at most.
 *
 * @param perSecond the rate
 * @param nginx microseconds, median of the rounds
 * @param ours microseconds, median of the rounds
 */
record Latency(String key, String title, double perSecond, double nginx, double ours, String note)
    implements Outcome {

  private static final double TARGET = 1.3;
  private static final double LOAD = 0.7;

  /** The row's name on the command line. */
  static String key(Case what) {
    return "p99-" + what.key();
  }

  static Latency measure(Case what, Contender nginx, Contender bantin, Plan plan)
      throws IOException, InterruptedException {
    Request toNginx = what.ask().to(nginx);
    Request toBantin = what.ask().to(bantin);
    Caller caller = new Caller(false);
    int connections = what.connections();
    caller.shoot(toBantin, connections, plan.duration());
    double most =
        Math.min(
            caller.shoot(toNginx, connections, plan.duration()).perSecond(),
            caller.shoot(toBantin, connections, plan.duration()).perSecond());
    List<Double> theirs = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    long trouble = 0;
    for (int round = 0; round < plan.rounds(); round++) {
      PacedCaller first = new PacedCaller(LOAD * most);
      theirs.add(first.call(toNginx, connections, plan.duration()));
      PacedCaller second = new PacedCaller(LOAD * most);
      ours.add(second.call(toBantin, connections, plan.duration()));
      trouble += first.trouble() + second.trouble();
    }
    return new Latency(
        key(what),
        "p99 at 70 %: " + what.title(),
        LOAD * most,
        StartUp.median(theirs),
        StartUp.median(ours),
        spread("nginx", theirs)
            + ", "
            + spread("ours", ours)
            + (trouble == 0 ? "" : "; FAILED: " + trouble));
  }

  @Override
  public List<String> cells() {
    return List.of(
        key,
        title,
        "≤ " + TARGET,
        String.format(Locale.ROOT, "%.2f", ours / nginx),
        String.format(Locale.ROOT, "%,.0f µs", nginx),
        String.format(Locale.ROOT, "%,.0f µs", ours),
        String.format(Locale.ROOT, "%,.0f", perSecond),
        String.format(Locale.ROOT, "%,.0f", perSecond),
        "",
        note);
  }

  private static String spread(String who, List<Double> micros) {
    List<Double> sorted = micros.stream().sorted().toList();
    return String.format(Locale.ROOT, "%s %,.0f–%,.0f", who, sorted.getFirst(), sorted.getLast());
  }
}

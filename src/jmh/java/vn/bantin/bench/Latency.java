package vn.bantin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the slowest of a hundred requests takes, at the same rate for both servers: 70 % of what
 * the slower one can answer at most, or this generator can ask.
 *
 * @param perSecond the rate
 * @param nginx microseconds, median of the quarters of a second
 * @param ours microseconds, median of the quarters of a second
 */
record Latency(String key, String title, double perSecond, double nginx, double ours, String note)
    implements Outcome {

  private static final double TARGET = 1.3;
  private static final double LOAD = 0.7;
  private static final double HELD = 0.98;

  /** The row's name on the command line. */
  static String key(Case what) {
    return "p99-" + what.key();
  }

  static Latency measure(Case what, Contender nginx, Contender bantin, Plan plan)
      throws IOException, InterruptedException {
    Caller caller = new Caller(false);
    Bout.Side theirs = new Bout.Side(nginx, caller, what.ask().to(nginx));
    Bout.Side ours = new Bout.Side(bantin, caller, what.ask().to(bantin));
    Bout bout = new Bout(theirs, ours, what.connections());
    bout.warmUp(plan);
    Rounds saturated = bout.once(plan);
    double perSecond =
        LOAD
            * Math.min(
                saturated.first().getFirst().shot().perSecond(),
                saturated.second().getFirst().shot().perSecond());
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    long trouble = 0;
    long answers = 0;
    new PacedCaller(perSecond).call(theirs.request(), what.connections(), plan.duration());
    for (int round = 0; round < plan.rounds(); round++) {
      PacedCaller toNginx = new PacedCaller(perSecond);
      first.addAll(toNginx.call(theirs.request(), what.connections(), plan.duration()));
      PacedCaller toBantin = new PacedCaller(perSecond);
      second.addAll(toBantin.call(ours.request(), what.connections(), plan.duration()));
      trouble += toNginx.trouble() + toBantin.trouble();
      answers += toNginx.answers() + toBantin.answers();
    }
    List<String> notes = new ArrayList<>(List.of(spread("nginx", first), spread("ours", second)));
    notes.addAll(saturated.notes());
    double asked = 2 * plan.rounds() * plan.duration().toSeconds() * perSecond;
    if (answers < HELD * asked) {
      notes.add(
          String.format(Locale.ROOT, "the rate was not held: %.0f %%", 100 * answers / asked));
    }
    if (trouble > 0) {
      notes.add("FAILED: " + trouble + " answers");
    }
    return new Latency(
        key(what),
        "p99 at 70 %: " + what.title(),
        perSecond,
        StartUp.median(first),
        StartUp.median(second),
        String.join("; ", notes));
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

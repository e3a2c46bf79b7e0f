package vn.bantin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long the slowest of a hundred requests takes, at the same rate for both servers: 70 % of what
 * the slower one can answer at most, or this generator can ask.
 *
 * <p>What can be answered at most is found anew for each round. Where others share the machine, the
 * memory that large bodies are copied through is at times half as fast, and 70 % of a good moment
 * is more than all of a bad one.
 *
 * @param perSecond the rate, median of the rounds
 * @param ratio ours by that of nginx, median of the rounds
 * @param least the least ratio of a round
 * @param most the largest ratio of a round
 * @param nginx microseconds, median of the rounds
 * @param ours microseconds, median of the rounds
 */
record Latency(
    String key,
    String title,
    double perSecond,
    double ratio,
    double least,
    double most,
    double nginx,
    double ours,
    String note)
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
    List<Round> rounds = new ArrayList<>();
    for (int number = 0; number < plan.rounds(); number++) {
      rounds.add(round(bout, what.connections(), plan));
    }
    // Where the machine itself became slower than the rate, the queue is what was measured.
    List<Round> held = rounds.stream().filter(Round::isHeld).toList();
    List<Round> counted = held.isEmpty() ? rounds : held;
    List<Double> ratios = counted.stream().map(Round::ratio).toList();
    return new Latency(
        key(what),
        "p99 at 70 %: " + what.title(),
        StartUp.median(counted.stream().map(Round::perSecond).toList()),
        StartUp.median(ratios),
        Collections.min(ratios),
        Collections.max(ratios),
        StartUp.median(counted.stream().map(Round::nginx).toList()),
        StartUp.median(counted.stream().map(Round::ours).toList()),
        note(rounds));
  }

  private static Round round(Bout bout, int connections, Plan plan)
      throws IOException, InterruptedException {
    Rounds saturated = bout.once(plan);
    double perSecond =
        LOAD
            * Math.min(
                saturated.first().getFirst().shot().perSecond(),
                saturated.second().getFirst().shot().perSecond());
    PacedCaller toNginx = new PacedCaller(perSecond);
    List<Double> nginx = toNginx.call(bout.first().request(), connections, plan.duration());
    PacedCaller toBantin = new PacedCaller(perSecond);
    List<Double> ours = toBantin.call(bout.second().request(), connections, plan.duration());
    double asked = plan.duration().toSeconds() * perSecond;
    return new Round(
        perSecond,
        StartUp.median(nginx),
        StartUp.median(ours),
        toNginx.answers() / asked,
        toBantin.answers() / asked,
        toNginx.trouble() + toBantin.trouble());
  }

  private static String note(List<Round> rounds) {
    List<String> notes = new ArrayList<>();
    notes.add(spread("nginx", rounds.stream().map(Round::nginx).toList()));
    notes.add(spread("ours", rounds.stream().map(Round::ours).toList()));
    long nginx = rounds.stream().filter(round -> round.heldByNginx < HELD).count();
    long ours = rounds.stream().filter(round -> round.heldByOurs < HELD).count();
    if (nginx + ours > 0) {
      notes.add(
          "left out, the rate not held: nginx %d, ours %d of %d rounds"
              .formatted(nginx, ours, rounds.size()));
    }
    long trouble = rounds.stream().mapToLong(Round::trouble).sum();
    if (trouble > 0) {
      notes.add("FAILED: " + trouble + " answers");
    }
    return String.join("; ", notes);
  }

  /**
   * Both servers at one rate.
   *
   * @param perSecond the rate
   * @param nginx microseconds, median of the quarters of a second
   * @param ours the same
   * @param heldByNginx how much of the rate was answered in time
   * @param heldByOurs the same
   * @param trouble answers that were not as they should be
   */
  private record Round(
      double perSecond,
      double nginx,
      double ours,
      double heldByNginx,
      double heldByOurs,
      long trouble) {

    boolean isHeld() {
      return heldByNginx >= HELD && heldByOurs >= HELD;
    }

    double ratio() {
      return ours / nginx;
    }
  }

  @Override
  public List<String> cells() {
    return List.of(
        key,
        title,
        "≤ " + TARGET,
        String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", ratio, least, most),
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

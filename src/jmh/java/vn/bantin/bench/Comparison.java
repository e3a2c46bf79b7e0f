package vn.bantin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One row of the comparison with nginx.
 *
 * @param key its name on the command line
 * @param title its name for people
 * @param target the ratio that is asked for
 * @param ratio processor time of nginx for an answer divided by ours; null when nothing was
 *     measured
 * @param least the least ratio of a round
 * @param most the largest ratio of a round
 * @param nginx what nginx did
 * @param ours what Bantin did
 * @param note what to know of it
 */
record Comparison(
    String key,
    String title,
    double target,
    @Nullable Double ratio,
    double least,
    double most,
    Figures nginx,
    Figures ours,
    String note) {

  private static final double SATURATED = 0.95;
  private static final double DISTURBED = 0.15;

  /**
   * Medians of the rounds.
   *
   * @param micros of the processor for an answer
   * @param perSecond answers
   */
  record Figures(double micros, double perSecond) {

    static Figures of(List<Sample> samples) {
      return new Figures(
          median(samples, Sample::micros), median(samples, sample -> sample.shot().perSecond()));
    }
  }

  static Comparison of(Case what, List<Sample> theirs, List<Sample> ours) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(theirs.get(i).micros() / ours.get(i).micros());
    }
    Figures nginx = Figures.of(theirs);
    Figures bantin = Figures.of(ours);
    List<String> notes = new ArrayList<>();
    remark(notes, "nginx", theirs);
    remark(notes, "ours", ours);
    return new Comparison(
        what.key(),
        what.title(),
        what.target(),
        nginx.micros / bantin.micros,
        Collections.min(ratios),
        Collections.max(ratios),
        nginx,
        bantin,
        String.join("; ", notes));
  }

  /** A row without figures. */
  static Comparison none(Case what, String why) {
    Figures nothing = new Figures(0, 0);
    return new Comparison(
        what.key(), what.title(), what.target(), null, 0, 0, nothing, nothing, why);
  }

  /** All rows under each other, for people. */
  static String table(List<Comparison> rows) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%-13s %-27s %6s %6s %13s %9s %9s %9s %9s  %s%n",
            "row",
            "case",
            "target",
            "ratio",
            "(rounds)",
            "nginx µs",
            "ours µs",
            "nginx /s",
            "ours /s",
            "note"));
    rows.forEach(row -> table.append(row.line()));
    return table.toString();
  }

  private String line() {
    String start = String.format(Locale.ROOT, "%-13s %-27s %6.2f", key, title, target);
    if (ratio == null) {
      return start + "      –  " + note + "\n";
    }
    return String.format(
        Locale.ROOT,
        "%s %6.2f (%5.2f–%5.2f) %9.2f %9.2f %,9.0f %,9.0f  %s%n",
        start,
        ratio,
        least,
        most,
        nginx.micros,
        ours.micros,
        nginx.perSecond,
        ours.perSecond,
        note);
  }

  private static void remark(List<String> notes, String who, List<Sample> samples) {
    double generator = median(samples, Sample::generator);
    if (generator >= SATURATED) {
      notes.add(String.format(Locale.ROOT, "generator saturated by %s", who));
    }
    double others = median(samples, Sample::others);
    if (others >= DISTURBED) {
      notes.add(
          String.format(Locale.ROOT, "others used %.0f %% of a core (%s)", others * 100, who));
    }
    samples.stream()
        .map(sample -> sample.shot().trouble())
        .filter(trouble -> !trouble.isEmpty())
        .findFirst()
        .ifPresent(trouble -> notes.add("FAILED " + who + ": " + trouble));
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return StartUp.median(samples.stream().map(figure::applyAsDouble).toList());
  }
}

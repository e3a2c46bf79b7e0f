package vn.bantin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a bout, in order.
 *
 * @param first of the server that the other is measured by
 */
record Rounds(List<Sample> first, List<Sample> second) {

  private static final double SATURATED = 0.95;
  private static final double DISTURBED = 0.15;

  Rounds {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  /**
   * The row of the table.
   *
   * @param allocated bytes of heap for an answer; null when it was not measured
   */
  Comparison row(
      String key, String title, double target, @Nullable Double allocated, String remark) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      ratios.add(first.get(i).micros() / second.get(i).micros());
    }
    Comparison.Figures ones = Comparison.Figures.of(first);
    Comparison.Figures others = Comparison.Figures.of(second);
    List<String> notes = new ArrayList<>(remark.isEmpty() ? List.of() : List.of(remark));
    notes.addAll(notes());
    return new Comparison(
        key,
        title,
        target,
        ones.micros() / others.micros(),
        Collections.min(ratios),
        Collections.max(ratios),
        ones,
        others,
        allocated,
        String.join("; ", notes));
  }

  static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return StartUp.median(samples.stream().map(figure::applyAsDouble).toList());
  }

  /** What to know of them: what failed, and what disturbed. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (most(Sample::generator) >= SATURATED) {
      notes.add("generator saturated " + percents(Sample::generator));
    }
    if (most(Sample::others) >= DISTURBED) {
      notes.add("others used the cores " + percents(Sample::others));
    }
    trouble(notes, "nginx", first);
    trouble(notes, "ours", second);
    return notes;
  }

  private double most(ToDoubleFunction<Sample> figure) {
    return Math.max(median(first, figure), median(second, figure));
  }

  private String percents(ToDoubleFunction<Sample> figure) {
    return String.format(
        Locale.ROOT,
        "(nginx %.0f %%, ours %.0f %%)",
        median(first, figure) * 100,
        median(second, figure) * 100);
  }

  private static void trouble(List<String> notes, String who, List<Sample> samples) {
    samples.stream()
        .map(sample -> sample.shot().trouble())
        .filter(trouble -> !trouble.isEmpty())
        .findFirst()
        .ifPresent(trouble -> notes.add("FAILED " + who + ": " + trouble));
  }
}

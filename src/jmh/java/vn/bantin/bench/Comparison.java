package vn.bantin.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of the comparison with nginx.
 *
 * @param key its name on the command line
 * @param title its name for people
 * @param target the ratio that is asked for
 * @param ratio processor time of nginx for an answer divided by ours
 * @param least the least ratio of a round
 * @param most the largest ratio of a round
 * @param nginx what nginx did
 * @param ours what Bantin did
 * @param allocated bytes of heap that Bantin takes for an answer; null when it was not measured
 * @param note what to know of it
 */
record Comparison(
    String key,
    String title,
    double target,
    double ratio,
    double least,
    double most,
    Figures nginx,
    Figures ours,
    @Nullable Double allocated,
    String note)
    implements Outcome {

  /**
   * Medians of the rounds.
   *
   * @param micros of the processor for an answer
   * @param perSecond answers
   */
  record Figures(double micros, double perSecond) {

    static Figures of(List<Sample> samples) {
      return new Figures(
          Rounds.median(samples, Sample::micros),
          Rounds.median(samples, sample -> sample.shot().perSecond()));
    }
  }

  @Override
  public List<String> cells() {
    return List.of(
        key,
        title,
        String.format(Locale.ROOT, "≥ %.2f", target),
        String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", ratio, least, most),
        String.format(Locale.ROOT, "%.2f µs", nginx.micros),
        String.format(Locale.ROOT, "%.2f µs", ours.micros),
        String.format(Locale.ROOT, "%,.0f", nginx.perSecond),
        String.format(Locale.ROOT, "%,.0f", ours.perSecond),
        allocated == null ? "" : String.format(Locale.ROOT, "%,.0f", allocated),
        note);
  }
}

package vn.bantin.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured by itself.
 *
 * @param key what kind of thing
 * @param what was measured
 * @param value how much
 * @param unit of what
 * @param allocated bytes each time; null when it was not measured
 * @param note what to know of it
 */
record Row(
    String key, String what, double value, String unit, @Nullable Double allocated, String note)
    implements Outcome {

  @Override
  public List<String> cells() {
    String format = value < 100 ? "%,.2f %s" : "%,.0f %s";
    String result = String.format(Locale.ROOT, format, value, unit);
    String bytes = allocated == null ? "" : String.format(Locale.ROOT, "%,.0f", allocated);
    return List.of(key, what, "", result, "", "", "", "", bytes, note);
  }
}

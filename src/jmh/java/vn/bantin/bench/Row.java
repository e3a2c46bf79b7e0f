package vn.bantin.bench;

import java.util.List;
import java.util.Locale;

/**
 * One measured thing.
 *
 * @param what what was measured
 * @param value how much
 * @param unit of what
 * @param note what to know of it
 */
public record Row(String what, double value, String unit, String note) {

  /** All rows under each other, for people. */
  static String table(List<Row> rows) {
    int width = rows.stream().mapToInt(row -> row.what.length()).max().orElse(0);
    StringBuilder table = new StringBuilder();
    for (Row row : rows) {
      String format = row.value < 100 ? "%,.2f" : "%,.0f";
      table.append(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %12s %-10s %s%n",
              row.what,
              String.format(Locale.ROOT, format, row.value),
              row.unit,
              row.note));
    }
    return table.toString();
  }
}

package vn.bantin.bench;

import java.util.ArrayList;
import java.util.List;

/** One row of the comparison. */
interface Outcome {

  /** What stands in each column. */
  List<String> cells();

  /** All rows under each other, for people. */
  static String table(List<? extends Outcome> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "row",
            "case",
            "target",
            "result",
            "nginx",
            "ours",
            "nginx /s",
            "ours /s",
            "B/answer",
            "note"));
    rows.forEach(row -> lines.add(row.cells()));
    StringBuilder table = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
        String padding = " ".repeat(width - line.get(i).length());
        boolean isText = i < 2 || i == line.size() - 1;
        text.append(isText ? line.get(i) + padding : padding + line.get(i)).append("  ");
      }
      table.append(text.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }

  /** A row of words, for what is no comparison of times. */
  record Figure(
      String key,
      String title,
      String target,
      String result,
      String nginx,
      String ours,
      String note)
      implements Outcome {

    @Override
    public List<String> cells() {
      return List.of(key, title, target, result, nginx, ours, "", "", "", note);
    }
  }
}

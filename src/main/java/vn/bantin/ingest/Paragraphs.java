package vn.bantin.ingest;

import java.util.ArrayList;
import java.util.List;

/** The paragraphs of a page's text, each on one line, none blank. */
final class Paragraphs {

  // A line is a paragraph, whether or not blank lines stand between. Text wrapped for a terminal
  // gives itself away: short lines, and one that goes on in lower case.

  private static final int WRAPPED_WIDTH = 120;

  private Paragraphs() {}

  static List<String> of(String text) {
    List<String> paragraphs = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String raw : text.split("[\\n\\x0B\\f\\u2028\\u2029]", -1)) {
      String line = PlainText.line(raw);
      if (line.isEmpty()) {
        flush(block, paragraphs);
      } else {
        block.add(line);
      }
    }
    flush(block, paragraphs);
    return paragraphs;
  }

  private static void flush(List<String> block, List<String> paragraphs) {
    if (isWrapped(block)) {
      paragraphs.add(String.join(" ", block));
    } else {
      paragraphs.addAll(block);
    }
    block.clear();
  }

  private static boolean isWrapped(List<String> block) {
    return block.stream().allMatch(line -> line.length() <= WRAPPED_WIDTH)
        && block.stream().skip(1).anyMatch(line -> Character.isLowerCase(line.codePointAt(0)));
  }
}

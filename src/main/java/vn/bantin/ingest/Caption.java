package vn.bantin.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.bantin.article.FoldedText;

/** A line in capitals that a page's pictures and films are named by. */
final class Caption {

  // Such a caption often is the headline without its marks; the first paragraph has the same words
  // with them. A caption in plain ASCII that is no headline is dropped from the text all the same:
  // it belongs to a picture that the text extraction has lost.

  private static final int MAX_LENGTH = 200;
  private static final int MIN_WORDS = 3;

  private Caption() {}

  /** Whether the line is in capitals throughout. */
  static boolean isCapitals(String line) {
    return line.length() < MAX_LENGTH
        && line.codePoints().anyMatch(Character::isUpperCase)
        && line.codePoints().noneMatch(Character::isLowerCase);
  }

  /** Whether the line is in capitals and has lost its marks. */
  static boolean isUnmarked(String line) {
    return isCapitals(line) && line.codePoints().noneMatch(c -> c > 0x7F && Character.isLetter(c));
  }

  /** The stretch of {@code paragraph} that reads as the caption does, marks and case aside. */
  static Optional<String> in(String paragraph, String caption) {
    FoldedText sought = FoldedText.of(caption);
    int count = sought.words().split(" ").length;
    if (count < MIN_WORDS || !FoldedText.of(paragraph).contains(sought)) {
      return Optional.empty();
    }
    List<int[]> words = words(paragraph);
    for (int i = 0; i + count <= words.size(); i++) {
      int start = words.get(i)[0];
      int end = words.get(i + count - 1)[1];
      if (FoldedText.of(paragraph.substring(start, end)).equals(sought)) {
        return Optional.of(PlainText.capitalised(withClosingQuote(paragraph, start, end)));
      }
    }
    return Optional.empty();
  }

  private static List<int[]> words(String text) {
    List<int[]> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean isInWord =
          Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
      if (isInWord && start < 0) {
        start = i;
      } else if (!isInWord && start >= 0) {
        words.add(new int[] {start, i});
        start = -1;
      }
      i += Character.charCount(c);
    }
    if (start >= 0) {
      words.add(new int[] {start, text.length()});
    }
    return words;
  }

  private static String withClosingQuote(String text, int start, int end) {
    String stretch = text.substring(start, end);
    if (end < text.length()) {
      int kind = "”»)’".indexOf(text.charAt(end));
      if (kind >= 0 && stretch.indexOf("“«(‘".charAt(kind)) >= 0) {
        return stretch + text.charAt(end);
      }
    }
    return stretch;
  }
}

package vn.bantin.ingest;

import vn.bantin.article.CleanText;

/** Plain text as a person sees it: clean, without the characters that show nothing. */
final class PlainText {

  // A soft hyphen or zero-width space inside a word keeps it from being found and placed. Joiners
  // stay where they join something: in Arabic and Indic words and between emoji. U+FFFD only says
  // that a letter was lost on an earlier way. Direction overrides let a title read otherwise than
  // it is written.

  private PlainText() {}

  /** The text on one line. */
  static String line(String text) {
    return CleanText.line(visible(text));
  }

  /** The text with its lines. */
  static String of(String text) {
    return CleanText.of(visible(text));
  }

  /** The text cut at a word, with an ellipsis, so that it has at most {@code max} characters. */
  static String excerpt(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = text.lastIndexOf(' ', max - 1);
    if (end <= 0) {
      end = max - 1;
      while (end > 1 && isInsideLetter(text, end)) {
        end--;
      }
    }
    while (end > 1 && !isWordEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  /** The text's beginning between quotation marks, for messages. */
  static String quoted(String text) {
    return "“" + excerpt(line(text), 60) + "”";
  }

  /** The text with its first letter a capital. */
  static String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first));
  }

  private static String visible(String text) {
    int i = 0;
    while (i < text.length() && !isInvisible(text, i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, i);
    for (; i < text.length(); i++) {
      if (!isInvisible(text, i)) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isInvisible(String text, int i) {
    char c = text.charAt(i);
    return switch (c) {
      case '\u00AD', '\u200B', '\u2060', '\uFEFF', '\uFFFD' -> true;
      case '\u200C', '\u200D' -> i == 0 || !joins(text.codePointBefore(i));
      default -> (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    };
  }

  private static boolean joins(int before) {
    return before > 0x2FF
        && !Character.isWhitespace(before)
        && Character.UnicodeScript.of(before) != Character.UnicodeScript.LATIN;
  }

  private static boolean isInsideLetter(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at))
        || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK;
  }

  private static boolean isWordEnd(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || "%”\"’»)!?".indexOf(c) >= 0;
  }
}

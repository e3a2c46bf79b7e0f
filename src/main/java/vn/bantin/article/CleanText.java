package vn.bantin.article;

import java.text.Normalizer;

/** Text as every feed can carry it: NFC, and only characters that XML 1.0 §2.2 allows. */
public final class CleanText {

  private CleanText() {}

  /** The text in NFC without control characters, unpaired surrogates and non-characters. */
  public static String of(String text) {
    return Normalizer.normalize(allowed(text), Normalizer.Form.NFC);
  }

  /** {@link #of} on one line: every run of white space becomes one space, none at the ends. */
  public static String line(String text) {
    String clean = of(text);
    StringBuilder out = new StringBuilder(clean.length());
    boolean gap = false;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = !out.isEmpty();
        continue;
      }
      if (gap) {
        out.append(' ');
        gap = false;
      }
      out.append(c);
    }
    return out.toString();
  }

  private static String allowed(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isAllowed(c)) {
        return withoutForbidden(text, i);
      }
      i += Character.charCount(c);
    }
    return text;
  }

  private static String withoutForbidden(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    text.substring(from).codePoints().filter(CleanText::isAllowed).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    boolean c1Control = c >= 0x7F && c <= 0x9F;
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !c1Control && !surrogate && !nonCharacter && c != 0xFEFF;
  }
}

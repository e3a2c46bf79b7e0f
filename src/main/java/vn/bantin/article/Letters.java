package vn.bantin.article;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How each letter of Latin scripts is spelled: Vietnamese has 134 with marks, all of which have a
 * code of their own. To look them up takes a tenth of the time that taking them apart does.
 */
final class Letters {

  /** The marks that are tones, in the order of their signs. */
  static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  /** The first of the signs, for private use, that stand for tones. */
  static final char FIRST_SIGN = '\uE000';

  private static final int END = 0x1F00;
  private static final char GAP = ' ';

  private static final char[] FOLDED = new char[END];
  private static final char[] MARKED = new char[END];
  private static final char[] SIGNS = new char[END];

  static {
    spell(0, 0x250);
    spell(0x1E00, END);
  }

  private Letters() {}

  /** Whether the character is spelled here. */
  static boolean isKnown(int c) {
    return c < END && FOLDED[c] != 0;
  }

  /** Whether it is no letter and no digit. */
  static boolean isGap(int c) {
    return FOLDED[c] == GAP;
  }

  /** Without case and marks. */
  static char folded(int c) {
    return FOLDED[c];
  }

  /** Without case and tone. */
  static char marked(int c) {
    return MARKED[c];
  }

  /** The sign of its tone; 0 when it has none. */
  static char sign(int c) {
    return SIGNS[c];
  }

  /** Without case, each mark by itself. */
  static String apart(int c) {
    return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT);
  }

  /** The sign of a tone; 0 when the mark is none. */
  static char signOf(int mark) {
    int tone = TONES.indexOf(mark);
    return tone < 0 ? 0 : (char) (FIRST_SIGN + tone);
  }

  // What comes apart into more than a letter, its marks and one tone is left to be spelled out.
  private static void spell(int from, int to) {
    for (int c = from; c < to; c++) {
      String apart = apart(c);
      char letter = apart.charAt(0);
      if (!Character.isLetterOrDigit(letter)) {
        FOLDED[c] = apart.length() == 1 && isPlainGap(letter) ? GAP : 0;
        continue;
      }
      StringBuilder marked = new StringBuilder().append(letter);
      char sign = 0;
      int tones = 0;
      for (int i = 1; i < apart.length(); i++) {
        char tone = signOf(apart.charAt(i));
        if (tone == 0) {
          marked.append(apart.charAt(i));
        } else {
          sign = tone;
          tones++;
        }
      }
      String composed = Normalizer.normalize(marked, Normalizer.Form.NFC);
      if (composed.length() == 1 && tones <= 1) {
        FOLDED[c] = letter == 'đ' ? 'd' : letter;
        MARKED[c] = composed.charAt(0);
        SIGNS[c] = sign;
      }
    }
  }

  private static boolean isPlainGap(char c) {
    int type = Character.getType(c);
    return type != Character.FORMAT && type != Character.NON_SPACING_MARK;
  }
}

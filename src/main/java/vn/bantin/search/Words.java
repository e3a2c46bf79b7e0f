package vn.bantin.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The words of a text in order, spelled in two ways: as somebody types them without a Vietnamese
 * keyboard, and with their marks. Word by word the two run side by side.
 *
 * @param folded without marks and case, {@code đ} as {@code d}, one space between words
 * @param marked without case, with marks; the tone of a word stands behind it as a sign for private
 *     use, so that {@code hoà} and {@code hòa} are one
 */
public record Words(String folded, String marked) {

  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final char FIRST_SIGN = '\uE000';

  /** The words of a text; whatever is neither letter nor digit stands between two. */
  public static Words of(String text) {
    Speller speller = new Speller(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(speller::take);
    return speller.words();
  }

  /** How many there are. */
  public int count() {
    return isEmpty() ? 0 : 1 + (int) folded.chars().filter(c -> c == ' ').count();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return folded.isEmpty();
  }

  /** Whether one of them has a mark. */
  public boolean isMarked() {
    return !folded.equals(marked);
  }

  private static final class Speller {

    private final StringBuilder folded;
    private final StringBuilder marked;
    private final StringBuilder tones = new StringBuilder();
    private boolean inWord;

    Speller(int length) {
      folded = new StringBuilder(length);
      marked = new StringBuilder(length + length / 2);
    }

    void take(int c) {
      switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK -> mark(c);
        case Character.FORMAT -> {} // a soft hyphen shows nothing, and parts nothing
        default -> {
          if (Character.isLetterOrDigit(c)) {
            letter(c);
          } else {
            end();
          }
        }
      }
    }

    Words words() {
      end();
      String composed = Normalizer.normalize(marked, Normalizer.Form.NFC);
      return new Words(folded.toString(), withoutLooseMarks(composed));
    }

    private void letter(int c) {
      if (!inWord && !folded.isEmpty()) {
        folded.append(' ');
        marked.append(' ');
      }
      inWord = true;
      folded.appendCodePoint(c == 'đ' ? 'd' : c);
      marked.appendCodePoint(c);
    }

    private void mark(int c) {
      int tone = TONES.indexOf(c);
      if (tone < 0) {
        marked.appendCodePoint(c);
      } else if (inWord) {
        tones.append((char) (FIRST_SIGN + tone));
      }
    }

    private void end() {
      marked.append(tones);
      tones.setLength(0);
      inWord = false;
    }

    private static String withoutLooseMarks(String text) {
      StringBuilder out = new StringBuilder(text.length());
      text.codePoints()
          .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
          .forEach(out::appendCodePoint);
      return out.toString();
    }
  }
}

package vn.bantin.article;

import java.text.Normalizer;

/**
 * The words of a text in order, spelled in two ways: as somebody types them without a Vietnamese
 * keyboard, and with their marks. Word by word the two run side by side.
 *
 * @param folded without marks and case, {@code đ} as {@code d}, one space between words
 * @param marked without case, with marks; the tone of a word stands behind it as a sign for private
 *     use, so that {@code hoà} and {@code hòa} are one
 */
public record Words(String folded, String marked) {

  /** The words of a text; whatever is neither letter nor digit stands between two. */
  public static Words of(String text) {
    Speller speller = new Speller(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      speller.take(c);
      i += Character.charCount(c);
    }
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
    private final StringBuilder signs = new StringBuilder();
    private boolean inWord;
    private boolean hasLooseMarks;

    Speller(int length) {
      folded = new StringBuilder(length);
      marked = new StringBuilder(length + length / 2);
    }

    void take(int c) {
      if (!Letters.isKnown(c)) {
        Letters.apart(c).codePoints().forEach(this::takePart);
      } else if (Letters.isGap(c)) {
        end();
      } else {
        letter(Letters.folded(c), Letters.marked(c));
        sign(Letters.sign(c));
      }
    }

    Words words() {
      end();
      return new Words(folded.toString(), hasLooseMarks ? composed() : marked.toString());
    }

    private void takePart(int c) {
      switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK -> mark(c);
        case Character.FORMAT -> {} // a soft hyphen shows nothing, and parts nothing
        default -> {
          if (Character.isLetterOrDigit(c)) {
            letter(c == 'đ' ? 'd' : c, c);
          } else {
            end();
          }
        }
      }
    }

    private void letter(int plain, int withMarks) {
      if (!inWord && !folded.isEmpty()) {
        folded.append(' ');
        marked.append(' ');
      }
      inWord = true;
      folded.appendCodePoint(plain);
      marked.appendCodePoint(withMarks);
    }

    private void mark(int c) {
      if (!inWord) {
        return;
      }
      char sign = Letters.signOf(c);
      if (sign == 0) {
        hasLooseMarks = true;
        marked.appendCodePoint(c);
      } else {
        sign(sign);
      }
    }

    private void sign(char sign) {
      if (sign != 0) {
        signs.append(sign);
      }
    }

    private void end() {
      marked.append(signs);
      signs.setLength(0);
      inWord = false;
    }

    private String composed() {
      String text = Normalizer.normalize(marked, Normalizer.Form.NFC);
      StringBuilder out = new StringBuilder(text.length());
      text.codePoints()
          .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
          .forEach(out::appendCodePoint);
      return out.toString();
    }
  }
}

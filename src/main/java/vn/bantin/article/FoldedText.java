package vn.bantin.article;

/**
 * A text as a reader without a Vietnamese keyboard would type it: no marks, no case, {@code đ} as
 * {@code d}, words of letters and digits with one space between.
 *
 * @param words the folded words, such as {@code dan van kheo 2020}; empty when the text has none
 */
public record FoldedText(String words) {

  /** Folds a text; whatever is neither letter nor digit separates words. */
  public static FoldedText of(String text) {
    return new FoldedText(Words.of(text).folded());
  }

  /** Whether {@code phrase} stands in this text as whole words; an empty phrase never does. */
  public boolean contains(FoldedText phrase) {
    return indexOf(phrase) >= 0;
  }

  /** Where {@code phrase} first stands as whole words, in characters; -1 when it does not. */
  public int indexOf(FoldedText phrase) {
    String sought = phrase.words;
    if (sought.isEmpty()) {
      return -1;
    }
    for (int at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) {
      int end = at + sought.length();
      boolean startsWord = at == 0 || words.charAt(at - 1) == ' ';
      boolean endsWord = end == words.length() || words.charAt(end) == ' ';
      if (startsWord && endsWord) {
        return at;
      }
    }
    return -1;
  }

  /** Whether nothing is left. */
  public boolean isEmpty() {
    return words.isEmpty();
  }
}

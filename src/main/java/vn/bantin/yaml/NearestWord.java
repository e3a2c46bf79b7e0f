package vn.bantin.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a person probably meant: the known word that a misspelled one is nearest to. */
public final class NearestWord {

  private static final int FARTHEST = 2;

  private NearestWord() {}

  /** The nearest known word within two edits (Levenshtein); empty when none is that near. */
  public static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= FARTHEST)
        .filter(candidate -> isNear(word, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A word of which every character is another one is not meant. */
  private static boolean isNear(String word, String candidate) {
    int farthest = Math.min(FARTHEST, Math.min(word.length(), candidate.length()) - 1);
    return distance(word, candidate) <= farthest;
  }

  /** Fewest characters put in, taken out or changed that make {@code b} of {@code a}. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[b.length()];
  }
}

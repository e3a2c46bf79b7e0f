package vn.bantin.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Sentences that mean nothing, of syllables as Vietnamese has them: they compress as news do. */
final class Syllables {

  private static final List<String> STARTS =
      List.of(
          "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s",
          "t", "th", "tr", "v", "x");
  private static final List<String> ENDS =
      List.of(
          "a", "án", "ông", "ời", "ả", "uộc", "ính", "ề", "ất", "ung", "iện", "ương", "ào", "ỏi",
          "ết", "anh", "ây", "ước", "ố", "ằm", "eo", "ích", "ượng", "uyên");
  private static final int LEAST = 8;
  private static final int MORE = 12;

  private Syllables() {}

  static String sentence(Random random) {
    StringBuilder sentence = new StringBuilder();
    int count = LEAST + random.nextInt(MORE);
    for (int i = 0; i < count; i++) {
      sentence.append(i == 0 ? "" : " ").append(frequent(STARTS, random));
      sentence.append(frequent(ENDS, random));
    }
    String first = sentence.substring(0, 1).toUpperCase(Locale.ROOT);
    return first + sentence.substring(1) + ".";
  }

  // As in a language, some are frequent and many are rare.
  private static String frequent(List<String> parts, Random random) {
    double skewed = random.nextDouble() * random.nextDouble();
    return parts.get((int) (skewed * parts.size()));
  }
}

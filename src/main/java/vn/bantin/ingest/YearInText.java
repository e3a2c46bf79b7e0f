package vn.bantin.ingest;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year that a page's words speak of, for a dateline that names only day and month. */
final class YearInText {

  private static final String YEAR = "((?:19|20)\\d{2})(?![\\p{L}\\d]|[.,]\\d)";
  private static final Pattern NAMED =
      Pattern.compile("(?<!\\p{L})năm\\s" + YEAR, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern PLAIN = Pattern.compile("(?<![\\p{L}\\d.,])" + YEAR);

  private YearInText() {}

  /** The first {@code năm YYYY} in reading order, otherwise the first number that is a year. */
  static OptionalInt first(List<String> paragraphs) {
    OptionalInt named = first(NAMED, paragraphs);
    return named.isPresent() ? named : first(PLAIN, paragraphs);
  }

  private static OptionalInt first(Pattern pattern, List<String> paragraphs) {
    for (String paragraph : paragraphs) {
      Matcher matcher = pattern.matcher(paragraph);
      if (matcher.find()) {
        return OptionalInt.of(Integer.parseInt(matcher.group(1)));
      }
    }
    return OptionalInt.empty();
  }
}

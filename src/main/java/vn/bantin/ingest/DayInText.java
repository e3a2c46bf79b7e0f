package vn.bantin.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as Vietnamese news writes it: {@code 19/12}, {@code 7-8}, {@code 19 tháng 12}, {@code
 * 05/9/2020}.
 *
 * @param start where it begins in the text
 * @param end where it ends
 * @param written the words themselves
 * @param day as written, perhaps no day of any month
 * @param month as written, perhaps no month
 * @param year null when it is not said
 * @param part of the day
 */
record DayInText(
    int start,
    int end,
    String written,
    int day,
    int month,
    @Nullable Integer year,
    PartOfDay part) {

  // Of several days ("hai ngày 3 và 4/6", "từ 3-5/6") the one that stands with the month counts:
  // the last, when the news was complete. A fraction ("2/3 số hộ") is told from a day by the word
  // before it; only a day that begins the text, or has a year, needs none.

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String OTHER_DAYS = "(?:\\d{1,2}\\s?(?:,|và|đến|[-–])\\s?){0,6}+";
  private static final String WITH_SLASH =
      OTHER_DAYS + "(?<d1>\\d{1,2})\\s?/\\s?(?<m1>\\d{1,2})(?:\\s?/\\s?(?<y1>\\d{4}|\\d{2}))?";
  private static final String WITH_WORDS =
      OTHER_DAYS
          + "(?<d2>\\d{1,2})\\s+tháng\\s+(?<m2>\\d{1,2})"
          + "(?:(?:,?\\s+năm\\s+|\\s?[/-]\\s?)(?<y2>\\d{4}))?";
  private static final String WITH_HYPHEN =
      "(?<d3>\\d{1,2})-(?<m3>\\d{1,2})(?:-(?<y3>\\d{4}|\\d{2}))?(?!-)";
  private static final String WITH_POINTS = "(?<d4>\\d{1,2})\\.(?<m4>\\d{1,2})\\.(?<y4>\\d{4})";

  private static final Pattern DAY =
      Pattern.compile(
          "(?<![\\d/.,-])(?:"
              + String.join("|", WITH_SLASH, WITH_WORDS, WITH_HYPHEN, WITH_POINTS)
              + ")(?![\\d/%]|[.,]\\d|\\s?%|\\s?\\(?âm lịch)",
          FLAGS);

  private static final Pattern SAYS_DAY =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:ngày|sáng|trưa|chiều|tối|đêm|khuya|sớm|nay|qua|hôm)[\\s,:(]*$", FLAGS);

  private static final int WORDS_BEFORE = 40;

  /** The first day that the text names. */
  static Optional<DayInText> first(String text) {
    Matcher matcher = DAY.matcher(text);
    while (matcher.find()) {
      DayInText found = read(text, matcher);
      boolean isFull = found.year != null;
      if (matcher.start() == 0 || isFull || SAYS_DAY.matcher(before(text, matcher)).find()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static DayInText read(String text, Matcher matcher) {
    int form = 1;
    while (matcher.group("d" + form) == null) {
      form++;
    }
    String day = matcher.group("d" + form);
    String month = matcher.group("m" + form);
    String year = matcher.group("y" + form);
    return new DayInText(
        matcher.start(),
        matcher.end(),
        matcher.group(),
        Integer.parseInt(day),
        Integer.parseInt(month),
        year == null ? null : year(year),
        PartOfDay.namedIn(clause(before(text, matcher))));
  }

  private static String before(String text, Matcher matcher) {
    return text.substring(Math.max(0, matcher.start() - WORDS_BEFORE), matcher.start());
  }

  private static String clause(String words) {
    int end = Math.max(words.lastIndexOf(". "), words.lastIndexOf(';'));
    return words.substring(end + 1);
  }

  private static int year(String written) {
    int year = Integer.parseInt(written);
    if (written.length() == 4) {
      return year;
    }
    return year >= 70 ? 1900 + year : 2000 + year;
  }
}

package vn.bantin.ingest;

import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the day that a dateline names, and the hour that it stands for: a page says no more,
 * and a feed needs a time.
 */
enum PartOfDay {
  /** {@code sáng}. */
  MORNING(8),
  /** {@code trưa}. */
  NOON(12),
  /** {@code chiều}. */
  AFTERNOON(15),
  /** {@code tối}. */
  EVENING(19),
  /** {@code đêm}, {@code khuya}. */
  NIGHT(22),
  /** Not said: noon, the hour least wrong. */
  UNSAID(12);

  private static final Pattern LAST_NAMED =
      Pattern.compile(
          ".*\\b(sáng|trưa|chiều|tối|đêm|khuya)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final LocalTime time;

  PartOfDay(int hour) {
    this.time = LocalTime.of(hour, 0);
  }

  LocalTime time() {
    return time;
  }

  /** The part of the day named last in the few words before a date. */
  static PartOfDay namedIn(String words) {
    Matcher matcher = LAST_NAMED.matcher(words);
    if (!matcher.find()) {
      return UNSAID;
    }
    return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
      case "sáng" -> MORNING;
      case "trưa" -> NOON;
      case "chiều" -> AFTERNOON;
      case "tối" -> EVENING;
      default -> NIGHT;
    };
  }
}

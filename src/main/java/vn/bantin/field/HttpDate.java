package vn.bantin.field;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date in a field value (RFC 9110 §5.6.7): written as IMF-fixdate, read in all three forms.
 *
 * <p>Reading is strict, in letter case, in width, and in that the day's name must be that date's
 * own. The second 60 stands only in 23:59:60 and means the midnight that follows. A two-digit year
 * is the latest year with these digits that puts the date no more than 50 years ahead of now. One
 * leniency: the two blanks before a day of one digit may be one, because Undertow hands out field
 * values with every run of blanks made one.
 */
public final class HttpDate {
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String[] LONG_DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };

  private static final String IMF_FIXDATE = "___, __ ___ ____ __:__:__ GMT";

  /** How many characters {@link #format} gives. */
  public static final int LENGTH = IMF_FIXDATE.length();

  private static final String RFC_850_AFTER_DAY = ", __-___-__ __:__:__ GMT";
  private static final String ASCTIME = "___ ___ __ __:__:__ ____";
  private static final String FOLDED_ASCTIME = "___ ___ _ __:__:__ ____";

  // Thousands of answers are sent in one second.
  private static volatile Written last = new Written(Long.MIN_VALUE, "");

  private HttpDate() {}

  /** The IMF-fixdate of an instant, cut to its second. */
  public static String format(Instant instant) {
    Written written = last;
    if (written.second != instant.getEpochSecond()) {
      written = new Written(instant.getEpochSecond(), write(instant));
      last = written;
    }
    return written.text;
  }

  private static String write(Instant instant) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    if (time.getYear() < 0 || time.getYear() > 9999) {
      throw new IllegalArgumentException("no four-digit year: " + instant);
    }
    int day = 3 * (time.getDayOfWeek().getValue() - 1);
    int month = 3 * (time.getMonthValue() - 1);
    StringBuilder text = new StringBuilder(IMF_FIXDATE.length());
    text.append(DAYS, day, day + 3).append(", ");
    twoDigits(text, time.getDayOfMonth()).append(' ');
    text.append(MONTHS, month, month + 3).append(' ');
    twoDigits(text, time.getYear() / 100);
    twoDigits(text, time.getYear() % 100).append(' ');
    twoDigits(text, time.getHour()).append(':');
    twoDigits(text, time.getMinute()).append(':');
    twoDigits(text, time.getSecond()).append(" GMT");
    return text.toString();
  }

  /** The instant that a field value names, or null; now places a two-digit year. */
  public static @Nullable Instant parse(String text, Instant now) {
    int from = FieldSyntax.afterBlanks(text, 0);
    int to = FieldSyntax.beforeBlanks(text, text.length());
    int length = to - from;
    if (length == IMF_FIXDATE.length()) {
      return imfFixdate(text, from);
    }
    if (length == ASCTIME.length()) {
      int day = text.charAt(from + 8) == ' ' ? from + 9 : from + 8;
      return asctime(text, from, ASCTIME, digits(text, day, from + 10 - day));
    }
    if (length == FOLDED_ASCTIME.length()) {
      return asctime(text, from, FOLDED_ASCTIME, digits(text, from + 8, 1));
    }
    return rfc850(text, from, to, now);
  }

  private static @Nullable Instant imfFixdate(String text, int at) {
    if (!hasShape(text, at, IMF_FIXDATE)) {
      return null;
    }
    return instant(
        name(text, at, DAYS),
        digits(text, at + 12, 4),
        name(text, at + 8, MONTHS),
        digits(text, at + 5, 2),
        secondOfDay(text, at + 17));
  }

  private static @Nullable Instant asctime(String text, int at, String shape, int day) {
    if (!hasShape(text, at, shape)) {
      return null;
    }
    int time = at + shape.indexOf(':') - 2;
    return instant(
        name(text, at, DAYS),
        digits(text, time + 9, 4),
        name(text, at + 4, MONTHS),
        day,
        secondOfDay(text, time));
  }

  private static @Nullable Instant rfc850(String text, int from, int to, Instant now) {
    int comma = to - RFC_850_AFTER_DAY.length();
    if (comma <= from || !hasShape(text, comma, RFC_850_AFTER_DAY)) {
      return null;
    }
    int digits = digits(text, comma + 9, 2);
    int month = name(text, comma + 5, MONTHS);
    int day = digits(text, comma + 2, 2);
    int second = secondOfDay(text, comma + 12);
    if (digits < 0) {
      return null;
    }
    OffsetDateTime horizon = now.atOffset(ZoneOffset.UTC).plusYears(50);
    int year = horizon.getYear() - Math.floorMod(horizon.getYear() - digits, 100);
    if (year == horizon.getYear() && isLaterInYear(month + 1, day, second, horizon)) {
      year -= 100;
    }
    return instant(longDay(text, from, comma), year, month, day, second);
  }

  private static boolean isLaterInYear(int month, int day, int second, OffsetDateTime horizon) {
    int date = 100 * month + day;
    int horizonDate = 100 * horizon.getMonthValue() + horizon.getDayOfMonth();
    return date > horizonDate
        || (date == horizonDate && second > horizon.toLocalTime().toSecondOfDay());
  }

  /** The instant of the parts, names counted from 0; null when one is missing or they disagree. */
  private static @Nullable Instant instant(
      int dayName, int year, int monthName, int day, int second) {
    if (dayName < 0 || year < 0 || monthName < 0 || day < 1 || second < 0) {
      return null;
    }
    Month month = Month.of(monthName + 1);
    if (day > month.length(Year.isLeap(year))) {
      return null;
    }
    LocalDate date = LocalDate.of(year, month, day);
    return date.getDayOfWeek().getValue() - 1 == dayName
        ? Instant.ofEpochSecond(86_400 * date.toEpochDay() + second)
        : null;
  }

  /** Whether the text has the shape's own characters where the shape is not {@code _}. */
  private static boolean hasShape(String text, int from, String shape) {
    for (int i = 0; i < shape.length(); i++) {
      if (shape.charAt(i) != '_' && shape.charAt(i) != text.charAt(from + i)) {
        return false;
      }
    }
    return true;
  }

  /** The number of the three letters among names of three letters, or -1. */
  private static int name(String text, int at, String names) {
    for (int i = 0; i < names.length(); i += 3) {
      if (names.regionMatches(i, text, at, 3)) {
        return i / 3;
      }
    }
    return -1;
  }

  private static int longDay(String text, int from, int to) {
    for (int i = 0; i < LONG_DAYS.length; i++) {
      if (to - from == LONG_DAYS[i].length() && text.startsWith(LONG_DAYS[i], from)) {
        return i;
      }
    }
    return -1;
  }

  /** The number of the digits, or -1 when one is none. */
  private static int digits(String text, int at, int count) {
    int number = 0;
    for (int i = at; i < at + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** The second of the day of {@code __:__:__}, or -1. */
  private static int secondOfDay(String text, int at) {
    int hour = digits(text, at, 2);
    int minute = digits(text, at + 3, 2);
    int second = digits(text, at + 6, 2);
    boolean leap = hour == 23 && minute == 59 && second == 60;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0) {
      return -1;
    }
    return second < 60 || leap ? 3600 * hour + 60 * minute + second : -1;
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private record Written(long second, String text) {}
}

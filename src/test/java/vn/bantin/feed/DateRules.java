package vn.bantin.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;

/** The rules for dates: RFC 822 with four-digit years in RSS, RFC 3339 everywhere else. */
final class DateRules {

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Map<String, String> NAMED_ZONES =
      Map.of(
          "UT", "+0000", "GMT", "+0000", "Z", "+0000", "EST", "-0500", "EDT", "-0400", "CST",
          "-0600", "CDT", "-0500", "MST", "-0700", "PST", "-0800", "PDT", "-0700");
  private static final Pattern MAIL_DATE =
      Pattern.compile(
          "(?:(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?<day>\\d{1,2}) (?<month>"
              + String.join("|", MONTHS)
              + ") (?<year>\\d{4}) (?<hour>\\d\\d):(?<minute>\\d\\d)(?::(?<second>\\d\\d))? "
              + "(?<zone>[+-]\\d{2}[03]0|UT|GMT|Z|[ECMP][SD]T)");
  private static final Pattern LOOSE_MAIL_DATE =
      Pattern.compile(
          "(?i)([a-z]{3}\\s*,\\s*)?\\d{1,2}\\s+[a-z]{3}\\s+\\d\\d(\\d\\d)?\\s+\\d\\d:\\d\\d"
              + "(:\\d\\d)?\\s+([+-]\\d{4}|[a-z]{1,3})");
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d\\d){0,2}");
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration FAST_CLOCK = Duration.ofMinutes(10);

  private DateRules() {}

  /** A date as mail writes it, with the right weekday. */
  static void mail(String value, Element where, Inspection inspection) {
    Matcher parts = MAIL_DATE.matcher(value);
    if (!parts.matches()) {
      boolean nearly = LOOSE_MAIL_DATE.matcher(value).matches();
      inspection.report(nearly ? "ProblematicalRFC822Date" : "InvalidRFC2822Date", where, value);
      return;
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(parts, "year"),
              MONTHS.indexOf(parts.group("month")) + 1,
              number(parts, "day"),
              number(parts, "hour"),
              number(parts, "minute"),
              parts.group("second") == null ? 0 : number(parts, "second"));
      String weekday = time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      if (parts.group("weekday") != null && !weekday.equals(parts.group("weekday"))) {
        inspection.report("IncorrectDOW", where, value);
      }
      String zone = parts.group("zone");
      String offset = NAMED_ZONES.getOrDefault(zone, zone);
      plausible(time.toInstant(ZoneOffset.of(offset)), value, where, inspection);
    } catch (DateTimeException e) {
      inspection.report("InvalidRFC2822Date", where, value);
    }
  }

  /** A date with time, seconds and offset (RFC 3339). */
  static void timestamp(String value, Element where, Inspection inspection) {
    timestamp("InvalidRFC3339Date", value, where, inspection);
  }

  /** A year, a month, a day or a timestamp, as the W3C note on dates has them. */
  static void partial(String value, Element where, Inspection inspection) {
    if (DAY.matcher(value).matches()) {
      try {
        String whole = value + "-01-01".substring(Math.min(6, value.length() - 4));
        LocalDateTime start = LocalDateTime.parse(whole + "T00:00:00");
        plausible(start.toInstant(ZoneOffset.UTC), value, where, inspection);
      } catch (DateTimeException e) {
        inspection.report("InvalidW3CDTFDate", where, value);
      }
    } else {
      timestamp("InvalidW3CDTFDate", value, where, inspection);
    }
  }

  /** Whether a value is a real date with time, seconds and offset. */
  static boolean isTimestamp(String value) {
    if (!TIMESTAMP.matcher(value).matches()) {
      return false;
    }
    try {
      return OffsetDateTime.parse(value).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether a moment lies neither before feeds existed nor in the future. */
  static boolean isPlausible(Instant moment, Instant now) {
    return !moment.isBefore(EARLIEST) && !moment.isAfter(now.plus(FAST_CLOCK));
  }

  private static void timestamp(String code, String value, Element where, Inspection inspection) {
    if (isTimestamp(value)) {
      plausible(OffsetDateTime.parse(value).toInstant(), value, where, inspection);
    } else {
      inspection.report(code, where, value);
    }
  }

  private static void plausible(
      Instant moment, String value, Element where, Inspection inspection) {
    if (!isPlausible(moment, inspection.now())) {
      inspection.report("ImplausibleDate", where, value);
    }
  }

  private static int number(Matcher parts, String group) {
    return Integer.parseInt(parts.group(group));
  }
}

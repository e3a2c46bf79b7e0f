package vn.bantin.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as people write it by hand: RFC 3339, whose time may lack the zone (then it is the
 * newsroom's) or the seconds, or be missing (then the day begins).
 */
final class DateText {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[Tt ]\\s*(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)\\s*"
              + "([Zz]|[+-]\\d{2}:\\d{2})?)?");

  private DateText() {}

  /** The date; empty when the text is none. */
  static Optional<OffsetDateTime> parse(String text, ZoneId zone) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String time = matcher.group(2);
    String offset = matcher.group(3);
    try {
      LocalDate day = LocalDate.parse(matcher.group(1));
      if (time == null) {
        return Optional.of(day.atStartOfDay(zone).toOffsetDateTime());
      }
      String local = day + "T" + time;
      return Optional.of(
          offset == null
              ? LocalDateTime.parse(local).atZone(zone).toOffsetDateTime()
              : OffsetDateTime.parse(local + offset));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

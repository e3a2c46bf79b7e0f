package vn.bantin.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How numbers, times and rates are written as values of options. */
final class Amounts {

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,6}");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,4})([smh])");
  private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,6})/([smh])");

  private Amounts() {}

  static Optional<String> countMistake(String value) {
    return mistake(COUNT.matcher(value).matches(), "is no number from 1 to 9999999");
  }

  static Optional<String> timeMistake(String value) {
    return mistake(TIME.matcher(value).matches(), "is no time such as 10s, 2m or 1h");
  }

  static Optional<String> rateMistake(String value) {
    boolean valid = value.equals(Rate.OFF) || RATE.matcher(value).matches();
    return mistake(valid, "is no rate such as 10/s, 600/m or 5000/h, and not off");
  }

  /** The time that a valid value says. */
  static Duration time(String value) {
    Matcher matcher = matched(TIME, value);
    return unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
  }

  /** The rate that a valid value says; empty for {@code off}. */
  static Optional<Rate> rate(String value) {
    if (value.equals(Rate.OFF)) {
      return Optional.empty();
    }
    Matcher matcher = matched(RATE, value);
    return Optional.of(new Rate(Integer.parseInt(matcher.group(1)), unit(matcher.group(2))));
  }

  private static Optional<String> mistake(boolean valid, String wrong) {
    return valid ? Optional.empty() : Optional.of(wrong);
  }

  private static Matcher matched(Pattern pattern, String value) {
    Matcher matcher = pattern.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(value);
    }
    return matcher;
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> throw new IllegalArgumentException(letter);
    };
  }
}

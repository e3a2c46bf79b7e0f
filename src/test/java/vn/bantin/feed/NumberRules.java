package vn.bantin.feed;

import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/** The rules for numbers in a feed. */
final class NumberRules {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("\\d+(\\.\\d+)?");

  private NumberRules() {}

  /** A whole number above zero. */
  static ValueCheck positive() {
    return whole("InvalidPositiveInteger", number -> number > 0);
  }

  /** A whole number, zero or more. */
  static ValueCheck nonNegative() {
    return whole("InvalidNonNegativeInteger", number -> number >= 0);
  }

  /** A whole number from one to the largest allowed. */
  static ValueCheck upTo(String code, int largest) {
    return whole(code, number -> number > 0 && number <= largest);
  }

  /** A whole number for an hour of the day. */
  static ValueCheck hour() {
    return (value, where, inspection) -> {
      if (value.equals("24")) {
        inspection.report("UseZeroForMidnight", where, value);
      } else {
        whole("InvalidHour", number -> number >= 0 && number < 24).check(value, where, inspection);
      }
    };
  }

  /** A number with or without a fraction. */
  static ValueCheck decimal() {
    return (value, where, inspection) -> {
      if (!DECIMAL.matcher(value).matches()) {
        inspection.report("InvalidFloat", where, value);
      }
    };
  }

  private static ValueCheck whole(String code, LongPredicate allowed) {
    return (value, where, inspection) -> {
      if (!WHOLE.matcher(value).matches() || !allowed.test(Long.parseLong(value))) {
        inspection.report(code, where, value);
      }
    };
  }
}

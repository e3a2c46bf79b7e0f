package vn.bantin.config;

import java.time.Duration;

/**
 * So many of something in so long a time.
 *
 * @param count at least one
 * @param period longer than nothing
 */
public record Rate(int count, Duration period) {

  /** How the lack of a rate is written. */
  static final String OFF = "off";

  /** Checks both. */
  public Rate {
    if (count < 1 || !period.isPositive()) {
      throw new IllegalArgumentException(count + " in " + period);
    }
  }
}

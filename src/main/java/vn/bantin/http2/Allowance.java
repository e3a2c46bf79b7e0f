package vn.bantin.http2;

import vn.bantin.config.Rate;

/**
 * How often something may happen: the whole rate at once after a pause, and then as it grows back,
 * evenly. It is one number: where the last of what happened would be, had it kept to the rate.
 */
final class Allowance {

  private final long period;
  private final long each;
  private long paidUntil;

  /**
   * A full one.
   *
   * @param now in nanoseconds, as every other time here
   */
  Allowance(Rate rate, long now) {
    this.period = rate.period().toNanos();
    this.each = period / rate.count();
    this.paidUntil = now;
  }

  /** Lets it happen once more; false when it has happened too often. */
  boolean take(long now) {
    long until = (paidUntil - now > 0 ? paidUntil : now) + each;
    if (until - now > period) {
      return false;
    }
    paidUntil = until;
    return true;
  }
}

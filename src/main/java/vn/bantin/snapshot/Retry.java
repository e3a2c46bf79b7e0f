package vn.bantin.snapshot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a build that failed is tried again: later each time.
 *
 * @param pause how long after the failure
 * @param notBefore that moment, as {@link System#nanoTime} counts
 */
record Retry(Duration pause, long notBefore) {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LAST = Duration.ofSeconds(30);

  /** The next one after a failure now. */
  static Retry after(@Nullable Retry last) {
    Duration pause = last == null ? FIRST : last.pause.multipliedBy(2);
    Duration bounded = pause.compareTo(LAST) > 0 ? LAST : pause;
    return new Retry(bounded, System.nanoTime() + bounded.toNanos());
  }

  boolean isDue() {
    return System.nanoTime() - notBefore >= 0;
  }
}

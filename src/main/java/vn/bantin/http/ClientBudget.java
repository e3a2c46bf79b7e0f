package vn.bantin.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.bantin.config.Rate;

/**
 * What one client may still take of whole answers: the whole rate at once after a pause, and then
 * as it grows back, evenly.
 */
final class ClientBudget {

  /** That of a client that may take what it likes. */
  static final ClientBudget UNLIMITED = new ClientBudget(null);

  private final @Nullable Bucket bucket;

  private ClientBudget(@Nullable Bucket bucket) {
    this.bucket = bucket;
  }

  /** A full one. */
  static ClientBudget of(Rate rate, TimeMeter time) {
    // Synchronized: the lock-free kind allocates with each answer.
    return new ClientBudget(
        Bucket.builder()
            .addLimit(
                limit -> limit.capacity(rate.count()).refillGreedy(rate.count(), rate.period()))
            .withCustomTimePrecision(time)
            .withSynchronizationStrategy(SynchronizationStrategy.SYNCHRONIZED)
            .build());
  }

  /** Takes one answer's worth; false, and nothing taken, when there is none. */
  boolean tryTake() {
    return bucket == null || bucket.tryConsume(1);
  }

  /** In how many seconds, at least one, there will be enough for an answer. */
  long secondsToWait() {
    if (bucket == null) {
      return 1;
    }
    long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
  }
}

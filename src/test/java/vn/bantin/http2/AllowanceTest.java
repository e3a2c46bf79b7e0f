package vn.bantin.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.config.Rate;

/** How often something may happen, at any time of a clock that may go round. */
final class AllowanceTest {

  private static final long SECOND = 1_000_000_000;
  private static final Rate RATE = new Rate(10, Duration.ofSeconds(5));

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE, Long.MIN_VALUE, -SECOND})
  void allAtOnceAndThenAsItGrowsBack(long start) {
    Allowance allowance = new Allowance(RATE, start);
    assertThat(taken(allowance, start, 100)).isEqualTo(10);
    assertThat(taken(allowance, start + SECOND / 4, 1)).isZero();
    assertThat(taken(allowance, start + SECOND, 100)).isEqualTo(2);
    assertThat(taken(allowance, start + 3 * SECOND, 100)).isEqualTo(4);
    assertThat(taken(allowance, start + 3600 * SECOND, 100)).isEqualTo(10);
  }

  private static int taken(Allowance allowance, long now, int attempts) {
    int taken = 0;
    for (int i = 0; i < attempts; i++) {
      taken += allowance.take(now) ? 1 : 0;
    }
    return taken;
  }
}

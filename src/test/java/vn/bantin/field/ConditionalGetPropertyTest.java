package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.bantin.field.ConditionalGet.Outcome;
import vn.bantin.field.RandomRequests.Request;

final class ConditionalGetPropertyTest {
  private static final long FIRST_SEED = 20_260_107;
  private static final int CASES = 20_000;

  @Test
  void decidesAsThePlainReadingDoes() {
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      Request request = new RandomRequests(seed).next();
      Outcome outcome =
          ConditionalGet.decide(
              request.method(), request.asked(), request.selected(), request.now());
      assertThat(outcome)
          .as("seed %d: %s", seed, request)
          .isEqualTo(
              PlainConditionalGet.decide(
                  request.method(), request.asked(), request.selected(), request.now()));
      seen.merge(outcome, 1, Integer::sum);
    }
    assertThat(seen)
        .hasSize(3)
        .allSatisfy((outcome, count) -> assertThat(count).isGreaterThan(1000));
  }

  @Test
  void readsDatesAsThePlainReadingDoes() {
    int dates = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      Request request = new RandomRequests(seed).next();
      for (String line : request.asked().ifModifiedSince()) {
        var plain = PlainConditionalGet.date(line, request.now());
        assertThat(HttpDate.parse(line, request.now()))
            .as("seed %d: %s", seed, line)
            .isEqualTo(plain.orElse(null));
        dates += plain.isPresent() ? 1 : 0;
      }
    }
    assertThat(dates).isGreaterThan(5000);
  }
}

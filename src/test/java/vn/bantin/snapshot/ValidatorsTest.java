package vn.bantin.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidatorsTest {
  private static final Instant CHANGED = Instant.parse("2026-01-07T06:45:10Z");

  @Test
  void entityTagIsQuotedAndEndsInTheCoding() {
    assertThat(new Validators("k3f-9a1b2c", Coding.IDENTITY, CHANGED).entityTag())
        .isEqualTo("\"k3f-9a1b2c\"");
    assertThat(new Validators("k3f-9a1b2c", Coding.GZIP, CHANGED).entityTag())
        .isEqualTo("\"k3f-9a1b2c-gzip\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\"b", "a b", "a,b", "a;gzip", "k3f-gzip", "é"})
  void refusesVersionsThatCouldBeMistaken(String version) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Validators(version, Coding.IDENTITY, CHANGED));
  }

  @Test
  void refusesPartsOfASecond() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Validators("a", Coding.IDENTITY, CHANGED.plusNanos(1)));
  }
}

package vn.bantin.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidatorsTest {
  private static final Instant CHANGED = Instant.parse("2026-01-07T06:45:10Z");

  @Test
  void entityTagIsQuotedAndEndsInTheCodingAndItsBytes() {
    assertThat(new Validators("k3f-9a1b2c", Coding.IDENTITY, "", CHANGED).entityTag())
        .isEqualTo("\"k3f-9a1b2c\"");
    assertThat(new Validators("k3f-9a1b2c", Coding.GZIP, "5e1f", CHANGED).entityTag())
        .isEqualTo("\"k3f-9a1b2c-gzip.5e1f\"");
    assertThat(new Validators("k3f-9a1b2c", Coding.BROTLI, "5e1f", CHANGED).entityTag())
        .isEqualTo("\"k3f-9a1b2c-br.5e1f\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a\"b", "a b", "a,b", "a;gzip", "k3f-gzip", "k3f-br", "k3f-gzip.5e1f", "é"})
  void refusesVersionsThatCouldBeMistaken(String version) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Validators(version, Coding.IDENTITY, "", CHANGED));
  }

  @ParameterizedTest
  @CsvSource({"IDENTITY, 5e1f", "GZIP, ''", "BROTLI, ''", "GZIP, 5E1F", "GZIP, a.b", "GZIP, a-br"})
  void refusesHashesThatNameNoCodedBytes(Coding coding, String hash) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Validators("k3f-9a1b2c", coding, hash, CHANGED));
  }

  @Test
  void refusesPartsOfASecond() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Validators("a", Coding.IDENTITY, "", CHANGED.plusNanos(1)));
  }
}

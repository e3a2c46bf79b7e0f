package vn.bantin.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CompressorTest {

  private static final Instant CHANGED = Instant.parse("2026-01-07T06:45:10Z");

  private final Compressor compressor = new Compressor(_ -> {});

  @Test
  void doesWithoutBrotliUntilItIsLoaded() {
    Codings before = code(prose(1_000));
    assertThat(before.brotli()).isNull();
    assertThat(before.byPreference()).containsExactly(Coding.GZIP, Coding.IDENTITY);
    assertThatIllegalArgumentException().isThrownBy(() -> before.in(Coding.BROTLI));
    compressor.loadBrotli();
    assertThat(code(prose(1_000)).byPreference())
        .containsExactly(Coding.BROTLI, Coding.GZIP, Coding.IDENTITY);
  }

  @Test
  void takesMoreTimeForFewerBytes() {
    compressor.loadBrotli();
    Codings fast = code(prose(20_000));
    Codings best = compressor.improve(fast);
    assertThat(fast.effort()).isEqualTo(Effort.FAST);
    assertThat(best.effort()).isEqualTo(Effort.BEST);
    assertThat(best.identity()).isSameAs(fast.identity());
    for (Coding coding : new Coding[] {Coding.GZIP, Coding.BROTLI}) {
      assertThat(best.in(coding).length()).isLessThan(fast.in(coding).length());
      assertThat(fast.in(coding).length()).isLessThan(fast.identity().length());
      assertThat(best.in(coding).entityTag()).isNotEqualTo(fast.in(coding).entityTag());
    }
    assertThat(best.weight())
        .isEqualTo(
            best.identity().length() + best.gzip().length() + best.in(Coding.BROTLI).length());
  }

  @Test
  void prefersBrotliOnlyWhereItIsNotLarger() {
    compressor.loadBrotli();
    Codings codings = code(prose(1_000));
    Representation larger =
        Representation.of("a", CHANGED, Coding.BROTLI, new byte[codings.gzip().length() + 1]);
    assertThat(Codings.of(codings.identity(), codings.gzip(), larger, Effort.FAST).byPreference())
        .containsExactly(Coding.GZIP, Coding.BROTLI, Coding.IDENTITY);
  }

  private Codings code(String text) {
    return compressor.code("a", CHANGED, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Words in no order, as many of them as are asked for. */
  private static String prose(int words) {
    Random random = new Random(7);
    StringBuilder prose = new StringBuilder();
    for (int i = 0; i < words; i++) {
      prose.append(Integer.toString(random.nextInt(5_000), 36)).append(' ');
    }
    return prose.toString();
  }
}

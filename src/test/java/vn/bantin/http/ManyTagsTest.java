package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.field.EntityTags;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Validators;

/**
 * The work for a list of thousands of tags, as the time that the processor spends on it: sixteen
 * times for sixteen times as many, not two hundred and fifty-six times.
 */
final class ManyTagsTest {

  private static final Validators SELECTED =
      new Validators("k3f-9a1b2c", Coding.IDENTITY, "", Instant.EPOCH);
  private static final int MEMBERS = 10_000;
  private static final int TIMES = 16;
  private static final int ROUNDS = 15;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"k3f-9a1b2d\", ",
        "W/\"k3f-9a1b2c;gzip-br--zstd-x\",",
        "\"k3f-9a1b2c",
        ",",
        " ",
        "\"",
        "*,"
      })
  void theWorkGrowsWithTheListAndNotFaster(String member) {
    String few = member.repeat(MEMBERS);
    String many = member.repeat(TIMES * MEMBERS);
    fastest(few);
    assertThat(fastest(many)).isLessThan(4 * TIMES * Math.max(fastest(few), 20_000));
  }

  private static long fastest(String line) {
    return IntStream.range(0, ROUNDS).mapToLong(_ -> time(line)).min().orElseThrow();
  }

  private static long time(String line) {
    long before = THREADS.getCurrentThreadCpuTime();
    assertThat(EntityTags.matchWeakly(List.of(line), SELECTED)).isFalse();
    assertThat(EntityTags.matchStrongly(List.of(line, line), SELECTED)).isFalse();
    return THREADS.getCurrentThreadCpuTime() - before;
  }
}

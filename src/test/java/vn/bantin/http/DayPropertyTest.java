package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.bantin.MortalNewsroom;
import vn.bantin.ServedNewsroom;
import vn.bantin.SharedClock;

/**
 * A newsroom's day by the API: articles are scheduled, embargoed, published, corrected, withdrawn
 * and expire, the clock jumps, and the server is started anew or killed in the middle of it, all in
 * an order of chance. After each step readers of every habit hold just what a simple model says, in
 * Atom, RSS or JSON Feed.
 *
 * <p>Another order: {@code -Dbantin.day=SEED}.
 */
final class DayPropertyTest {

  private static final int STEPS = 60;
  private static final int FEW_STEPS = 16;

  @TempDir private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void everyReaderHoldsWhatTheModelSays(long seed) throws IOException {
    live(seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void everyReaderHoldsWhatTheModelSaysThoughTheServerIsKilled(long seed) throws IOException {
    liveAndDie(seed, FEW_STEPS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  @Tag("soak")
  void everyReaderHoldsWhatTheModelSaysOnManyDays(long seed) throws IOException {
    live(seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  @Tag("soak")
  void everyReaderHoldsWhatTheModelSaysThoughTheServerIsKilledOnManyDays(long seed)
      throws IOException {
    liveAndDie(seed, STEPS / 2);
  }

  static LongStream fewSeeds() {
    Long chosen = Long.getLong("bantin.day");
    return chosen == null ? LongStream.of(1, 2) : LongStream.of(chosen);
  }

  static LongStream manySeeds() {
    return LongStream.rangeClosed(1, 200);
  }

  private void live(long seed) throws IOException {
    SharedClock clock = begin();
    try (ServedNewsroom newsroom = ServedNewsroom.resume(folder, clock)) {
      new Day(newsroom, Fate.kind(newsroom), clock, new Random(seed)).live(STEPS);
    }
  }

  private void liveAndDie(long seed, int steps) throws IOException {
    SharedClock clock = begin();
    try (MortalNewsroom newsroom = MortalNewsroom.resume(folder)) {
      Random random = new Random(seed);
      Fate fate = new Fate.Cruel(newsroom, new Random(~seed));
      new Day(newsroom, fate, clock, random).live(steps);
      assertThat(newsroom.deaths()).isPositive();
    }
  }

  private SharedClock begin() throws IOException {
    ServedNewsroom.found(folder);
    Files.writeString(
        folder.resolve("feeds/dan-van.yaml"),
        ServedNewsroom.feed("Dân vận", "dan-van") + "limit: 500\ntombstones: 90d\n");
    SharedClock clock = MortalNewsroom.clock(folder);
    clock.set(ServedNewsroom.START);
    return clock;
  }
}

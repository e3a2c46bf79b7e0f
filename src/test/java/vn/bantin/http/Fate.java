package vn.bantin.http;

import java.time.Duration;
import java.util.Random;
import vn.bantin.MortalNewsroom;
import vn.bantin.Served;

/** What befalls a server in the course of a day. */
interface Fate {

  /** Does something; whether it is known to have come to its end. */
  boolean survives(Runnable deed);

  /** Ends the server between two deeds, and starts it again. */
  void restart();

  /** A server that nothing happens to but that it is stopped in order. */
  static Fate kind(Served newsroom) {
    return new Fate() {
      @Override
      public boolean survives(Runnable deed) {
        deed.run();
        return true;
      }

      @Override
      public void restart() {
        newsroom.restart();
      }
    };
  }

  /** A server that is killed now and then: while it does something, at rest, or while it starts. */
  record Cruel(MortalNewsroom newsroom, Random random) implements Fate {

    private static final int QUICK = 10;
    private static final int SLOW = 400;
    private static final int START = 1_500;

    @Override
    public boolean survives(Runnable deed) {
      if (random.nextInt(8) > 0) {
        deed.run();
        return true;
      }
      // A change is made within milliseconds, what is due within a tenth of a second.
      boolean survived = newsroom.dieWithin(within(random.nextBoolean() ? QUICK : SLOW), deed);
      rise();
      return survived;
    }

    @Override
    public void restart() {
      if (random.nextBoolean()) {
        newsroom.restart();
      } else {
        newsroom.dieWithin(Duration.ZERO, () -> {});
        rise();
      }
    }

    private void rise() {
      while (random.nextInt(4) == 0) {
        newsroom.riseAndFall(within(START));
      }
      newsroom.rise();
    }

    private Duration within(int millis) {
      return Duration.ofNanos(random.nextLong(Duration.ofMillis(millis).toNanos()));
    }
  }
}

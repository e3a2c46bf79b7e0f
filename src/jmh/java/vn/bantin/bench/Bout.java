package vn.bantin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two servers in turns, so that a busy moment meets both.
 *
 * @param first what the second is measured by
 * @param connections requests under way at once
 */
record Bout(Side first, Side second, int connections) {

  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final double COMPILED = 3;
  private static final double STABLE = 0.03;

  /** A server, and what it is asked by what. */
  record Side(Contender server, Generator generator, Request request) {

    Sample shoot(int connections, Duration duration) throws IOException, InterruptedException {
      return Sample.take(server, generator, request, connections, duration);
    }
  }

  /** Warms up, then shoots at each in turns. */
  Rounds fight(Plan plan) throws IOException, InterruptedException {
    warmUp(plan);
    List<Sample> firsts = new ArrayList<>();
    List<Sample> seconds = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      firsts.add(first.shoot(connections, plan.duration()));
      seconds.add(second.shoot(connections, plan.duration()));
    }
    return new Rounds(firsts, seconds);
  }

  /** Shoots until the shots cost the same. */
  void warmUp(Plan plan) throws IOException, InterruptedException {
    warmUp(first, plan);
    warmUp(second, plan);
  }

  // What the compiler has not yet compiled costs a multiple: until it had time, also on a busy
  // machine, and two shots cost the same. nginx has no compiler.
  private void warmUp(Side side, Plan plan) throws IOException, InterruptedException {
    int most = side.server() instanceof Nginx ? 1 : plan.warmUps();
    double used = 0;
    double last = Double.MAX_VALUE;
    for (int i = 0; i < most; i++) {
      Sample sample = side.shoot(connections, WARM_UP);
      used += sample.micros() * sample.shot().answers() / 1e6;
      if (used > COMPILED && sample.micros() > last * (1 - STABLE)) {
        return;
      }
      last = sample.micros();
    }
  }
}

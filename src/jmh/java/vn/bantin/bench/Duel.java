package vn.bantin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The two servers in turns, on the same request: a busy moment meets both. */
final class Duel {

  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final int MIN_WARM_UPS = 2;
  private static final double STABLE = 0.03;

  private final Contender nginx;
  private final Contender bantin;
  private final Plan plan;

  Duel(Contender nginx, Contender bantin, Plan plan) {
    this.nginx = nginx;
    this.bantin = bantin;
    this.plan = plan;
  }

  Comparison fight(Case what) throws IOException, InterruptedException {
    Request toNginx = what.ask().to(nginx);
    Request toBantin = what.ask().to(bantin);
    Sample.take(nginx, what, toNginx, Duration.ofSeconds(1));
    warmUp(what, toBantin);
    List<Sample> theirs = new ArrayList<>();
    List<Sample> ours = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      theirs.add(Sample.take(nginx, what, toNginx, plan.duration()));
      ours.add(Sample.take(bantin, what, toBantin, plan.duration()));
    }
    return Comparison.of(what, theirs, ours);
  }

  // What the compiler has not yet compiled costs a multiple: until two shots cost the same.
  private void warmUp(Case what, Request request) throws IOException, InterruptedException {
    double last = Double.MAX_VALUE;
    for (int i = 0; i < plan.warmUps(); i++) {
      double now = Sample.take(bantin, what, request, WARM_UP).micros();
      if (i >= MIN_WARM_UPS && now > last * (1 - STABLE)) {
        return;
      }
      last = now;
    }
  }
}

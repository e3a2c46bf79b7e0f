package vn.bantin.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * One shot at one server, and what it cost.
 *
 * @param shot what became of it
 * @param micros of the processor, which the server used for one answer
 * @param generator how busy the generator's core was with it, 1 is wholly
 * @param others how many cores other programs used meanwhile
 */
record Sample(Shot shot, double micros, double generator, double others) {

  /** Shoots. */
  static Sample take(
      Contender server, Generator by, Request request, int connections, Duration duration)
      throws IOException, InterruptedException {
    double machine = CpuTime.ofMachine();
    double load = CpuTime.ofLoad();
    double used = CpuTime.of(server.pid());
    long start = System.nanoTime();
    Shot shot = by.shoot(request, connections, duration);
    double seconds = (System.nanoTime() - start) / 1e9;
    used = CpuTime.of(server.pid()) - used;
    load = CpuTime.ofLoad() - load;
    machine = CpuTime.ofMachine() - machine;
    return new Sample(
        shot,
        used * 1e6 / Math.max(1, shot.answers()),
        load / seconds,
        Math.max(0, machine - load - used) / seconds);
  }
}

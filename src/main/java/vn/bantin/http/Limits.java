package vn.bantin.http;

import java.time.Duration;
import vn.bantin.config.Settings;

/**
 * The bounds of what a client may take of the server's time and room. Those of a single request are
 * in {@link RequestLimits}.
 *
 * @param head how long a request's head may take from its first byte to its last
 * @param idle how long a connection may rest between requests, and how long a body or an answer may
 *     take; an answer has more time if it is large
 * @param slowestReader bytes a second: an answer has a second more for so many of its bytes
 * @param connections how many readers' connections may be open at once
 * @param drainDelay how long a server that stops looks unready before it does
 * @param drain how long answers have to end when the server stops
 */
public record Limits(
    Duration head,
    Duration idle,
    int slowestReader,
    int connections,
    Duration drainDelay,
    Duration drain) {

  private static final Duration HEAD = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(75);
  private static final int SLOWEST_READER = 1024;

  /** Checks that none is nothing. */
  public Limits {
    if (!head.isPositive() || !idle.isPositive() || slowestReader < 1 || connections < 1) {
      throw new IllegalArgumentException("a limit that lets nothing through");
    }
  }

  /** The limits of a server; fewer connections than set if the system does not allow as many. */
  public static Limits of(Settings settings) {
    return new Limits(
        HEAD,
        IDLE,
        SLOWEST_READER,
        Math.min(settings.maxConnections(), OpenFiles.connections()),
        settings.drainDelay(),
        settings.drain());
  }

  /** How long an answer may take. */
  Duration answer(long bytes) {
    return idle.plusMillis(1000 * Math.max(0, bytes) / slowestReader);
  }
}

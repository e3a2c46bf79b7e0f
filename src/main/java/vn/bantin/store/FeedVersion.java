package vn.bantin.store;

import java.time.Instant;

/**
 * Where a feed's log stands: the same on every node and after every restart.
 *
 * @param feed its name
 * @param seq the number of the change that last touched it
 * @param changedAt that change's second. No two changes share one, so that it moves whenever the
 *     feed does; after a burst, or with a clock set back, it may be ahead of the clock
 */
public record FeedVersion(String feed, long seq, Instant changedAt) {}

package vn.bantin.snapshot;

import java.time.Duration;
import java.time.Instant;
import vn.bantin.feed.CopyLifetimes;
import vn.bantin.feed.View;

/**
 * A feed in one view at one version, with all that an answer needs; immutable.
 *
 * @param feed its name, or those of several as a {@link vn.bantin.feed.Union} has them; empty for
 *     what is no feed's
 * @param view what of it
 * @param version the number of the change that last touched the feed; of search results, that of
 *     the latest change when they were found
 * @param edition which reading of the definitions it was built from, counted in this process
 * @param tag what the entity-tags of all codings begin with, without quotes
 * @param changedAt the second of that change, which may be ahead of the clock
 * @param lastModified the same as an HTTP date
 * @param cacheControl the value of {@code Cache-Control}
 * @param codings its bytes
 */
public record Snapshot(
    String feed,
    View view,
    long version,
    long edition,
    String tag,
    Instant changedAt,
    String lastModified,
    String cacheControl,
    Codings codings) {

  /**
   * How caches may use an article's page, and the last good bytes while newer ones cannot be made:
   * they ask each time (RFC 9111 §5.2.2.4).
   *
   * <p>A build goes well again without a change that anybody could be told of, and that of a union
   * only when a reader asks for it. A copy that is kept as fresh would hide the new bytes, and the
   * request that makes them, for as long as it lives. {@code no-store} would do as well, but
   * readers would lose the validators that make their next question cheap.
   */
  static final String ASK_EACH_TIME = "no-cache";

  /** The same, for as long as a newer one cannot be built. */
  Snapshot whileBehind() {
    return new Snapshot(
        feed, view, version, edition, tag, changedAt, lastModified, ASK_EACH_TIME, codings);
  }

  /** The same at the same version, with other coded bytes. */
  Snapshot withCodings(Codings others) {
    return new Snapshot(
        feed, view, version, edition, tag, changedAt, lastModified, cacheControl, others);
  }

  /**
   * How caches may use an answer (RFC 9111 §5.2.2, RFC 5861).
   *
   * <p>A minute of {@code stale-while-revalidate} is enough for a feed that is asked for all the
   * time: nobody waits while one request brings the new bytes. More would only show a withdrawn
   * article for longer in a cache that is asked rarely. A day of {@code stale-if-error} bridges a
   * server that is down. Neither keeps what was purged.
   */
  static String cacheControl(Duration ttl) {
    return "public, max-age="
        + ttl.toSeconds()
        + ", stale-while-revalidate="
        + CopyLifetimes.WHILE_ASKING.toSeconds()
        + ", stale-if-error="
        + CopyLifetimes.WHILE_DOWN.toSeconds();
  }
}

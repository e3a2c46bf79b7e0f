package vn.bantin.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Lifetimes;

/**
 * How long copies may be used, by the newsroom's definitions as they are now.
 *
 * @param catalog null when there is none that could be used, and every feed counts with the longest
 */
public record CopyLifetimes(@Nullable FeedCatalog catalog) implements Lifetimes {

  /**
   * How long a copy that is too old may be used while a cache asks for the new one (RFC 5861 §3).
   */
  public static final Duration WHILE_ASKING = Duration.ofMinutes(1);

  /** How long a copy that is too old may be used while the server is down (RFC 5861 §4). */
  public static final Duration WHILE_DOWN = Duration.ofDays(1);

  @Override
  public int pageSize() {
    return Archive.PAGE_SIZE;
  }

  @Override
  public Duration of(String feed, boolean archived) {
    Duration longest = FeedDefinition.MAX_TTL;
    Duration fresh =
        archived || catalog == null
            ? longest
            : catalog.feed(feed).map(FeedDefinition::ttl).orElse(longest);
    return fresh.plus(WHILE_ASKING);
  }
}

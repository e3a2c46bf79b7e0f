package vn.bantin.store;

import java.util.List;

/**
 * A stretch of a feed's positions at one moment.
 *
 * @param version the latest change of one of these entries, or of how the feed looks as a whole
 * @param positions how many articles ever entered the feed
 * @param entries what is in it, the highest position first
 * @param gone what is not in it any more, the highest position first
 */
public record FeedPage(
    FeedVersion version, long positions, List<FeedEntry> entries, List<LoggedEntry> gone) {

  /** Copies the lists. */
  public FeedPage {
    entries = List.copyOf(entries);
    gone = List.copyOf(gone);
  }
}

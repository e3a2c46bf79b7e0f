package vn.bantin.article;

import java.time.Duration;

/** How long copies of feeds may be used by the programs and caches that took them. */
public interface Lifetimes {

  /** How many entries there are on a full page of a feed's archive. */
  int pageSize();

  /**
   * How long after it was served a copy may be shown at most, by whoever can reach the server.
   *
   * @param feed its name; of one that there is no more, nobody knows any better than the longest
   * @param archived whether it may be that of a full page of the feed's archive
   */
  Duration of(String feed, boolean archived);
}

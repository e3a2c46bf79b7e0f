package vn.bantin.snapshot;

import vn.bantin.feed.FeedCatalog;

/**
 * One reading of the newsroom's definitions.
 *
 * @param number counted from 1 in this process
 * @param catalog what was read
 */
record Edition(long number, FeedCatalog catalog) {

  Edition next(FeedCatalog other) {
    return new Edition(number + 1, other);
  }
}

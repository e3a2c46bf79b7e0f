package vn.bantin.snapshot;

import vn.bantin.feed.Format;

/**
 * Which snapshot.
 *
 * @param feed the feed's name
 * @param format which format of it
 */
record Key(String feed, Format format) {}

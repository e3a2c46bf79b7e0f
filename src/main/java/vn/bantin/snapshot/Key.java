package vn.bantin.snapshot;

import vn.bantin.feed.Format;
import vn.bantin.feed.Union;

/**
 * Which snapshot. Who asks for the same one again and again keeps its key.
 *
 * @param feed a feed's name, or that of a {@link Union}
 * @param format which format of it
 */
public record Key(String feed, Format format) {}

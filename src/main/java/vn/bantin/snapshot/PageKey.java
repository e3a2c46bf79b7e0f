package vn.bantin.snapshot;

import vn.bantin.feed.View;

/**
 * What a page of an archive is known by.
 *
 * @param feed a feed's name
 * @param page its number, from 1 for the oldest
 * @param view what of it
 */
public record PageKey(String feed, long page, View view) {}

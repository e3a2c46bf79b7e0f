package vn.bantin.snapshot;

import vn.bantin.feed.View;
import vn.bantin.search.SearchQuery;

/**
 * What a page of search results is known by.
 *
 * @param query what was asked
 * @param page its number, from 1
 * @param view what of it
 */
public record SearchKey(SearchQuery query, int page, View view) {}

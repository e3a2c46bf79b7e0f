package vn.bantin.snapshot;

import vn.bantin.feed.Format;
import vn.bantin.search.SearchQuery;

/**
 * What a page of search results is known by.
 *
 * @param query what was asked
 * @param page its number, from 1
 * @param format which format
 */
public record SearchKey(SearchQuery query, int page, Format format) {}

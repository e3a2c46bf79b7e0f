package vn.bantin.store;

import vn.bantin.article.Article;

/**
 * An article's place in a feed.
 *
 * @param article as it is now
 * @param position when it first entered the feed: 1 for the first article ever
 * @param changedSeq the number of the change that last touched the entry
 */
public record FeedEntry(Article article, long position, long changedSeq) {}

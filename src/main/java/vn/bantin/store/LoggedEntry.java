package vn.bantin.store;

import java.time.Instant;
import vn.bantin.article.ArticleId;

/**
 * What last happened to an article in a feed.
 *
 * @param article which
 * @param changedSeq the number of that change
 * @param changedAt the second of that change
 * @param gone whether the article is no longer in the feed
 */
public record LoggedEntry(ArticleId article, long changedSeq, Instant changedAt, boolean gone) {}

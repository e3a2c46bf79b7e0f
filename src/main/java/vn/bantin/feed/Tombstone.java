package vn.bantin.feed;

import java.time.Instant;
import vn.bantin.article.ArticleId;

/**
 * What a feed says of an article that has left it: that it has, and never why.
 *
 * @param article which
 * @param at when, to the second
 */
public record Tombstone(ArticleId article, Instant at) {}

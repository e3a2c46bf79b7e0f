package vn.bantin.article;

import java.time.Instant;

/**
 * An article as it stood from one change to the next.
 *
 * @param number 1 for the first
 * @param seq the number of the change
 * @param at the second of the change
 * @param actor who made it
 * @param article as it was after it
 */
public record Revision(int number, long seq, Instant at, Actor actor, Article article) {}

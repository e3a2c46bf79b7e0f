package vn.bantin.article;

/**
 * A change of state that the clock made.
 *
 * @param id which article
 * @param from its state before
 * @param to its state now
 * @param seq the number of the change
 */
public record Turn(ArticleId id, State from, State to, long seq) {}

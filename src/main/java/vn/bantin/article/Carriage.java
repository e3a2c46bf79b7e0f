package vn.bantin.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a feed's versions that carried one revision of an article, as far as its limit
 * reached: whoever asked for the feed meanwhile could be served just this text.
 *
 * @param feed its name
 * @param revision the number of the {@link Revision}
 * @param fromSeq the feed's first version with it
 * @param from the second of that version
 * @param toSeq the feed's first version without it; null while it is carried
 * @param to the second of that version; null while it is carried
 * @param copiesUntil when the last copies that were served with it were too old to be shown, by
 *     {@link Lifetimes}; null while it is carried
 */
public record Carriage(
    String feed,
    int revision,
    long fromSeq,
    Instant from,
    @Nullable Long toSeq,
    @Nullable Instant to,
    @Nullable Instant copiesUntil) {}

package vn.bantin.store;

import org.jspecify.annotations.Nullable;

/**
 * What the store has to know of a feed's definition: whether it changed.
 *
 * @param name the feed's name
 * @param rules fingerprint of what decides which articles are in; never empty
 * @param look fingerprint of all else that its bytes depend on; null when the caller serves no
 *     bytes and leaves it as it is
 */
public record FeedDeclaration(String name, String rules, @Nullable String look) {}

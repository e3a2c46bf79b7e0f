package vn.bantin.store;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request that may come again.
 *
 * @param status the status code
 * @param type the media type of the body
 * @param body text
 * @param entityTag null when there was none
 * @param location null when there was none
 */
public record KeptAnswer(
    int status, String type, String body, @Nullable String entityTag, @Nullable String location) {}

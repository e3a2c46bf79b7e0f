package vn.bantin.ingest;

/**
 * Why something that was offered is not an article: an expected answer, never a failure.
 *
 * @param code stable, in kebab-case, for scripts
 * @param message what is wrong, with the line where it is known
 * @param hint what to do about it
 */
public record Rejection(String code, String message, String hint) implements Decoding, Drafting {}

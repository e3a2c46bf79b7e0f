package vn.bantin.access;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key to the API, of which only the hash is kept.
 *
 * @param id what it is looked up by; not secret
 * @param name who has it, for people and for articles' histories
 * @param hash of its secret, lower-case hexadecimal
 * @param scopes what it allows
 * @param created when it was made, to the second
 * @param revoked from when on it counts no more; null while it does
 */
public record Token(
    String id,
    String name,
    String hash,
    Set<Scope> scopes,
    Instant created,
    @Nullable Instant revoked) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

  /**
   * Copies the scopes.
   *
   * @throws IllegalArgumentException if the name is none, or there is no scope
   */
  public Token {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name of a token: " + name);
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a token that allows nothing");
    }
    scopes = Set.copyOf(scopes);
  }

  /** Whether the text may name a token: up to 100 letters, digits and {@code ._@-}. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether it opens anything still. */
  public boolean isInForce() {
    return revoked == null;
  }
}

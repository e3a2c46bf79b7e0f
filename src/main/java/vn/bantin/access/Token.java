package vn.bantin.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key, of which only the hash is kept: to the API, or to the feeds of one partner. That one
 * stands in addresses, which are not kept as secret as a field of a request, and so it opens
 * nothing else.
 *
 * @param id what it is looked up by; not secret
 * @param name who has it, for people and for articles' histories
 * @param hash of its secret, lower-case hexadecimal
 * @param scopes what it allows; none for a partner's
 * @param partner the name of the partner whose feeds it opens; null for a key to the API
 * @param created when it was made, to the second
 * @param revoked from when on it counts no more; null while it does
 */
public record Token(
    String id,
    String name,
    String hash,
    Set<Scope> scopes,
    @Nullable String partner,
    Instant created,
    @Nullable Instant revoked) {

  /** What the word begins with for the feeds of the partner whose name follows. */
  public static final String PARTNER = "partner:";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

  /**
   * Copies the scopes.
   *
   * @throws IllegalArgumentException if the name is none, or it does not allow something of just
   *     one kind
   */
  public Token {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name of a token: " + name);
    }
    if (scopes.isEmpty() == (partner == null)) {
      throw new IllegalArgumentException(
          partner == null ? "a token that allows nothing" : "a partner's token that allows more");
    }
    scopes = Set.copyOf(scopes);
  }

  /** A key to the API. */
  public Token(
      String id,
      String name,
      String hash,
      Set<Scope> scopes,
      Instant created,
      @Nullable Instant revoked) {
    this(id, name, hash, scopes, null, created, revoked);
  }

  /** What it allows in the words used outside, in order. */
  public List<String> grants() {
    return partner == null
        ? scopes.stream().map(Scope::wireName).sorted().toList()
        : List.of(PARTNER + partner);
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

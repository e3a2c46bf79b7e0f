package vn.bantin.store;

import java.util.List;
import java.util.Optional;
import vn.bantin.access.Token;

/**
 * The tokens of a newsroom.
 *
 * <p>Every method may be called from any thread, blocks, and throws {@link StoreException} when the
 * database cannot do it.
 */
public interface TokenStore {

  /** Keeps a new token; false when there is one of its name already, and nothing was done. */
  boolean add(Token token);

  /** The token with the given id, revoked or not. */
  Optional<Token> token(String id);

  /** All tokens by name, revoked ones among them. */
  List<Token> tokens();

  /** Revokes the token of that name now; false when there is none that counts. */
  boolean revoke(String name);
}

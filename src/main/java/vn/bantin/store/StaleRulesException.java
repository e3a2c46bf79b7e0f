package vn.bantin.store;

import java.util.Set;

/**
 * The caller would place articles by other rules than the store was last told; nothing was done.
 */
public final class StaleRulesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the feeds on which the two differ. */
  StaleRulesException(Set<String> feeds) {
    super("the newsroom and the database differ on the feeds " + String.join(", ", feeds));
  }
}

package vn.bantin.store;

/**
 * What was answered to requests with a key of their own, so that one that is repeated is not done
 * twice: for a day, on every node.
 *
 * <p>Every method may be called from any thread, blocks, and throws {@link StoreException} when the
 * database cannot do it.
 */
public interface AnswerStore {

  /**
   * Takes note that a request comes.
   *
   * @param token the id of the token that it comes with
   * @param key its own
   * @param fingerprint of all that it asks for
   */
  Attempt begin(String token, String key, String fingerprint);

  /** Keeps the answer to a request, unless another attempt has taken it over. */
  void finish(Attempt.First attempt, KeptAnswer answer);

  /** Forgets a request that changed nothing, unless another attempt has taken it over. */
  void abandon(Attempt.First attempt);
}

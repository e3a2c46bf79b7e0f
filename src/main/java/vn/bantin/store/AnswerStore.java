package vn.bantin.store;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was answered to requests with a key of their own, so that one that is repeated is not done
 * twice: for a day, on every node.
 *
 * <p>Every method may be called from any thread, blocks, and throws {@link StoreException} when the
 * database cannot do it.
 */
public interface AnswerStore {

  /**
   * Does what a request asks for and keeps its answer, in one transaction, unless there is an
   * answer already. Another request with the same key waits for it.
   *
   * @param token the id of the token that it comes with
   * @param key its own
   * @param fingerprint of all that it asks for
   * @param work does it by this same store, in this thread; empty when it was refused, whereupon
   *     nothing of it stays
   */
  Attempt once(String token, String key, String fingerprint, Supplier<Optional<KeptAnswer>> work);
}

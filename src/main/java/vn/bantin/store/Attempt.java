package vn.bantin.store;

/** What is known of a request when it comes. */
public sealed interface Attempt {

  /**
   * Nothing: it is to be done, and then finished or abandoned.
   *
   * @param id of this attempt, which nobody else has
   */
  record First(String id) implements Attempt {}

  /** It is just being done, for somebody else. */
  record UnderWay() implements Attempt {}

  /** It has been done. */
  record Done(KeptAnswer answer) implements Attempt {}

  /** Its key was used for another request. */
  record Other() implements Attempt {}
}

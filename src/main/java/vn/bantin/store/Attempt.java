package vn.bantin.store;

/** What became of a request that may come again. */
public sealed interface Attempt {

  /** It has been done, now or before, and this is the answer to it. */
  record Done(KeptAnswer answer) implements Attempt {}

  /** It was refused and may be tried again. */
  record Refused() implements Attempt {}

  /** Its key was used for another request. */
  record Other() implements Attempt {}
}

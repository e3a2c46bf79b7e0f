package vn.bantin.api;

/** Whose a key is that stands in an address. */
public sealed interface KeyHolder {

  /**
   * A partner's.
   *
   * @param name the partner's
   */
  record Of(String name) implements KeyHolder {}

  /** A partner's once, who may use it no more. */
  record Revoked() implements KeyHolder {}

  /** Nobody's who is a partner. */
  record Unknown() implements KeyHolder {}
}

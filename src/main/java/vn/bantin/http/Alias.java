package vn.bantin.http;

/** What an address stands for that is not a feed's own. */
sealed interface Alias {

  /** Nothing. */
  Alias UNKNOWN = new Unknown();

  /**
   * A feed under another address.
   *
   * @param location the address to ask instead: an absolute path of this server (RFC 3986 §4.2) or
   *     a whole address that the newsroom has named; in ASCII, without query
   */
  record Moved(String location) implements Alias {}

  /**
   * A feed that has ended.
   *
   * @param sentence why, for people
   */
  record Ended(String sentence) implements Alias {}

  /** No feed. */
  record Unknown() implements Alias {}
}

package vn.bantin.snapshot;

/** What comes of asking for a union. */
public sealed interface UnionReply {

  /**
   * There it is.
   *
   * @param snapshot the newest; or the last good one, when that could not be built or not in time
   */
  record Ready(Snapshot snapshot) implements UnionReply {}

  /** There is no such union. */
  record Unknown() implements UnionReply {}

  /** It has never been built, and will not be in time: too many others wait. */
  record Busy() implements UnionReply {}
}

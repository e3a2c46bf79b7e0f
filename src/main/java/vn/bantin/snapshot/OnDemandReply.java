package vn.bantin.snapshot;

/** What comes of asking for what is built on demand: a union of feeds, or a search. */
public sealed interface OnDemandReply {

  /**
   * There it is.
   *
   * @param snapshot the newest; or the last good one, when that could not be built or not in time
   */
  record Ready(Snapshot snapshot) implements OnDemandReply {}

  /** There is no such thing. */
  record Unknown() implements OnDemandReply {}

  /** It has never been built, and will not be in time: too many others wait. */
  record Busy() implements OnDemandReply {}
}

package vn.bantin.snapshot;

/** How much time is spent to make bytes smaller. */
public enum Effort {
  /** A few milliseconds: what a reader may wait for. */
  FAST,
  /** As much as it takes: what is made beside everything else. */
  BEST
}

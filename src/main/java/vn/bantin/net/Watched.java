package vn.bantin.net;

/** What a {@link Loop} calls when a channel can go on. */
interface Watched {

  /**
   * Goes on, in the loop's thread.
   *
   * @param ops what can be done, as bits of {@link java.nio.channels.SelectionKey}
   */
  void ready(int ops);

  /** Ends, as the loop does. */
  void end();
}

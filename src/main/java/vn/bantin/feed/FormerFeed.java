package vn.bantin.feed;

import java.net.URI;

/** What became of a feed that is no more. */
public sealed interface FormerFeed {

  /**
   * Its readers are led to a feed of this newsroom.
   *
   * @param feed that feed's name
   */
  record Renamed(String feed) implements FormerFeed {}

  /**
   * Its readers are led to a feed of somebody else.
   *
   * @param address where that is: absolute, in ASCII
   */
  record MovedAway(URI address) implements FormerFeed {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is relative or not in ASCII
     */
    public MovedAway {
      if (!address.isAbsolute() || !address.toString().equals(address.toASCIIString())) {
        throw new IllegalArgumentException("no absolute address in ASCII: " + address);
      }
    }
  }

  /**
   * Its readers are told that nothing more will come.
   *
   * @param sentence why, for people
   */
  record Ended(String sentence) implements FormerFeed {}
}

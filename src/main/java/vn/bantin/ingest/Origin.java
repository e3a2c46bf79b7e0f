package vn.bantin.ingest;

import java.net.URI;
import java.time.ZoneId;
import java.util.Set;

/**
 * What an article takes from its newsroom when it does not say it itself.
 *
 * @param zone of dates without one
 * @param language BCP 47 tag
 * @param home absolute address that relative links start from
 * @param categories slugs that an article may name; empty for any
 */
public record Origin(ZoneId zone, String language, URI home, Set<String> categories) {

  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException if {@code home} is not absolute
   */
  public Origin {
    categories = Set.copyOf(categories);
    if (!home.isAbsolute() || home.getHost() == null) {
      throw new IllegalArgumentException("the newsroom's address is not absolute: " + home);
    }
  }
}

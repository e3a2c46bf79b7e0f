package vn.bantin.feed;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a newsroom sends readers who come by an address that is no feed's own, from {@code
 * site.yaml}. No part of {@link Site}: what a feed looks like does not depend on it, so that no
 * feed gets a new version when it is edited.
 *
 * @param main the feed that stands for the whole newsroom; null to choose by rule
 * @param former what became of feeds that are no more, by name
 */
public record Signposts(@Nullable String main, Map<String, FormerFeed> former) {

  /** None but those that go without saying. */
  public static final Signposts NONE = new Signposts(null, Map.of());

  /** Copies the map. */
  public Signposts {
    former = Collections.unmodifiableMap(new TreeMap<>(former));
  }
}

package vn.bantin.snapshot;

import vn.bantin.feed.Union;
import vn.bantin.feed.View;

/**
 * Which snapshot. Who asks for the same one again and again keeps its key.
 *
 * @param feed a feed's name, or that of a {@link Union}; empty for the front page
 * @param view what of it
 */
public record Key(String feed, View view) {

  /** That of the front page. */
  public static Key ofFrontPage(View view) {
    return new Key("", view);
  }

  boolean isOfFrontPage() {
    return feed.isEmpty();
  }
}

package vn.bantin.feed;

import java.net.URI;

/**
 * A picture that stands for a feed or a newsroom.
 *
 * @param url absolute address
 * @param width in pixels, 1 to 144: RSS 2.0 allows no more
 * @param height in pixels, 1 to 400: RSS 2.0 allows no more
 */
public record Image(URI url, int width, int height) {

  /** The widest that RSS 2.0 allows. */
  public static final int MAX_WIDTH = 144;

  /** The highest that RSS 2.0 allows. */
  public static final int MAX_HEIGHT = 400;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is left
   */
  public Image {
    if (!url.isAbsolute() || width < 1 || width > MAX_WIDTH || height < 1 || height > MAX_HEIGHT) {
      throw new IllegalArgumentException("not an image for a feed: " + url);
    }
  }
}

package vn.bantin.article;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A picture, film or recording that belongs to an article.
 *
 * @param url absolute address
 * @param type media type in lower case, such as {@code image/jpeg}
 * @param length size in bytes, positive; null when unknown
 * @param width in pixels, positive; null when unknown
 * @param height in pixels, positive; null when unknown
 * @param duration playing time, positive; null when unknown or still
 * @param caption plain text; null when there is none
 */
public record Media(
    URI url,
    String type,
    @Nullable Long length,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Duration duration,
    @Nullable String caption) {

  /**
   * Checks the ranges above.
   *
   * @throws IllegalArgumentException naming the part that is out of range
   */
  public Media {
    if (!url.isAbsolute() || url.getHost() == null) {
      throw new IllegalArgumentException("media address is not absolute: " + url);
    }
    type = type.toLowerCase(Locale.ROOT);
    if (!type.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")) {
      throw new IllegalArgumentException("not a media type: " + type);
    }
    requirePositive("length", length);
    requirePositive("width", width);
    requirePositive("height", height);
    requirePositive("duration", duration == null ? null : duration.toMillis());
  }

  /** What kind of thing it is: the part of the type before the slash, such as {@code image}. */
  public String kind() {
    return type.substring(0, type.indexOf('/'));
  }

  private static void requirePositive(String part, @Nullable Number value) {
    if (value != null && value.longValue() <= 0) {
      throw new IllegalArgumentException("media " + part + " is not positive: " + value);
    }
  }
}

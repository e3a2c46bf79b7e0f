package vn.bantin.field;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;

/**
 * The choice of a feed's format by {@code Accept} (RFC 9110 §12.5.1).
 *
 * <p>A format's weight is that of the range that names it most closely: its media type, then a
 * plain name that readers use for it, then its type with {@code *}, then {@code *}{@code /*}; of
 * several just as close, the best. Without the field, or with nothing readable in it, the first
 * format is sent.
 */
public final class AcceptedFormat {
  /** The formats as the server likes them: of equal weights the first wins. */
  private static final List<Format> PREFERENCE = List.of(Format.ATOM, Format.RSS, Format.JSON);

  private static final List<String> PLAIN_XML = List.of("application/xml", "text/xml");
  private static final List<String> PLAIN_JSON = List.of("application/json");

  /** How closely a range names a format, the closest first. */
  private enum Closeness {
    MEDIA_TYPE,
    PLAIN_NAME,
    TYPE,
    ANYTHING
  }

  private AcceptedFormat() {}

  /** The format to send, by the field's lines (null when not sent); empty when none will do. */
  public static Optional<Format> choose(@Nullable List<String> lines) {
    if (lines == null || lines.stream().noneMatch(line -> new MediaRanges(line).advance())) {
      return Optional.of(PREFERENCE.getFirst());
    }
    Format best = null;
    int bestWeight = 0;
    for (Format format : PREFERENCE) {
      int weight = weight(lines, format);
      if (weight > bestWeight) {
        best = format;
        bestWeight = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Whether a page for people is wanted rather than any format: {@code text/html} must be named,
   * and weigh more than what is best of the formats.
   */
  public static boolean isPageWanted(@Nullable List<String> lines) {
    if (lines == null) {
      return false;
    }
    int page = 0;
    for (String line : lines) {
      MediaRanges ranges = new MediaRanges(line);
      while (ranges.advance()) {
        if (ranges.is(Page.MEDIA_TYPE)) {
          page = Math.max(page, ranges.weight());
        }
      }
    }
    int best = PREFERENCE.stream().mapToInt(format -> weight(lines, format)).max().orElse(0);
    return page > best;
  }

  private static int weight(List<String> lines, Format format) {
    Closeness closest = null;
    int weight = 0;
    for (String line : lines) {
      MediaRanges ranges = new MediaRanges(line);
      while (ranges.advance()) {
        Closeness closeness = closeness(ranges, format);
        if (closeness == null || (closest != null && closeness.compareTo(closest) > 0)) {
          continue;
        }
        weight = closeness == closest ? Math.max(weight, ranges.weight()) : ranges.weight();
        closest = closeness;
      }
    }
    return weight;
  }

  private static @Nullable Closeness closeness(MediaRanges range, Format format) {
    if (range.is(format.mediaType())) {
      return Closeness.MEDIA_TYPE;
    }
    for (String name : plainNames(format)) {
      if (range.is(name)) {
        return Closeness.PLAIN_NAME;
      }
    }
    if (range.isAnyOfType(format.mediaType())) {
      return Closeness.TYPE;
    }
    return range.is("*/*") ? Closeness.ANYTHING : null;
  }

  private static List<String> plainNames(Format format) {
    return switch (format) {
      case ATOM -> PLAIN_XML;
      case RSS -> List.of();
      case JSON -> PLAIN_JSON;
    };
  }
}

package vn.bantin.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Media;
import vn.bantin.yaml.YamlMap;

/** Reads one item of {@code media} in front matter. */
final class MediaFields {

  /** What a media type looks like. */
  static final Pattern TYPE =
      Pattern.compile("(?:image|video|audio|application|text)/[A-Za-z0-9!#$&^_.+-]+");

  static final long MAX_LENGTH = 1L << 50;
  static final int MAX_PIXELS = 100_000;
  static final int MAX_SECONDS = 10_000_000;

  private MediaFields() {}

  /** The medium; empty after a mistake. */
  static Optional<Media> read(YamlMap item, URI base, Problems problems) {
    String address = item.text("url");
    String type = item.text("type");
    Long length = item.longInteger("length", 1, MAX_LENGTH);
    Integer width = item.integer("width", 1, MAX_PIXELS);
    Integer height = item.integer("height", 1, MAX_PIXELS);
    Integer seconds = item.integer("duration", 1, MAX_SECONDS);
    String caption = item.text("caption");
    URI url = url(address, base, item, problems);
    if (type == null || !TYPE.matcher(type).matches()) {
      problems.add(
          item.line("type"),
          "bad-media",
          type == null ? "a medium without type" : "no media type: " + PlainText.quoted(type),
          "write type: image/jpeg, video/mp4, audio/mpeg or the like");
      return Optional.empty();
    }
    if (url == null) {
      return Optional.empty();
    }
    Duration duration = seconds == null ? null : Duration.ofSeconds(seconds);
    return Optional.of(new Media(url, type, length, width, height, duration, caption));
  }

  private static @Nullable URI url(
      @Nullable String address, URI base, YamlMap item, Problems problems) {
    URI url = address == null ? null : Addresses.absolute(address, base);
    if (url == null) {
      problems.add(
          item.line("url"),
          "bad-media",
          address == null ? "a medium without url" : "no web address: " + PlainText.quoted(address),
          "write url: https://… with the whole address");
    }
    return url;
  }
}

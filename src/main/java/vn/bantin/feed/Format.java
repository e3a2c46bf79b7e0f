package vn.bantin.feed;

import java.util.Optional;

/** A language that feeds are written in. */
public enum Format implements View {
  /** Atom 1.0, RFC 4287. */
  ATOM("atom", "application/atom+xml", "; charset=utf-8"),
  /** RSS 2.0. */
  RSS("rss", "application/rss+xml", "; charset=utf-8"),
  /** JSON Feed 1.1; JSON is UTF-8 and has no charset parameter (RFC 8259 §11). */
  JSON("json", "application/feed+json", "");

  private final String extension;
  private final String mediaType;
  private final String charset;

  Format(String extension, String mediaType, String charset) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.charset = charset;
  }

  @Override
  public String extension() {
    return extension;
  }

  /** The media type without parameters. */
  public String mediaType() {
    return mediaType;
  }

  @Override
  public String contentType() {
    return mediaType + charset;
  }

  /** The format with the given extension; empty when there is none. */
  public static Optional<Format> ofExtension(String extension) {
    for (Format format : values()) {
      if (format.extension.equals(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}

package vn.bantin.feed;

import java.nio.charset.StandardCharsets;

/** What crawlers are asked to leave alone (RFC 9309), and where they find what is new. */
public final class Robots {

  /** Its media type. */
  public static final String MEDIA_TYPE = "text/plain; charset=utf-8";

  private Robots() {}

  /** Feeds and articles are for them; the API, partners' feeds and searches without end are not. */
  public static byte[] of(Addresses addresses) {
    return """
    User-agent: *
    Disallow: /api/
    Disallow: /search
    Disallow: /partners/

    Sitemap: %s
    """
        .formatted(addresses.newsSitemap())
        .getBytes(StandardCharsets.UTF_8);
  }
}

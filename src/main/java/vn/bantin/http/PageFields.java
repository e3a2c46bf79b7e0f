package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Embedders;

/**
 * What pages may do in a browser (CSP Level 3): show pictures from anywhere, and beside that use
 * what comes from here alone. No script or style stands in a page itself.
 */
final class PageFields {

  private static final String OURS =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "img-src https: http: data:; media-src https: http:; base-uri 'none'; ";

  private static final String PAGE =
      OURS + "frame-src 'self'; form-action 'self'; frame-ancestors 'self'";

  private static final String EMBED = OURS + "form-action 'none'; frame-ancestors ";

  private PageFields() {}

  /** Of a page of our own. */
  static void ofPage(HeaderMap headers) {
    headers.put(Headers.CONTENT_SECURITY_POLICY, PAGE);
    headers.put(Headers.REFERRER_POLICY, "strict-origin-when-cross-origin");
  }

  /** Of what may stand in the pages of some sites, and in our own. */
  static void ofFrame(HeaderMap headers, Embedders.Only only) {
    String sites = "'self' " + String.join(" ", only.origins());
    headers.put(Headers.CONTENT_SECURITY_POLICY, EMBED + sites.strip());
  }

  /** Of a part of somebody else's page. */
  static void ofEmbed(HeaderMap headers, Embed embed) {
    if (embed.form() != Embed.Form.ENTRIES) {
      ofFrame(headers);
    }
  }

  /** Of a page that may stand in anybody's. */
  static void ofFrame(HeaderMap headers) {
    headers.put(Headers.CONTENT_SECURITY_POLICY, EMBED + "*");
    headers.put(Headers.REFERRER_POLICY, "strict-origin-when-cross-origin");
  }
}

package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Page;
import vn.bantin.feed.Site;
import vn.bantin.field.AcceptedLanguage;
import vn.bantin.snapshot.Snapshot;

/**
 * What of a request decided which document it is answered with (RFC 9110 §12.1).
 *
 * @param vary the fields, as {@code Vary} lists them
 * @param location where that document is by itself; null when that is where it was asked for
 */
record Negotiation(String vary, @Nullable String location) {

  /** Of a document at its own address, which comes in several codings. */
  static final Negotiation NONE = new Negotiation("Accept-Encoding", null);

  /** Of a document that not everybody's pages may have. */
  static final Negotiation ORIGIN = new Negotiation("Origin, Accept-Encoding", null);

  private static final String BY_FORMAT = "Accept, Accept-Encoding";
  private static final String BY_FORMAT_AND_LANGUAGE = "Accept, Accept-Language, Accept-Encoding";

  /** Of a page whose language was chosen. */
  static final Negotiation LANGUAGE = new Negotiation("Accept-Language, Accept-Encoding", null);

  /** Of a page of the given address whose language was chosen. */
  static Negotiation ofLanguage(String location) {
    return new Negotiation(LANGUAGE.vary, location);
  }

  /** Of a page or feed of the given address, after both were on offer. */
  static Negotiation ofFormat(Snapshot snapshot, String location) {
    boolean isPage = snapshot.view() instanceof Page;
    return new Negotiation(isPage ? BY_FORMAT_AND_LANGUAGE : BY_FORMAT, location);
  }

  /** Of a feed at its address without a format. */
  static Negotiation ofFeed(Snapshot snapshot) {
    return ofFormat(snapshot, "/feeds/" + snapshot.feed() + "." + snapshot.view().extension());
  }

  /** The page in the language that the client prefers. */
  static Page page(HttpServerExchange exchange, Site site) {
    return AcceptedLanguage.choose(
        exchange.getRequestHeaders().get(Headers.ACCEPT_LANGUAGE), Page.of(site));
  }

  /** Writes the fields. */
  void describe(HeaderMap headers) {
    headers.put(Headers.VARY, vary);
    if (location != null) {
      headers.put(Headers.CONTENT_LOCATION, location);
    }
  }
}

package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.feed.Union;
import vn.bantin.field.HttpDate;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;

/** The fields of an answer for a feed, in both lanes. */
final class FeedFields {

  private FeedFields() {}

  /**
   * The fields that a 200 and a 304 have in common (RFC 9110 §15.4.5).
   *
   * <p>Date is of the same moment as Last-Modified: the server's own lags behind by up to a second,
   * and a Last-Modified later than Date is a lie.
   *
   * @param negotiation what decided that it is this document
   */
  static void describe(
      HeaderMap headers,
      Snapshot snapshot,
      Representation selected,
      Negotiation negotiation,
      Instant now) {
    headers.put(Headers.ETAG, selected.entityTag());
    headers.put(Headers.LAST_MODIFIED, lastModified(snapshot, now));
    headers.put(Headers.DATE, HttpDate.format(now));
    headers.put(Headers.CACHE_CONTROL, snapshot.cacheControl());
    negotiation.describe(headers);
    if (!(snapshot.view() instanceof Page)) {
      Cors.open(headers);
    }
  }

  /** The same for the fast lane, where the address alone decides and the dates are put in later. */
  static HeaderMap prepared(Snapshot snapshot, Representation selected) {
    HeaderMap headers = new HeaderMap();
    describe(headers, snapshot, selected, Negotiation.NONE, snapshot.changedAt());
    return headers;
  }

  /** The fields that belong to the content, which a 304 does without. */
  static void describeContent(HeaderMap headers, Snapshot snapshot, Representation selected) {
    headers.put(Headers.CONTENT_TYPE, snapshot.view().contentType());
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    switch (snapshot.view()) {
      case Format _ -> Cors.expose(headers);
      case Page _ -> PageFields.ofPage(headers);
      case Embed embed -> {
        Cors.expose(headers);
        PageFields.ofEmbed(headers, embed);
      }
    }
    SurrogateKeys.mark(
        headers, snapshot.feed().isEmpty() ? List.of() : Union.namesIn(snapshot.feed()));
    if (selected.coding() != Coding.IDENTITY) {
      headers.put(Headers.CONTENT_ENCODING, selected.coding().token());
    }
  }

  // The change's second may be ahead of the clock; what is sent must not be (RFC 9110 §8.8.2.1). A
  // client that sends the earlier date back is before the change and gets the whole feed again.
  private static String lastModified(Snapshot snapshot, Instant now) {
    return snapshot.changedAt().isAfter(now)
        ? HttpDate.format(now.truncatedTo(ChronoUnit.SECONDS))
        : snapshot.lastModified();
  }
}

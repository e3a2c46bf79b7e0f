package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.bantin.feed.Union;
import vn.bantin.field.HttpDate;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;

/** The fields of an answer for a feed, in both lanes. */
final class FeedFields {

  private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");

  private FeedFields() {}

  /**
   * The fields that a 200 and a 304 have in common (RFC 9110 §15.4.5).
   *
   * <p>Date is of the same moment as Last-Modified: the server's own lags behind by up to a second,
   * and a Last-Modified later than Date is a lie.
   *
   * @param negotiated whether the format was chosen by {@code Accept}
   */
  static void describe(
      HeaderMap headers,
      Snapshot snapshot,
      Representation selected,
      boolean negotiated,
      Instant now) {
    headers.put(Headers.ETAG, selected.entityTag());
    headers.put(Headers.LAST_MODIFIED, lastModified(snapshot, now));
    headers.put(Headers.DATE, HttpDate.format(now));
    headers.put(Headers.CACHE_CONTROL, snapshot.cacheControl());
    headers.put(Headers.VARY, negotiated ? "Accept, Accept-Encoding" : "Accept-Encoding");
    headers.put(ALLOW_ORIGIN, "*");
    if (negotiated) {
      headers.put(
          Headers.CONTENT_LOCATION,
          "/feeds/" + snapshot.feed() + "." + snapshot.format().extension());
    }
  }

  /** The fields that belong to the content, which a 304 does without. */
  static void describeContent(HeaderMap headers, Snapshot snapshot, Representation selected) {
    headers.put(Headers.CONTENT_TYPE, snapshot.format().contentType());
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    SurrogateKeys.mark(headers, Union.namesIn(snapshot.feed()));
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

package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.field.AcceptEncoding;
import vn.bantin.field.DeltaBase;
import vn.bantin.field.Manipulations;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Delta;
import vn.bantin.snapshot.Snapshot;

/**
 * What a 226 says beside what the 200 in its place would have said (RFC 3229 §10.4.1).
 *
 * <p>{@code ETag} and {@code Last-Modified} are those of the whole feed, which the client holds
 * when it has merged the delta.
 */
final class DeltaAnswer {

  // A cache that knows nothing of deltas must not give one to anybody else. RFC 9111 §3 lets it
  // store only a final status that it understands, but caches have stored what they did not; so
  // no-store for all, and im, which takes no-store back for a cache that follows RFC 3229. Such a
  // cache keeps to the two fields in Vary as well. They also hold the memory of a cache that notes
  // what it could not store (a hit-for-miss) to the clients that ask alike. The 200 does not name
  // them: it is a right answer to a client that would have taken a delta, and for every other
  // client the name would only split what a cache holds.
  private static final String CACHE_CONTROL = "no-store, im";
  private static final String VARY = ", A-IM, If-None-Match";

  private static final HttpString A_IM = new HttpString("A-IM");
  private static final HttpString IM = new HttpString("IM");
  private static final HttpString DELTA_BASE = new HttpString("Delta-Base");
  private static final List<Coding> CODINGS = List.of(Coding.GZIP, Coding.IDENTITY);

  private DeltaAnswer() {}

  /** The version that a delta may start from; null when the client gets the whole feed. */
  static @Nullable DeltaBase base(HeaderMap asked, Snapshot snapshot) {
    List<String> held = asked.get(Headers.IF_NONE_MATCH);
    return held != null && Manipulations.includeFeed(asked.get(A_IM))
        ? DeltaBase.latest(held, snapshot.version())
        : null;
  }

  /** The coding that the client prefers of those that deltas come in; null when it takes none. */
  static @Nullable Coding coding(@Nullable List<String> accepted) {
    return AcceptEncoding.choose(accepted, CODINGS).orElse(null);
  }

  /** The delta's bytes in such a coding. */
  static ByteBuffer bytes(Delta delta, Coding coding) {
    return coding == Coding.GZIP ? delta.gzip() : delta.identity();
  }

  /** Turns the head of the 200 into that of the 226. */
  static void describe(HttpServerExchange exchange, DeltaBase base) {
    HeaderMap headers = exchange.getResponseHeaders();
    exchange.setStatusCode(StatusCodes.IM_USED);
    headers.put(IM, Manipulations.FEED);
    headers.put(DELTA_BASE, base.entityTag());
    headers.put(Headers.CACHE_CONTROL, CACHE_CONTROL);
    headers.put(Headers.VARY, headers.getFirst(Headers.VARY) + VARY);
  }
}

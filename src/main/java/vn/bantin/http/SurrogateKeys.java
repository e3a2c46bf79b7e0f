package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.List;
import vn.bantin.purge.CacheKey;

/**
 * The fields that tell caches which keys an answer belongs to: {@code Surrogate-Key} with spaces
 * between (Fastly, Varnish), {@code Cache-Tag} with commas (Cloudflare, Akamai). They go out
 * whether or not this server purges a cache itself: somebody else may.
 *
 * <p>A 304 has none. RFC 9110 §15.4.5 does not ask for them, a cache keeps those that it got with
 * the bytes (RFC 9111 §3.2), and most answers are 304.
 */
final class SurrogateKeys {

  private static final HttpString SURROGATE_KEY = new HttpString("Surrogate-Key");
  private static final HttpString CACHE_TAG = new HttpString("Cache-Tag");

  private SurrogateKeys() {}

  /**
   * Marks an answer.
   *
   * @param feeds whose entries it has; none for one that depends on the definitions alone
   */
  static void mark(HeaderMap headers, List<String> feeds) {
    headers.put(SURROGATE_KEY, joined(feeds, ' '));
    headers.put(CACHE_TAG, joined(feeds, ','));
  }

  private static String joined(List<String> feeds, char separator) {
    StringBuilder keys = new StringBuilder(CacheKey.ALL);
    feeds.forEach(feed -> keys.append(separator).append(CacheKey.of(feed)));
    return keys.toString();
  }
}

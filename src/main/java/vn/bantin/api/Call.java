package vn.bantin.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as the API looks at it.
 *
 * @param method such as {@code PUT}
 * @param path behind {@code /api}
 * @param query the first value of each parameter
 * @param contentType the media type of the body, without parameters, in small letters; empty for
 *     none
 * @param ifMatch the value of {@code If-Match}; null when it is not there
 * @param ifNoneMatch the value of {@code If-None-Match}; null when it is not there
 * @param idempotencyKey the value of {@code Idempotency-Key}; null when it is not there
 * @param body all of it, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Call(
    String method,
    String path,
    Map<String, String> query,
    String contentType,
    @Nullable String ifMatch,
    @Nullable String ifNoneMatch,
    @Nullable String idempotencyKey,
    byte[] body) {

  /** Copies the parameters. */
  public Call {
    query = Map.copyOf(query);
  }

  /** Whether it changes anything. */
  boolean isWriting() {
    return !method.equals("GET") && !method.equals("HEAD");
  }
}

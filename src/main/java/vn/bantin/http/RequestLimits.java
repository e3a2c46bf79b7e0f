package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a single request.
 *
 * <p>Undertow has bounds of its own, twice as wide: what is beyond those gets its bare 400 and the
 * end of the connection, since there is no telling where such a request ends. Between the two there
 * is time to say what is wrong.
 */
final class RequestLimits {

  /** Characters of a path and query. */
  static final int TARGET = 8 * 1024;

  /** Lines of a head behind the first. */
  static final int FIELDS = 100;

  /** Bytes of all these lines together, with their ends. */
  static final int FIELD_BYTES = 32 * 1024;

  /** Bytes of a body at an address that takes none; it is passed over. */
  static final int BODY = 64 * 1024;

  /** Bytes of a body that the API takes. */
  static final int API_BODY = 32 * 1024 * 1024;

  private static final String API = "/api/";

  /** What each line of a field has beside its name and value. */
  private static final int LINE_SIGNS = ": \r\n".length();

  /** Digits of a length that is certainly no larger than a long. */
  private static final int LONGEST_LENGTH = 18;

  private RequestLimits() {}

  /** What to refuse the request with, and the connection to end with; null when it is in order. */
  static @Nullable Problem refusal(HttpServerExchange exchange) {
    if (exchange.getRequestURI().length() + exchange.getQueryString().length() > TARGET) {
      return Problem.LONG_TARGET;
    }
    HeaderMap fields = exchange.getRequestHeaders();
    if (areLarge(fields)) {
      return Problem.LARGE_HEAD;
    }
    if (hasUnknownCoding(fields)) {
      return Problem.TRANSFER_CODING;
    }
    if (!isLarge(fields.getFirst(Headers.CONTENT_LENGTH), body(exchange))) {
      return null;
    }
    return isApi(exchange) ? Problem.LARGE_ARTICLE : Problem.LARGE_BODY;
  }

  /** How many bytes the request's body may have. */
  static int body(HttpServerExchange exchange) {
    return isApi(exchange) ? API_BODY : BODY;
  }

  private static boolean isApi(HttpServerExchange exchange) {
    return exchange.getRelativePath().startsWith(API);
  }

  private static boolean areLarge(HeaderMap fields) {
    int lines = 0;
    int bytes = 0;
    for (long at = fields.fastIterateNonEmpty(); at != -1; at = fields.fiNextNonEmpty(at)) {
      HeaderValues values = fields.fiCurrent(at);
      lines += values.size();
      for (int i = 0; i < values.size(); i++) {
        bytes += values.getHeaderName().length() + values.get(i).length() + LINE_SIGNS;
      }
    }
    return lines > FIELDS || bytes > FIELD_BYTES;
  }

  // Undertow takes anything but "identity" for "chunked". Whoever stands in front of us may take it
  // for something else and find other requests in the same bytes (RFC 9112 §6.1, §11.2).
  private static boolean hasUnknownCoding(HeaderMap fields) {
    HeaderValues codings = fields.get(Headers.TRANSFER_ENCODING);
    return codings != null
        && !(codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"));
  }

  // Undertow goes on with a part of a number that has too many digits.
  private static boolean isLarge(@Nullable String length, int most) {
    if (length == null) {
      return false;
    }
    boolean isNumber =
        length.length() <= LONGEST_LENGTH && length.chars().allMatch(c -> c >= '0' && c <= '9');
    return !isNumber || Long.parseLong(length) > most;
  }
}

package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;

/**
 * The head of an answer as bytes, to be sent again and again with another date.
 *
 * <p>Its fields stand in the order in which Undertow would send them, so that nobody can tell from
 * an answer which lane it came by.
 */
final class ResponseHead {

  private final byte[] bytes;
  private final int date;

  private ResponseHead(byte[] bytes, int date) {
    this.bytes = bytes;
    this.date = date;
  }

  /** The head with the given status and fields, of which one is {@code Date}. */
  static ResponseHead of(int status, HeaderMap fields) {
    StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append(' ');
    text.append(StatusCodes.getReason(status)).append("\r\n");
    int date = -1;
    for (long at = fields.fastIterateNonEmpty(); at != -1; at = fields.fiNextNonEmpty(at)) {
      HeaderValues values = fields.fiCurrent(at);
      for (String value : values) {
        text.append(values.getHeaderName()).append(": ");
        if (values.getHeaderName().equals(Headers.DATE)) {
          date = text.length();
        }
        text.append(value).append("\r\n");
      }
    }
    if (date < 0) {
      throw new IllegalArgumentException("a head without a date");
    }
    return new ResponseHead(Ascii.bytes(text.append("\r\n").toString()), date);
  }

  /** Appends the head with the date, an IMF-fixdate. */
  void writeTo(ByteBuffer out, byte[] imfFixdate) {
    int at = out.position();
    out.put(bytes);
    out.put(at + date, imfFixdate);
  }
}

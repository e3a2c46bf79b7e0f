package vn.bantin.http;

import com.github.benmanes.caffeine.cache.Interner;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.bantin.field.HttpDate;

/**
 * The head of an answer as bytes, to be sent again and again: with another date, and for another
 * feed when nothing but its validators differs.
 *
 * <p>Its fields stand in the order in which Undertow would send them, so that nobody can tell from
 * an answer which lane it came by.
 */
final class ResponseHead {

  private static final Interner<ResponseHead> SHARED = Interner.newWeakInterner();
  private static final byte[] CLOSE = Ascii.bytes("Connection: close\r\n");

  // With the places of the validators and the date blank.
  private final byte[] bytes;
  private final int date;
  private final int lastModified;
  private final int tag;
  private final int connection;

  private ResponseHead(byte[] bytes, int date, int lastModified, int tag, int connection) {
    this.bytes = bytes;
    this.date = date;
    this.lastModified = lastModified;
    this.tag = tag;
    this.connection = connection;
  }

  /**
   * The head with the given status and fields.
   *
   * @param fields among them {@code Date}, {@code Last-Modified} and {@code ETag}; {@code
   *     Connection} is put to them
   */
  static ResponseHead of(int status, HeaderMap fields) {
    // The order in the map is that of the hashes and, where they meet, of what came first.
    fields.put(Headers.CONNECTION, "close");
    String statusLine = "HTTP/1.1 " + status + ' ' + StatusCodes.getReason(status) + "\r\n";
    StringBuilder text = new StringBuilder(statusLine);
    int date = -1;
    int lastModified = -1;
    int tag = -1;
    int connection = -1;
    for (long at = fields.fastIterateNonEmpty(); at != -1; at = fields.fiNextNonEmpty(at)) {
      HeaderValues values = fields.fiCurrent(at);
      HttpString name = values.getHeaderName();
      if (name.equals(Headers.CONNECTION)) {
        connection = text.length();
        continue;
      }
      for (String value : values) {
        text.append(name).append(": ");
        date = name.equals(Headers.DATE) ? text.length() : date;
        lastModified = name.equals(Headers.LAST_MODIFIED) ? text.length() : lastModified;
        tag = name.equals(Headers.ETAG) ? text.length() : tag;
        text.append(value).append("\r\n");
      }
    }
    if (date < 0 || lastModified < 0 || tag < 0) {
      throw new IllegalArgumentException("a head without date or validators");
    }
    byte[] bytes = Ascii.bytes(text.append("\r\n").toString());
    for (int place : new int[] {date, lastModified, tag}) {
      Arrays.fill(bytes, place, text.indexOf("\r", place), (byte) ' ');
    }
    return new ResponseHead(bytes, date, lastModified, tag, connection);
  }

  /** The same head, as one for all the feeds that have it. */
  ResponseHead shared() {
    return SHARED.intern(this);
  }

  /**
   * Appends the head.
   *
   * @param now the date, an IMF-fixdate
   * @param own bytes with the validators of a feed
   * @param modified where in them the value of {@code Last-Modified} begins, another such date
   * @param entityTag where that of {@code ETag} begins
   * @param length how long it is, as that of the fields which this head was made of
   * @param close whether it says that the connection ends with the answer
   */
  void writeTo(
      ByteBuffer out,
      byte[] now,
      byte[] own,
      int modified,
      int entityTag,
      int length,
      boolean close) {
    int at = out.position();
    int rest = connection;
    if (close) {
      out.put(bytes, 0, connection).put(CLOSE).put(bytes, rest, bytes.length - rest);
    } else {
      out.put(bytes);
      rest = bytes.length;
    }
    fill(out, at, date, rest, now, 0, now.length);
    fill(out, at, lastModified, rest, own, modified, HttpDate.LENGTH);
    fill(out, at, tag, rest, own, entityTag, length);
  }

  private static void fill(
      ByteBuffer out, int at, int place, int rest, byte[] from, int start, int length) {
    out.put(place < rest ? at + place : at + place + CLOSE.length, from, start, length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResponseHead head
        && Arrays.equals(bytes, head.bytes)
        && tag == head.tag
        && date == head.date
        && lastModified == head.lastModified;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}

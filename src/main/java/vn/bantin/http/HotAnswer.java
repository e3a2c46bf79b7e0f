package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.bantin.field.HttpDate;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Validators;

/**
 * What the fast lane says of a feed in one coding.
 *
 * <p>Its validators stand in one place as they are sent, Last-Modified before the entity-tag: with
 * thousands of feeds each place has to be fetched from memory by itself.
 */
final class HotAnswer {

  private static final long NEVER = Long.MIN_VALUE;

  private final byte[] sent;
  private final long changedAt;
  private long dated = NEVER;
  private final ResponseHead notModified;
  private final Validators validators;
  private @Nullable ResponseHead content;
  private int asked;

  /** The answer for a snapshot in a coding. */
  HotAnswer(Snapshot snapshot, Representation selected) {
    this.sent = Ascii.bytes(" ".repeat(HttpDate.LENGTH) + selected.entityTag());
    this.changedAt = snapshot.changedAt().getEpochSecond();
    this.notModified = ResponseHead.of(304, fields(snapshot, selected)).shared();
    this.validators = selected.validators();
  }

  private static HeaderMap fields(Snapshot snapshot, Representation selected) {
    HeaderMap fields = new HeaderMap();
    FeedFields.describe(fields, snapshot, selected, Negotiation.NONE, snapshot.changedAt());
    return fields;
  }

  /** Whether the stretch is the entity-tag. */
  boolean isTag(byte[] bytes, PlainRequest.Span stretch) {
    return Arrays.equals(bytes, stretch.from, stretch.to, sent, HttpDate.LENGTH, sent.length);
  }

  /** Whether the stretch is the date of the last change, which does not lie ahead. */
  boolean isDate(byte[] bytes, PlainRequest.Span stretch, long second) {
    date(second);
    return changedAt <= second
        && Arrays.equals(bytes, stretch.from, stretch.to, sent, 0, HttpDate.LENGTH);
  }

  /**
   * Appends one of its heads.
   *
   * @param second the present
   * @param now the same as an HTTP date
   * @param close whether it says that the connection ends with the answer
   */
  void write(ResponseHead head, ByteBuffer out, long second, byte[] now, boolean close) {
    date(second);
    head.writeTo(out, now, sent, close);
  }

  // When it changed, or the present while that lies ahead (RFC 9110 §8.8.2.1).
  private void date(long second) {
    long date = Math.min(second, changedAt);
    if (date != dated) {
      dated = date;
      byte[] text = Ascii.bytes(HttpDate.format(Instant.ofEpochSecond(date)));
      System.arraycopy(text, 0, sent, 0, text.length);
    }
  }

  /** What its coding's bytes are known by. */
  Validators validators() {
    return validators;
  }

  /** Counts one more who asks for the body; whether there have been so many. */
  boolean isAskedOften(int times) {
    asked = Math.min(asked + 1, times);
    return asked == times;
  }

  /** The head of a 200, made when first needed. */
  ResponseHead content(Snapshot snapshot) {
    ResponseHead head = content;
    if (head == null) {
      Representation selected = snapshot.codings().in(validators.coding());
      HeaderMap fields = fields(snapshot, selected);
      FeedFields.describeContent(fields, snapshot, selected);
      fields.put(Headers.CONTENT_LENGTH, selected.length());
      head = ResponseHead.of(200, fields);
      content = head;
    }
    return head;
  }

  /** The head of a 304, which is all of it. */
  ResponseHead notModified() {
    return notModified;
  }
}

package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;

/** The heads of what the fast lane says of a feed in one coding, each made when first needed. */
final class HotAnswer {

  private final Coding coding;
  private final Instant now;
  private final byte[] entityTag;
  private int asked;
  private @Nullable ResponseHead content;
  private @Nullable ResponseHead contentAndClose;
  private @Nullable ResponseHead notModified;
  private @Nullable ResponseHead notModifiedAndClose;

  /**
   * An answer with no head yet.
   *
   * @param now the moment of its heads: that of the feed's change, or the present before it
   */
  HotAnswer(Representation representation, Instant now) {
    this.now = now;
    this.coding = representation.coding();
    this.entityTag = Ascii.bytes(representation.entityTag());
  }

  /** How its bytes are coded. */
  Coding coding() {
    return coding;
  }

  /** Whether the stretch is this coding's entity-tag, as it was sent. */
  boolean isTag(byte[] bytes, PlainRequest.Span stretch) {
    return Ascii.is(bytes, stretch.from, stretch.to, entityTag);
  }

  /** Counts one more who asks for the body; whether there have been so many. */
  boolean isAskedOften(int times) {
    asked = Math.min(asked + 1, times);
    return asked == times;
  }

  /** The head of a 200. */
  ResponseHead content(Snapshot snapshot, boolean close) {
    ResponseHead head = close ? contentAndClose : content;
    if (head == null) {
      head = make(200, snapshot, close);
      if (close) {
        contentAndClose = head;
      } else {
        content = head;
      }
    }
    return head;
  }

  /** The head of a 304, which is all of it. */
  ResponseHead notModified(Snapshot snapshot, boolean close) {
    ResponseHead head = close ? notModifiedAndClose : notModified;
    if (head == null) {
      head = make(304, snapshot, close);
      if (close) {
        notModifiedAndClose = head;
      } else {
        notModified = head;
      }
    }
    return head;
  }

  private ResponseHead make(int status, Snapshot snapshot, boolean close) {
    Representation selected = snapshot.codings().in(coding);
    HeaderMap fields = new HeaderMap();
    FeedFields.describe(fields, snapshot, selected, false, now);
    if (status == 200) {
      FeedFields.describeContent(fields, snapshot, selected);
      fields.put(Headers.CONTENT_LENGTH, selected.length());
    }
    if (close) {
      fields.put(Headers.CONNECTION, "close");
    }
    return ResponseHead.of(status, fields);
  }
}

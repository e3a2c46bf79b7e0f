package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;

/** What the fast lane says of a feed in one coding; its heads are made when first needed. */
final class HotAnswer {

  private final Snapshot snapshot;
  private final Representation representation;
  private final byte[] entityTag;
  private @Nullable ResponseHead content;
  private @Nullable ResponseHead contentAndClose;
  private @Nullable ResponseHead notModified;
  private @Nullable ResponseHead notModifiedAndClose;

  HotAnswer(Snapshot snapshot, Representation representation) {
    this.snapshot = snapshot;
    this.representation = representation;
    this.entityTag = Ascii.bytes(representation.entityTag());
  }

  Representation representation() {
    return representation;
  }

  /** Whether the stretch is this coding's entity-tag, as it was sent. */
  boolean isTag(byte[] bytes, int from, int to) {
    return Ascii.is(bytes, from, to, entityTag);
  }

  /** The head of a 200. */
  ResponseHead content(boolean close) {
    ResponseHead head = close ? contentAndClose : content;
    if (head == null) {
      head = make(200, close);
      if (close) {
        contentAndClose = head;
      } else {
        content = head;
      }
    }
    return head;
  }

  /** The head of a 304, which is all of it. */
  ResponseHead notModified(boolean close) {
    ResponseHead head = close ? notModifiedAndClose : notModified;
    if (head == null) {
      head = make(304, close);
      if (close) {
        notModifiedAndClose = head;
      } else {
        notModified = head;
      }
    }
    return head;
  }

  private ResponseHead make(int status, boolean close) {
    HeaderMap fields = new HeaderMap();
    FeedFields.describe(fields, snapshot, representation, false, snapshot.changedAt());
    if (status == 200) {
      FeedFields.describeContent(fields, snapshot, representation);
      fields.put(Headers.CONTENT_LENGTH, representation.length());
    }
    if (close) {
      fields.put(Headers.CONNECTION, "close");
    }
    return ResponseHead.of(status, fields);
  }
}

package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Validators;

/** What the fast lane says of a feed in one coding. */
final class HotAnswer {

  private final byte[] entityTag;
  private final ResponseHead notModified;
  private final Validators validators;
  private @Nullable ResponseHead content;
  private int asked;

  /** The answer for a snapshot in a coding. */
  HotAnswer(Snapshot snapshot, Representation selected) {
    this.entityTag = Ascii.bytes(selected.entityTag());
    this.notModified = ResponseHead.of(304, fields(snapshot, selected)).shared();
    this.validators = selected.validators();
  }

  private static HeaderMap fields(Snapshot snapshot, Representation selected) {
    HeaderMap fields = new HeaderMap();
    FeedFields.describe(fields, snapshot, selected, false, snapshot.changedAt());
    return fields;
  }

  /** The entity-tag as it is sent. */
  byte[] entityTag() {
    return entityTag;
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

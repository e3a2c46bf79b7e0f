package vn.bantin.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;

/** The head of a 200 for a feed in one coding, and how often its body has been asked for. */
final class HotAnswer {

  private final Coding coding;
  private @Nullable ResponseHead content;
  private int asked;

  HotAnswer(Coding coding) {
    this.coding = coding;
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
      Representation selected = snapshot.codings().in(coding);
      HeaderMap fields = FeedFields.prepared(snapshot, selected);
      FeedFields.describeContent(fields, snapshot, selected);
      fields.put(Headers.CONTENT_LENGTH, selected.length());
      head = ResponseHead.of(200, fields);
      content = head;
    }
    return head;
  }
}

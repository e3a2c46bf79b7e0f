package vn.bantin.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.snapshot.Coding;

/** The coding that {@code Accept-Encoding} chooses, remembered for the value that came last. */
final class AcceptedCoding {

  private byte[] value = new byte[0];
  private @Nullable Coding ofValue;
  private final @Nullable Coding ofNothing = FeedHandler.coding(null);

  /** The coding to send; null when the client refuses every one that there is. */
  @Nullable Coding choose(byte[] bytes, PlainRequest.Span field) {
    if (!field.isThere()) {
      return ofNothing;
    }
    if (value.length == 0 || !Ascii.is(bytes, field.from, field.to, value)) {
      value = Arrays.copyOfRange(bytes, field.from, field.to);
      ofValue = FeedHandler.coding(List.of(Ascii.text(bytes, field.from, field.to)));
    }
    return ofValue;
  }
}

package vn.bantin.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.field.AcceptEncoding;
import vn.bantin.snapshot.Coding;

/**
 * The coding that {@code Accept-Encoding} chooses among those that are ready, remembered for what
 * came last.
 */
final class AcceptedCoding {

  private byte[] value = new byte[0];
  private List<Coding> ready = List.of();
  private @Nullable Coding ofValue;

  /** The coding to send; null when the client refuses every one that is ready. */
  @SuppressWarnings("ReferenceEquality") // there are a few lists; another one costs a choice more
  @Nullable Coding choose(byte[] bytes, PlainRequest.Span field, List<Coding> among) {
    if (!field.isThere()) {
      return AcceptEncoding.choose(null, among).orElse(null);
    }
    if (ready != among || !Ascii.is(bytes, field.from, field.to, value)) {
      value = Arrays.copyOfRange(bytes, field.from, field.to);
      ready = among;
      ofValue =
          AcceptEncoding.choose(List.of(Ascii.text(bytes, field.from, field.to)), among)
              .orElse(null);
    }
    return ofValue;
  }
}

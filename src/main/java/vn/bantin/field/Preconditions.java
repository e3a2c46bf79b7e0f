package vn.bantin.field;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a request's conditional fields (RFC 9110 §13.1), each as received; a field without
 * lines was not sent.
 */
public record Preconditions(
    List<String> ifMatch,
    List<String> ifNoneMatch,
    List<String> ifModifiedSince,
    List<String> ifUnmodifiedSince) {
  public Preconditions {
    ifMatch = List.copyOf(ifMatch);
    ifNoneMatch = List.copyOf(ifNoneMatch);
    ifModifiedSince = List.copyOf(ifModifiedSince);
    ifUnmodifiedSince = List.copyOf(ifUnmodifiedSince);
  }

  /** The conditions of a request whose fields are looked up by name; null where there is none. */
  public static Preconditions of(Function<String, ? extends @Nullable List<String>> fields) {
    return new Preconditions(
        lines(fields.apply("If-Match")),
        lines(fields.apply("If-None-Match")),
        lines(fields.apply("If-Modified-Since")),
        lines(fields.apply("If-Unmodified-Since")));
  }

  private static List<String> lines(@Nullable List<String> received) {
    return received == null ? List.of() : received;
  }
}

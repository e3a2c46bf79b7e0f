package vn.bantin.field;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.snapshot.Validators;

/**
 * The decision on a request's preconditions (RFC 9110 §13.2.2) for a representation that exists.
 *
 * <p>{@code If-Match} goes before {@code If-Unmodified-Since}, {@code If-None-Match} before {@code
 * If-Modified-Since}. The stronger field silences the weaker by being there, even when none of its
 * members can be read: §13.1.3 and §13.1.4 ask for its presence only. An unreadable {@code
 * If-Match} therefore fails, an unreadable {@code If-None-Match} gets the full answer.
 *
 * <p>A date field that is no HTTP-date, or that came on several lines, counts as not sent (§13.1.3,
 * §13.1.4). So does an {@code If-Modified-Since} later than now: no answer of this server can have
 * said it, and believing it would hide every change until then. An {@code If-Unmodified-Since}
 * later than now is taken at its word: §13.1.4 lets a recipient ignore no valid date, and ignoring
 * one would let through what the client asked to stop.
 */
public final class ConditionalGet {
  /** What the request gets. */
  public enum Outcome {
    /** The representation, as if nothing had been asked. */
    SEND,
    /** 304. */
    NOT_MODIFIED,
    /** 412. */
    PRECONDITION_FAILED
  }

  private ConditionalGet() {}

  /** The outcome for a request; only GET and HEAD can be told that nothing has changed. */
  public static Outcome decide(
      String method, Preconditions asked, Validators selected, Instant now) {
    boolean reads = method.equals("GET") || method.equals("HEAD");
    if (!asked.ifMatch().isEmpty()) {
      if (!EntityTags.matchStrongly(asked.ifMatch(), selected)) {
        return Outcome.PRECONDITION_FAILED;
      }
    } else {
      Instant date = onlyDate(asked.ifUnmodifiedSince(), now);
      if (date != null && selected.lastModified().isAfter(date)) {
        return Outcome.PRECONDITION_FAILED;
      }
    }
    if (!asked.ifNoneMatch().isEmpty()) {
      if (!EntityTags.matchWeakly(asked.ifNoneMatch(), selected)) {
        return Outcome.SEND;
      }
      return reads ? Outcome.NOT_MODIFIED : Outcome.PRECONDITION_FAILED;
    }
    Instant date = reads ? onlyDate(asked.ifModifiedSince(), now) : null;
    return date != null && !date.isAfter(now) && !selected.lastModified().isAfter(date)
        ? Outcome.NOT_MODIFIED
        : Outcome.SEND;
  }

  private static @Nullable Instant onlyDate(List<String> lines, Instant now) {
    return lines.size() == 1 ? HttpDate.parse(lines.get(0), now) : null;
  }
}

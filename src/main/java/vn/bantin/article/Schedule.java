package vn.bantin.article;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The moments at which the clock changes an article's {@link State}.
 *
 * @param publishAt when a scheduled article comes out, to the second; null for none
 * @param embargoUntil until when named partners alone see it, to the second; null for none
 * @param expiresAt from when on it is shown no more, to the second; null for never
 */
public record Schedule(
    @Nullable OffsetDateTime publishAt,
    @Nullable OffsetDateTime embargoUntil,
    @Nullable OffsetDateTime expiresAt) {

  /** Nothing that the clock changes. */
  public static final Schedule NONE = new Schedule(null, null, null);

  /**
   * Checks the order, and drops fractions of a second.
   *
   * @throws IllegalArgumentException if an embargo ends before it begins, or the article expires
   *     before it is public
   */
  public Schedule {
    publishAt = toTheSecond(publishAt);
    embargoUntil = toTheSecond(embargoUntil);
    expiresAt = toTheSecond(expiresAt);
    require(isBefore(publishAt, embargoUntil), "embargo_until is not after publish_at");
    require(isBefore(publishAt, expiresAt), "expires_at is not after publish_at");
    require(isBefore(embargoUntil, expiresAt), "expires_at is not after embargo_until");
  }

  /** When everybody sees it; null when the schedule does not say. */
  public @Nullable OffsetDateTime publicAt() {
    return embargoUntil == null ? publishAt : embargoUntil;
  }

  private static @Nullable OffsetDateTime toTheSecond(@Nullable OffsetDateTime time) {
    return time == null ? null : time.withNano(0);
  }

  private static boolean isBefore(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
    return one == null || other == null || one.isBefore(other);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

package vn.bantin.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;

/**
 * What a draft says of its own life.
 *
 * @param said its state; null to have it follow from its times
 * @param note why it was corrected; null for none
 * @param schedule when the clock changes its state
 */
record Standing(@Nullable State said, @Nullable String note, Schedule schedule) {

  /** How far the clock that a text was dated by may be ahead of ours. */
  private static final Duration CLOCK_DRIFT = Duration.ofHours(1);

  /** The code of a state that makes no sense. */
  private static final String BAD_STATE = "bad-state";

  /** The code of times in the wrong order. */
  static final String BAD_SCHEDULE = "bad-schedule";

  /** What the right order is. */
  private static final String ORDER =
      "publish_at comes first, then embargo_until, then expires_at; leave out what is not meant";

  /** Of a draft that says nothing of it. */
  static final Standing UNSAID = new Standing(null, null, Schedule.NONE);

  /**
   * What a draft's fields say.
   *
   * @param state the name of its state; null to have it follow from its times
   * @param wrong takes the name of a field that makes no sense, and why
   */
  static Standing of(
      @Nullable String state,
      @Nullable String note,
      @Nullable OffsetDateTime publishAt,
      @Nullable OffsetDateTime embargoUntil,
      @Nullable OffsetDateTime expiresAt,
      BiConsumer<String, Rejection> wrong) {
    Schedule schedule = Schedule.NONE;
    try {
      schedule = new Schedule(publishAt, embargoUntil, expiresAt);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      wrong.accept(
          expiresAt == null ? "embargo_until" : "expires_at",
          new Rejection(BAD_SCHEDULE, message, ORDER));
    }
    Optional<State> known = State.named(state);
    if (state != null && known.isEmpty()) {
      wrong.accept(
          "state",
          wrong(
              "no state: " + PlainText.quoted(state),
              "write one of " + State.wireNames() + ", or leave it out"));
    }
    return new Standing(known.orElse(null), note, schedule);
  }

  /** The same; what is published in the future waits for that time. */
  Standing at(OffsetDateTime published, Instant now) {
    boolean waits = said == null || said == State.SCHEDULED;
    OffsetDateTime expiresAt = schedule.expiresAt();
    boolean isInOrder = expiresAt == null || expiresAt.isAfter(published);
    return waits && isInOrder && schedule.publicAt() == null && published.toInstant().isAfter(now)
        ? new Standing(said, note, new Schedule(published, null, schedule.expiresAt()))
        : this;
  }

  /** Why it makes no sense; null when it does. */
  @Nullable Rejection mistake(OffsetDateTime published, boolean isUpdated, Instant now) {
    if (said == null) {
      return note == null
          ? null
          : wrong("a note without a state", "write state: corrected, or leave the note out");
    }
    return switch (said) {
      case DRAFT -> null;
      case SCHEDULED ->
          schedule.publishAt() == null
              ? wrong("scheduled for no time", "write publish_at: 2026-01-14T06:45:00+07:00")
              : null;
      case EMBARGOED ->
          schedule.embargoUntil() == null
              ? wrong("an embargo without end", "write embargo_until: 2026-01-14T06:45:00+07:00")
              : null;
      case LIVE -> early(published, now);
      case CORRECTED -> note == null || !isUpdated ? unexplained() : early(published, now);
      case WITHDRAWN ->
          wrong("a withdrawal is no text", "say: bantin withdraw ID --reason \"why\"");
      case EXPIRED ->
          isPast(schedule.expiresAt(), now)
              ? null
              : wrong("expired at no time that has passed", "write expires_at, or leave state out");
    };
  }

  /** The state that it begins in, from which the clock takes it to that of the present. */
  State first() {
    State otherwise = said == State.DRAFT || said == State.CORRECTED ? said : State.LIVE;
    if (otherwise != State.LIVE || said == State.LIVE) {
      return otherwise;
    }
    if (schedule.publishAt() != null) {
      return State.SCHEDULED;
    }
    return schedule.embargoUntil() != null ? State.EMBARGOED : otherwise;
  }

  private @Nullable Rejection early(OffsetDateTime published, Instant now) {
    OffsetDateTime publicAt = schedule.publicAt();
    if (publicAt != null && !isPast(publicAt, now)) {
      return wrong("public now, and only at " + publicAt, "leave state out, or the time");
    }
    return isPast(published, now.plus(CLOCK_DRIFT))
        ? null
        : wrong(
            "public now, and published at " + published,
            "leave state out to have it wait, or write published with a time that has come");
  }

  private static Rejection unexplained() {
    return wrong(
        "a correction without note or updated",
        "write note: with what was wrong, and updated: with the time of the correction");
  }

  private static boolean isPast(@Nullable OffsetDateTime time, Instant now) {
    return time != null && !time.toInstant().isAfter(now);
  }

  private static Rejection wrong(String message, String hint) {
    return new Rejection(BAD_STATE, message, hint);
  }
}

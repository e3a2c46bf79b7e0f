package vn.bantin.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved, forwards or back. */
public final class SettableClock extends Clock {

  private final AtomicLong millis;

  /** Stands at the given moment. */
  public SettableClock(Instant now) {
    millis = new AtomicLong(now.toEpochMilli());
  }

  /** Moves by the given span, which may be negative. */
  public void move(Duration span) {
    millis.addAndGet(span.toMillis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.get());
  }
}

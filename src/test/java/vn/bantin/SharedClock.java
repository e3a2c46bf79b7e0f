package vn.bantin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands in a file, the same for every process that has it open; it stands still until
 * it is moved, forwards or back.
 */
public final class SharedClock extends Clock {

  private static final VarHandle MILLIS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer memory;

  private SharedClock(ByteBuffer memory) {
    this.memory = memory;
  }

  /** The clock in a file; a new one stands at the beginning of 1970. */
  public static SharedClock in(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SharedClock(channel.map(MapMode.READ_WRITE, 0, Long.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets it to a moment. */
  public void set(Instant now) {
    MILLIS.setVolatile(memory, 0, now.toEpochMilli());
  }

  /** Moves by the given span, which may be negative. */
  public void move(Duration span) {
    set(instant().plus(span));
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
    return Instant.ofEpochMilli((long) MILLIS.getVolatile(memory, 0));
  }
}

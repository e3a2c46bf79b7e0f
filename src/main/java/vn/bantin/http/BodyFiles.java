package vn.bantin.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The large bodies of one lane that are asked for again and again, as files.
 *
 * <p>A file costs some system calls, so only what has been asked for often gets one. There are few
 * of them: the least used makes room, and where none can be written the bytes are sent as they are.
 */
final class BodyFiles {

  /** From how many bytes on a file pays. */
  static final int LARGE = 64 * 1024;

  /** How often a body is asked for before it gets a file. */
  static final int OFTEN = 8;

  /** How long no other is tried where one could not be written. */
  private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** The most files at once. */
  static final int MOST = 32;

  private final LinkedHashMap<HotAnswer, BodyFile> files = new LinkedHashMap<>(16, 0.75f, true);
  private boolean failing;
  private long failed;

  /** The answer's body as a file; null when its bytes should be sent. */
  @Nullable BodyFile of(HotAnswer answer, ByteBuffer body) {
    if (body.remaining() < LARGE || isPausing() || !answer.isAskedOften(OFTEN)) {
      return null;
    }
    BodyFile file = files.get(answer);
    return file == null ? add(answer, body) : file;
  }

  private @Nullable BodyFile add(HotAnswer answer, ByteBuffer body) {
    try {
      BodyFile file = BodyFile.of(body);
      if (files.size() == MOST) {
        files.pollFirstEntry().getValue().retire();
      }
      files.put(answer, file);
      return file;
    } catch (IOException _) {
      failed = System.nanoTime();
      failing = true;
      return null;
    }
  }

  private boolean isPausing() {
    failing &= System.nanoTime() - failed < PAUSE_NANOS;
    return failing;
  }
}

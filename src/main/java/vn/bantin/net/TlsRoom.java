package vn.bantin.net;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Room for the records of TLS on their way through a thread. Nothing stays in it: connections that
 * wait hold none.
 */
final class TlsRoom {

  /**
   * Holds the largest record of TLS 1.3 with its head (RFC 8446 §5.2), and of TLS 1.2 what its
   * ciphers make of 16 KiB. Who sends a larger one, as RFC 5246 §6.2.3 and the engine would allow,
   * is sent away: there is no room to wait for the rest in.
   */
  static final int RECORD = 17 * 1024;

  /** How many records are written at once. */
  private static final int RECORDS = 4;

  private static final ThreadLocal<TlsRoom> ROOMS = ThreadLocal.withInitial(TlsRoom::new);

  // On the heap: the JDK's ciphers work on arrays, and copy what is not in one.
  private final ByteBuffer in = ByteBuffer.allocate(RECORD);
  private final ByteBuffer out = ByteBuffer.allocate(RECORDS * RECORD);

  private TlsRoom() {}

  /** Room for what is received, of a record at least; empty. */
  static ByteBuffer in() {
    return ROOMS.get().in.clear();
  }

  /** Room for what is to be sent, of several records; empty. */
  static ByteBuffer out() {
    return ROOMS.get().out.clear();
  }

  /** A copy of what remains in a buffer; null when nothing does. */
  static @Nullable ByteBuffer rest(ByteBuffer buffer) {
    return buffer.hasRemaining()
        ? ByteBuffer.allocate(buffer.remaining()).put(buffer).flip()
        : null;
  }
}

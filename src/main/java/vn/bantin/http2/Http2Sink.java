package vn.bantin.http2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitWritableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * The end of an HTTP/2 connection that is written to, which can say by itself that no more streams
 * are taken. Undertow says so, too, but then closes the connection whatever is under way.
 */
final class Http2Sink extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private static final int GOAWAY_BYTES = 8;

  private final Http2Traffic traffic;
  private int[] positions = new int[16];
  private @Nullable ByteBuffer goAway;

  Http2Sink(StreamSinkConduit next, Http2Traffic traffic) {
    super(next);
    this.traffic = traffic;
  }

  /**
   * Says that no more streams are taken (RFC 9113 §6.8): now, or behind the frame that is half
   * sent.
   *
   * @param last the last stream that is
   * @param code why (RFC 9113 §7)
   */
  void goAway(int last, int code) throws IOException {
    if (goAway != null && goAway.position() > 0) {
      // One is half out, and it ends the connection as well.
      return;
    }
    goAway =
        ByteBuffer.allocate(FrameScanner.HEAD + GOAWAY_BYTES)
            .putInt(GOAWAY_BYTES << 8 | FrameScanner.GOAWAY)
            .put((byte) 0)
            .putInt(0)
            .putInt(last)
            .putInt(code)
            .flip();
    writeGoAway();
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return Math.toIntExact(write(new ByteBuffer[] {from}, 0, 1));
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int count) throws IOException {
    if (!writeGoAway()) {
      return 0;
    }
    if (positions.length < count) {
      positions = new int[2 * count];
    }
    for (int i = 0; i < count; i++) {
      positions[i] = from[offset + i].position();
    }
    long written = next.write(from, offset, count);
    for (int i = 0; i < count; i++) {
      traffic.sent(from[offset + i], positions[i], from[offset + i].position());
    }
    writeGoAway();
    return written;
  }

  @Override
  public int writeFinal(ByteBuffer from) throws IOException {
    return Conduits.writeFinalBasic(this, from);
  }

  @Override
  public long writeFinal(ByteBuffer[] from, int offset, int count) throws IOException {
    return Conduits.writeFinalBasic(this, from, offset, count);
  }

  @Override
  public long transferFrom(FileChannel from, long position, long count) throws IOException {
    return from.transferTo(position, count, new ConduitWritableByteChannel(this));
  }

  @Override
  public long transferFrom(StreamSourceChannel from, long count, ByteBuffer through)
      throws IOException {
    return IoUtils.transfer(from, count, through, new ConduitWritableByteChannel(this));
  }

  @Override
  public boolean flush() throws IOException {
    return writeGoAway() && goAway == null && next.flush();
  }

  /** Whether another frame can be written now, or the rest of one. */
  private boolean writeGoAway() throws IOException {
    if (goAway == null || !traffic.isBetweenFrames()) {
      return true;
    }
    next.write(goAway);
    if (goAway.hasRemaining()) {
      return false;
    }
    goAway = null;
    return true;
  }
}

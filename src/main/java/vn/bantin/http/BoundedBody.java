package vn.bantin.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/** A request's body, which ends the connection when it turns out too large. */
final class BoundedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private final int most;
  private long left;

  /**
   * A body.
   *
   * @param most how many bytes it may have
   */
  BoundedBody(StreamSourceConduit body, int most) {
    super(body);
    this.most = most;
    this.left = most;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    return (int) counted(next.read(to));
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) throws IOException {
    return counted(next.read(to, offset, length));
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) throws IOException {
    return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel target)
      throws IOException {
    return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, target);
  }

  private long counted(long bytes) throws IOException {
    left -= Math.max(0, bytes);
    if (left < 0) {
      throw new IOException("a body of more than " + most + " bytes");
    }
    return bytes;
  }
}

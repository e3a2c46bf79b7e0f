package vn.bantin.http2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/** The end of an HTTP/2 connection that is read from, until its client sends too much. */
final class Http2Source extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private final Http2Traffic traffic;

  Http2Source(StreamSourceConduit next, Http2Traffic traffic) {
    super(next);
    this.traffic = traffic;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    int from = to.position();
    int count = next.read(to);
    if (count > 0) {
      traffic.received(to, from, to.position());
      if (traffic.isFlooded()) {
        to.position(from);
        return 0;
      }
    }
    return count;
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int count) throws IOException {
    for (int i = offset; i < offset + count; i++) {
      if (to[i].hasRemaining()) {
        return read(to[i]);
      }
    }
    return 0;
  }

  @Override
  public long transferTo(long position, long count, FileChannel to) throws IOException {
    return to.transferFrom(new ConduitReadableByteChannel(this), position, count);
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel to) throws IOException {
    return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, to);
  }
}

package vn.bantin.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.xnio.IoUtils;
import org.xnio.conduits.ConduitStreamSinkChannel;

/**
 * A body as a file that has no name any more, which the system sends without a copy through this
 * process. It is closed when nobody sends it and nobody will.
 */
final class BodyFile {

  private final FileChannel channel;
  private final long length;
  private int senders;
  private boolean retired;

  private BodyFile(FileChannel channel, long length) {
    this.channel = channel;
    this.length = length;
  }

  /**
   * Writes the bytes down.
   *
   * @throws IOException if there is no room for temporary files
   */
  static BodyFile of(ByteBuffer bytes) throws IOException {
    Path path = Files.createTempFile("bantin", null);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      ByteBuffer rest = bytes.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      Files.delete(path);
      return new BodyFile(channel, bytes.remaining());
    } catch (IOException | RuntimeException e) {
      IoUtils.safeClose(channel);
      Files.deleteIfExists(path);
      throw e;
    }
  }

  long length() {
    return length;
  }

  /** Whether it may still be sent to somebody. */
  boolean isOpen() {
    return channel.isOpen();
  }

  /** Sends what stands from a position on, as far as the connection takes it; how much it took. */
  long send(ConduitStreamSinkChannel sink, long from) throws IOException {
    return sink.transferFrom(channel, from, length - from);
  }

  /** Stays open for one more sender, until {@link #release}. */
  void retain() {
    senders++;
  }

  void release() {
    senders--;
    closeIfDone();
  }

  /** Is not sent to anybody new. */
  void retire() {
    retired = true;
    closeIfDone();
  }

  private void closeIfDone() {
    if (retired && senders == 0) {
      IoUtils.safeClose(channel);
    }
  }
}

package vn.bantin.http2;

import java.nio.ByteBuffer;

/**
 * Where the frames of HTTP/2 begin and end in the bytes of one direction, however these are cut
 * (RFC 9113 §4.1).
 */
final class FrameScanner {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  static final int PADDED = 8;

  /** The bytes of a frame before its content. */
  static final int HEAD = 9;

  private static final int STREAM = 0x7fff_ffff;

  /** What is told of each frame when its last byte has gone by. */
  @FunctionalInterface
  interface Frames {

    /**
     * Takes note of a frame.
     *
     * @param stream 0 for the connection
     * @param length of its content in bytes
     */
    void passed(int type, int flags, int stream, int length);
  }

  private final Frames frames;
  private int before;
  private int headBytes;
  private int length;
  private int typeAndFlags;
  private int stream;
  private int left;

  /**
   * A scanner.
   *
   * @param before how many bytes come before the first frame
   */
  FrameScanner(int before, Frames frames) {
    this.before = before;
    this.frames = frames;
  }

  /** Whether the next byte is the first of a frame. */
  boolean isBetweenFrames() {
    return before == 0 && headBytes == 0;
  }

  /** Looks at the bytes between two indexes of a buffer. */
  void scan(ByteBuffer bytes, int from, int to) {
    int skipped = Math.min(before, to - from);
    before -= skipped;
    int at = from + skipped;
    while (at < to) {
      if (headBytes < HEAD) {
        readHead(bytes.get(at++) & 0xff);
      } else {
        int content = Math.min(left, to - at);
        left -= content;
        at += content;
      }
      if (headBytes == HEAD && left == 0) {
        headBytes = 0;
        frames.passed(typeAndFlags >> 8, typeAndFlags & 0xff, stream & STREAM, length);
      }
    }
  }

  private void readHead(int octet) {
    if (headBytes == 0) {
      length = 0;
    }
    if (headBytes < 3) {
      length = length << 8 | octet;
    } else if (headBytes < 5) {
      typeAndFlags = (typeAndFlags << 8 | octet) & 0xffff;
    } else {
      stream = stream << 8 | octet;
    }
    headBytes++;
    left = length;
  }
}

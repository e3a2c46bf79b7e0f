package vn.bantin.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The answers on one connection, one after the other: where each ends, and its status. */
final class AnswerReader {

  private static final int MAX_HEAD = 2 * 1024;
  private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.ISO_8859_1);

  private final boolean hasBody;
  private final byte[] head = new byte[MAX_HEAD];
  private int size;
  private long left;
  private int status;

  AnswerReader(String method) {
    this.hasBody = !method.equals("HEAD");
  }

  /** Forgets half an answer. */
  void reset() {
    size = 0;
    left = 0;
  }

  /** The status of the answer that has ended. */
  int status() {
    return status;
  }

  /**
   * Takes what has arrived.
   *
   * @return whether the answer has ended
   * @throws IOException if something follows it
   */
  boolean read(ByteBuffer bytes) throws IOException {
    while (left == 0 && bytes.hasRemaining()) {
      if (size == MAX_HEAD) {
        throw new IOException("a head without end");
      }
      head[size++] = bytes.get();
      if (isHeadComplete()) {
        status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
        left = hasBody && status != 304 ? length() : 0;
        size = 0;
        return skip(bytes);
      }
    }
    return left > 0 && skip(bytes);
  }

  private boolean skip(ByteBuffer bytes) throws IOException {
    if (bytes.remaining() > left) {
      throw new IOException("more than an answer");
    }
    left -= bytes.remaining();
    return left == 0;
  }

  private boolean isHeadComplete() {
    return size > 3
        && head[size - 1] == '\n'
        && head[size - 2] == '\r'
        && head[size - 3] == '\n'
        && head[size - 4] == '\r';
  }

  private long length() throws IOException {
    for (int i = 0; i < size - LENGTH.length; i++) {
      if (isLengthAt(i)) {
        long length = 0;
        for (int at = i + LENGTH.length; head[at] != '\r'; at++) {
          length = head[at] == ' ' ? length : length * 10 + head[at] - '0';
        }
        return length;
      }
    }
    throw new IOException(
        "no length: " + new String(Arrays.copyOf(head, size), StandardCharsets.ISO_8859_1));
  }

  private boolean isLengthAt(int start) {
    for (int i = 0; i < LENGTH.length; i++) {
      int letter = head[start + i];
      int lower = letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
      if (lower != LENGTH[i]) {
        return false;
      }
    }
    return true;
  }
}

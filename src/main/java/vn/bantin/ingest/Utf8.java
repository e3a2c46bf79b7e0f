package vn.bantin.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The first gate: bytes are UTF-8 text (RFC 3629) of reasonable size, or refused. */
final class Utf8 {

  /** The most bytes of one file. */
  static final int MAX_BYTES = 32 << 20;

  private static final String SAVE_AS_UTF_8 = "save the file as UTF-8 and import it again";

  private Utf8() {}

  static Decoding decode(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return tooLarge(bytes.length);
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new Rejection("not-utf-8", "line 1: the text is UTF-16", SAVE_AS_UTF_8);
    }
    int nul = indexOfNul(bytes);
    if (nul >= 0) {
      return new Rejection(
          "binary",
          "line " + lineOf(bytes, nul) + ": a zero byte: this is no text",
          "import the text of the article, not a document, picture or archive");
    }
    CharBuffer out = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return new Rejection(
          "not-utf-8",
          "line "
              + lineOf(bytes, in.position())
              + ": byte 0x%02X is not UTF-8".formatted(bytes[in.position()]),
          SAVE_AS_UTF_8);
    }
    String text = lines(out.flip().toString());
    if (text.isBlank()) {
      return new Rejection("empty", "there is nothing in it", "import a file that has text");
    }
    return new Decoding.Text(text);
  }

  static Rejection tooLarge(long bytes) {
    return new Rejection(
        "too-large",
        "%,d bytes; one article has at most %,d".formatted(bytes, MAX_BYTES),
        "split it into one file per article, and link to large media instead");
  }

  private static String lines(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return unmarked.indexOf('\r') < 0
        ? unmarked
        : unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static int indexOfNul(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}

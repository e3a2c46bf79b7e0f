package vn.bantin.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text of one byte a character, as it stands in the heads of messages. */
final class Ascii {

  private Ascii() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Whether the stretch begins with the word. */
  static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
    int end = from + word.length;
    return end <= to && Arrays.equals(bytes, from, end, word, 0, word.length);
  }

  /** Whether the stretch is the word. */
  static boolean is(byte[] bytes, int from, int to, byte[] word) {
    return Arrays.equals(bytes, from, to, word, 0, word.length);
  }
}

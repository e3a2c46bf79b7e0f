package vn.bantin.snapshot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name of bytes: the beginning of their SHA-256. */
final class Hash {

  private Hash() {}

  /** So many bytes of it, two lower-case hexadecimal digits each. */
  static String of(byte[] bytes, int length) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

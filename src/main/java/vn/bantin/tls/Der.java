package vn.bantin.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** As much of DER (X.690) as it takes to put a key of an older form into PKCS #8. */
final class Der {

  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private Der() {}

  /**
   * A key in PKCS #8 (RFC 5208 §5).
   *
   * @param publicKey the other half, as a SubjectPublicKeyInfo, which names the algorithm
   * @param key an RSAPrivateKey (RFC 8017 §A.1.2) or an ECPrivateKey (RFC 5915 §3)
   */
  static byte[] pkcs8(byte[] publicKey, byte[] key) {
    return element(SEQUENCE, VERSION_0, firstWithin(publicKey), element(OCTETS, key));
  }

  private static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    writeLength(whole, content.size());
    whole.writeBytes(content.toByteArray());
    return whole.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
  }

  /** The first element inside the given one. */
  private static byte[] firstWithin(byte[] outer) {
    int from = contentOf(outer, 0);
    int content = contentOf(outer, from);
    return Arrays.copyOfRange(outer, from, content + length(outer, from));
  }

  /** Where the content of the element at an index begins. */
  private static int contentOf(byte[] bytes, int at) {
    int first = bytes[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int length(byte[] bytes, int at) {
    int first = bytes[at + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = at + 2; i < contentOf(bytes, at); i++) {
      length = (length << 8) | (bytes[i] & 0xff);
    }
    return length;
  }
}

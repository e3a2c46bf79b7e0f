package vn.bantin.tls;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of a text in PEM (RFC 7468).
 *
 * @param label what stands behind BEGIN, such as {@code CERTIFICATE}
 * @param content what stands between the lines of BEGIN and END
 */
record PemBlock(String label, String content) {

  private static final Pattern BLOCK =
      Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** All blocks of the text, in order; what stands around them does not matter. */
  static List<PemBlock> in(String text) {
    return BLOCK
        .matcher(text)
        .results()
        .map(block -> new PemBlock(block.group(1), block.group(2)))
        .toList();
  }

  /** Whether it can only be read with a password. */
  boolean isEncrypted() {
    return label.startsWith("ENCRYPTED") || content.contains("ENCRYPTED");
  }

  /**
   * The bytes.
   *
   * @throws IllegalArgumentException if the content is not Base64
   */
  byte[] der() {
    return Base64.getDecoder().decode(SPACE.matcher(content).replaceAll(""));
  }
}

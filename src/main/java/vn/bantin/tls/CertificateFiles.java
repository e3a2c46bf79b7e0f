package vn.bantin.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a certificate and its key are.
 *
 * @param certificate the server's own certificate and those that lead to its issuer, in PEM
 * @param key the private key, in PEM
 */
public record CertificateFiles(Path certificate, Path key) {

  private static final long MAX_BYTES = 1 << 20;

  /** What stands in both, a character for each byte. */
  record Texts(String certificate, String key) {}

  /**
   * Reads both.
   *
   * @throws BadCertificateException if one cannot be read
   */
  Texts read() {
    return new Texts(
        read(certificate, "look at --tls-certificate"), read(key, "look at --tls-key"));
  }

  private static String read(Path file, String hint) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new BadCertificateException(file, "is too large to be one", hint);
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException _) {
      throw new BadCertificateException(file, "does not exist", hint);
    } catch (AccessDeniedException _) {
      throw new BadCertificateException(file, "may not be read", hint);
    } catch (IOException e) {
      throw new BadCertificateException(file, "cannot be read: " + e.getMessage(), hint);
    }
  }
}

package vn.bantin.tls;

import java.nio.file.Path;

/** A certificate or a key that cannot be used. */
public final class BadCertificateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the file.
   *
   * @param what what is wrong with it
   * @param hint what to do about it
   */
  BadCertificateException(Path file, String what, String hint) {
    super(file + " " + what + " (" + hint + ")");
  }
}

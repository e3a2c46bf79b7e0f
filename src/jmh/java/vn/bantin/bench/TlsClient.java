package vn.bantin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a client by OpenSSL offers: one version, one cipher and one curve, so that both servers do
 * the same work for it. Left to themselves, nginx 1.22 and Java choose others.
 */
final class TlsClient {

  private static final String CONFIGURATION =
      """
      openssl_conf = main
      [main]
      ssl_conf = ssl
      [ssl]
      system_default = client
      [client]
      MinProtocol = TLSv1.3
      Ciphersuites = TLS_AES_128_GCM_SHA256
      Groups = X25519
      """;

  private static final Path FILE = write();

  private TlsClient() {}

  /** The variable of the environment that tells a program. */
  static String variable() {
    return "OPENSSL_CONF=" + FILE;
  }

  private static Path write() {
    try {
      Path file = Files.createTempFile("bantin-bench", ".cnf");
      file.toFile().deleteOnExit();
      return Files.writeString(file, CONFIGURATION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

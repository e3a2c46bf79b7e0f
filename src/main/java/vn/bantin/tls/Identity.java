package vn.bantin.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate with those that lead to its issuer, and the private key that belongs to it.
 *
 * @param chain from the server's own certificate on
 */
record Identity(List<X509Certificate> chain, PrivateKey key) {

  Identity {
    chain = List.copyOf(chain);
  }

  /**
   * Makes an identity of what stands in the files.
   *
   * @throws BadCertificateException if it cannot be, or the two do not belong together
   */
  static Identity of(CertificateFiles files, CertificateFiles.Texts texts) {
    List<X509Certificate> chain = chain(files.certificate(), texts.certificate());
    PrivateKey key = PrivateKeys.read(files.key(), texts.key(), chain.getFirst().getPublicKey());
    return new Identity(chain, key);
  }

  /** Whom the certificate is for. */
  String subject() {
    return own().getSubjectX500Principal().getName();
  }

  /** The last moment of the certificate. */
  Instant end() {
    return own().getNotAfter().toInstant();
  }

  /** Whether clients take the certificate at that moment, as far as its dates go. */
  boolean isValidAt(Instant moment) {
    return !moment.isBefore(own().getNotBefore().toInstant()) && !moment.isAfter(end());
  }

  private X509Certificate own() {
    return chain.getFirst();
  }

  private static List<X509Certificate> chain(Path file, String text) {
    List<X509Certificate> chain = new ArrayList<>();
    for (PemBlock block : PemBlock.in(text)) {
      if (block.label().equals("CERTIFICATE")) {
        chain.add(certificate(file, block));
      }
    }
    if (chain.isEmpty()) {
      throw new BadCertificateException(
          file, "holds no certificate", "PEM with a line BEGIN CERTIFICATE is wanted");
    }
    return chain;
  }

  private static X509Certificate certificate(Path file, PemBlock block) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new BadCertificateException(
          file, "holds a broken certificate", "look at it: openssl x509 -text -in FILE");
    }
  }
}

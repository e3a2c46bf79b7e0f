package vn.bantin.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** Reads the private half of a pair of keys whose public half is known. */
final class PrivateKeys {

  private static final String CONVERT = "convert it: openssl pkey -in OLD.pem -out NEW.pem";
  private static final byte[] SAMPLE = {1, 2, 3};

  private PrivateKeys() {}

  /**
   * The key in a file.
   *
   * @param text what stands in the file, in PEM: PKCS #8, or the older forms of RSA and EC
   * @param other the public half
   * @throws BadCertificateException if there is none that belongs to the public half
   */
  static PrivateKey read(Path file, String text, PublicKey other) {
    for (PemBlock block : PemBlock.in(text)) {
      if (block.label().endsWith("PRIVATE KEY")) {
        return read(file, block, other);
      }
    }
    throw new BadCertificateException(
        file, "holds no private key", "PEM with a line BEGIN PRIVATE KEY is wanted");
  }

  private static PrivateKey read(Path file, PemBlock block, PublicKey other) {
    if (block.isEncrypted()) {
      throw new BadCertificateException(
          file, "holds a key that is locked by a password", "take it off; " + CONVERT);
    }
    PrivateKey key;
    try {
      key = decode(block, other);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new BadCertificateException(
          file, "holds no " + other.getAlgorithm() + " key, which the certificate is for", CONVERT);
    }
    if (!isPair(key, other)) {
      throw new BadCertificateException(
          file, "is the key of another certificate", "look at --tls-certificate and --tls-key");
    }
    return key;
  }

  private static PrivateKey decode(PemBlock block, PublicKey other)
      throws GeneralSecurityException {
    byte[] der = block.der();
    byte[] pkcs8 = block.label().equals("PRIVATE KEY") ? der : Der.pkcs8(other.getEncoded(), der);
    return KeyFactory.getInstance(other.getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static boolean isPair(PrivateKey key, PublicKey other) {
    try {
      Signature signature = Signature.getInstance(signatureBy(other.getAlgorithm()));
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(other);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static String signatureBy(String algorithm) {
    return switch (algorithm) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> algorithm;
    };
  }
}

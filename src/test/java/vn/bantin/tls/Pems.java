package vn.bantin.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and keys that lie beside the tests, in files as a server has them. */
public final class Pems {

  private static final String CERTIFICATE = "server.pem";
  private static final String KEY = "server.key";

  private Pems() {}

  /** The files of a server within a folder. */
  public static CertificateFiles files(Path folder) {
    return new CertificateFiles(folder.resolve(CERTIFICATE), folder.resolve(KEY));
  }

  /** Puts both halves of a pair where a server looks for them. */
  public static CertificateFiles put(Path folder, String pair) {
    return put(folder, pair + ".pem", pair + ".key");
  }

  /** Puts a certificate and a key where a server looks for them, each in one step. */
  public static CertificateFiles put(Path folder, String certificate, String key) {
    replace(folder.resolve(CERTIFICATE), bytes(certificate));
    replace(folder.resolve(KEY), bytes(key));
    return files(folder);
  }

  /** Puts bytes into a file in one step, as tools that renew certificates do. */
  public static void replace(Path file, byte[] bytes) {
    try {
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.write(beside, bytes);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in a file beside the tests. */
  public static byte[] bytes(String name) {
    try (InputStream in = Pems.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client that trusts these certificates and no others. */
  public static SSLContext trusting(String... certificates) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (String name : certificates) {
        trusted.setCertificateEntry(name, certificate(name));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate in a file beside the tests. */
  public static X509Certificate certificate(String name) {
    try {
      PemBlock block = PemBlock.in(new String(bytes(name), StandardCharsets.ISO_8859_1)).getFirst();
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

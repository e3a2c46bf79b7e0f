package vn.bantin.tls;

import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import vn.bantin.observe.Observer;

/** The server's side of TLS: its certificate, which is watched, and what it speaks. */
public final class ServerTls implements AutoCloseable {

  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  // Each with a key of its own for every connection, and encrypted and authenticated at once. AES
  // with 128 bits first: as good as with 256 against all that is known, and faster.
  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private final SSLContext context;
  private final CertificateWatcher watcher;

  private ServerTls(SSLContext context, CertificateWatcher watcher) {
    this.context = context;
    this.watcher = watcher;
  }

  /**
   * Reads the files, and watches them from now on.
   *
   * @throws BadCertificateException if they cannot be used
   */
  public static ServerTls open(CertificateFiles files, InstantSource clock, Observer observer) {
    CertificateFiles.Texts texts = files.read();
    Identity identity = Identity.of(files, texts);
    CertificateWatcher.warn(identity, clock, observer);
    IdentityKeyManager keys = new IdentityKeyManager(identity);
    CertificateWatcher watcher = new CertificateWatcher(files, texts, keys::use, clock, observer);
    ServerTls tls = new ServerTls(context(keys), watcher);
    watcher.start();
    return tls;
  }

  private static SSLContext context(KeyManager keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      // No client shows a certificate: without a list of trust, the JDK's own is never loaded.
      context.init(new KeyManager[] {keys}, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What makes the server's end of each connection. */
  public SSLContext context() {
    return context;
  }

  /**
   * What the server's end of a connection speaks.
   *
   * @param applications the protocols within TLS, the preferred first (RFC 7301)
   */
  public SSLParameters parameters(List<String> applications) {
    Set<String> known = Set.of(context.getDefaultSSLParameters().getCipherSuites());
    SSLParameters parameters =
        new SSLParameters(SUITES.stream().filter(known::contains).toArray(String[]::new), VERSIONS);
    parameters.setUseCipherSuitesOrder(true);
    parameters.setApplicationProtocols(applications.toArray(String[]::new));
    return parameters;
  }

  @Override
  public void close() {
    watcher.close();
  }
}

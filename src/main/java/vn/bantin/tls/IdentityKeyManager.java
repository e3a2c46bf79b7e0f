package vn.bantin.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The server's identity as the JDK's TLS asks for it, which can be exchanged under way.
 *
 * <p>A handshake asks for a name first, and then for the key and the certificates of that name. The
 * identity before the present one is kept, so that a handshake which has its name already gets both
 * of the same.
 */
final class IdentityKeyManager extends X509ExtendedKeyManager {

  /** An identity, its name, and the one that it took the place of. */
  private record Named(String alias, Identity identity, @Nullable Named before) {}

  private volatile Named present;

  IdentityKeyManager(Identity identity) {
    this.present = new Named("0", identity, null);
  }

  /** Lets new handshakes have another identity; called by one thread alone. */
  void use(Identity identity) {
    Named now = present;
    String next = Integer.toString(Integer.parseInt(now.alias) + 1);
    present = new Named(next, identity, new Named(now.alias, now.identity, null));
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    Named now = present;
    return now.identity.key().getAlgorithm().equals(keyType) ? now.alias : null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    Identity identity = find(alias);
    return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    Identity identity = find(alias);
    return identity == null ? null : identity.key();
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  private @Nullable Identity find(String alias) {
    for (Named named = present; named != null; named = named.before) {
      if (named.alias.equals(alias)) {
        return named.identity;
      }
    }
    return null;
  }
}

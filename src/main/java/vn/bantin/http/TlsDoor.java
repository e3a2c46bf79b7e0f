package vn.bantin.http;

import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.xnio.ChannelListener;
import org.xnio.StreamConnection;
import vn.bantin.net.TlsConnection;
import vn.bantin.net.TlsHandshake;

/**
 * A way in by TLS: leads each connection whose handshake has come to its end on to what speaks the
 * protocol that the handshake has settled on (RFC 7301), as if there was no TLS.
 */
final class TlsDoor implements ChannelListener<StreamConnection> {

  private static final String HTTP_1 = "http/1.1";
  private static final String HTTP_2 = "h2";

  private final SSLContext context;
  private final SSLParameters parameters;
  private final Duration patience;
  private final ChannelListener<? super StreamConnection> http1;
  private final ChannelListener<? super StreamConnection> http2;

  /**
   * A door.
   *
   * @param patience how long a handshake may take
   * @param http1 where connections go that speak HTTP/1.1
   * @param http2 where those go that speak HTTP/2, if it is offered
   */
  TlsDoor(
      Transport.Secure secure,
      Duration patience,
      ChannelListener<? super StreamConnection> http1,
      ChannelListener<? super StreamConnection> http2) {
    this.context = secure.tls().context();
    this.parameters =
        secure.tls().parameters(secure.http2() ? List.of(HTTP_2, HTTP_1) : List.of(HTTP_1));
    this.patience = patience;
    this.http1 = http1;
    this.http2 = http2;
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setSSLParameters(parameters);
    TlsHandshake.begin(connection, engine, patience, this::enter);
  }

  private void enter(TlsConnection connection) {
    if (connection.application().equals(HTTP_2)) {
      http2.handleEvent(connection);
    } else {
      http1.handleEvent(connection);
    }
  }
}

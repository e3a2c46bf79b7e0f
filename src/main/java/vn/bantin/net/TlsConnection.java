package vn.bantin.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.Option;
import org.xnio.StreamConnection;
import org.xnio.ssl.SslConnection;

/**
 * A connection behind its handshake: what is read from it is decrypted, and what is written
 * encrypted.
 *
 * <p>In place of Undertow's own, which writes each record by itself, looks for more after every
 * read by way of its thread's queue, and closes without a word.
 */
public final class TlsConnection extends SslConnection {

  private final StreamConnection raw;
  private final SSLEngine engine;
  private final TlsSink sink;
  private final ChannelListener.SimpleSetter<SslConnection> handshakes =
      new ChannelListener.SimpleSetter<>();

  /**
   * A connection.
   *
   * @param raw the one beneath
   * @param engine its end of TLS, behind the handshake
   * @param unread what has been read from it behind the handshake; null when nothing was
   */
  TlsConnection(StreamConnection raw, SSLEngine engine, @Nullable ByteBuffer unread) {
    super(raw.getIoThread());
    this.raw = raw;
    this.engine = engine;
    this.sink = new TlsSink(this, raw.getSinkChannel().getConduit(), engine);
    setSinkConduit(sink);
    setSourceConduit(
        new TlsSource(this, raw.getSourceChannel().getConduit(), engine, sink, unread));
  }

  /** The protocol within TLS that the handshake has settled on (RFC 7301); empty without one. */
  public String application() {
    return engine.getApplicationProtocol();
  }

  @Override
  public void startHandshake() {
    throw new UnsupportedOperationException("the handshake is over");
  }

  @Override
  public SSLSession getSslSession() {
    return engine.getSession();
  }

  @Override
  public ChannelListener.Setter<? extends SslConnection> getHandshakeSetter() {
    return handshakes;
  }

  @Override
  public SocketAddress getPeerAddress() {
    return raw.getPeerAddress();
  }

  @Override
  public SocketAddress getLocalAddress() {
    return raw.getLocalAddress();
  }

  @Override
  public boolean supportsOption(Option<?> option) {
    return raw.supportsOption(option);
  }

  @Override
  public <T> @Nullable T getOption(Option<T> option) throws IOException {
    return raw.getOption(option);
  }

  @Override
  public <T> @Nullable T setOption(Option<T> option, T value) throws IOException {
    return raw.setOption(option, value);
  }

  /** Takes note that nothing more will be read. */
  void readEnded() {
    readClosed();
  }

  /** Takes note that nothing more will be written. */
  void writeEnded() {
    writeClosed();
  }

  @Override
  protected void notifyReadClosed() {
    IoUtils.safeClose(raw.getSourceChannel());
  }

  @Override
  protected void notifyWriteClosed() {
    IoUtils.safeClose(raw.getSinkChannel());
  }

  @Override
  protected void closeAction() {
    sink.sayGoodbye();
    IoUtils.safeClose(raw);
  }
}

package vn.bantin.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import vn.bantin.tls.Pems;

/** A connection by TLS whose bytes beneath can be looked at. */
final class TlsClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SSLContext TRUSTING = Pems.trusting("ec.pem", "ec2.pem", "rsa.pem");

  private final Tapped beneath;
  private final SSLSocket socket;

  private TlsClient(Tapped beneath, SSLSocket socket) {
    this.beneath = beneath;
    this.socket = socket;
  }

  /** Connects to a port of this machine, without shaking hands yet. */
  static TlsClient connect(int port) {
    return connect(port, new Tapped());
  }

  /** Connects, and sends something in one piece with the beginning of the handshake. */
  static TlsClient connectBehind(String preamble, int port) {
    Tapped beneath = new Tapped();
    beneath.preamble = preamble.getBytes(StandardCharsets.ISO_8859_1);
    return connect(port, beneath);
  }

  /** Connects with so little room for what comes that the server soon has to wait. */
  static TlsClient connectWithLittleRoom(int port) {
    Tapped beneath = new Tapped();
    try {
      beneath.setReceiveBufferSize(4 * 1024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connect(port, beneath);
  }

  private static TlsClient connect(int port, Tapped beneath) {
    try {
      beneath.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      beneath.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      SSLSocket socket =
          (SSLSocket) TRUSTING.getSocketFactory().createSocket(beneath, "127.0.0.1", port, true);
      return new TlsClient(beneath, socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Offers these versions alone. */
  TlsClient speaking(String... versions) {
    socket.setEnabledProtocols(versions);
    return this;
  }

  /** Sends all that is written meanwhile in one piece. */
  void inOnePiece(Writing writing) throws IOException {
    beneath.hold();
    writing.write(socket.getOutputStream());
    beneath.letGo();
  }

  /** What writes. */
  interface Writing {
    void write(OutputStream out) throws IOException;
  }

  /** The socket, for what a test does to it. */
  SSLSocket socket() {
    return socket;
  }

  /** What speaks HTTP/1.1 over it. */
  RawHttp http() {
    return RawHttp.over(socket);
  }

  /** The type of the last whole record that has come (RFC 5246 §6.2.1). */
  int lastRecordType() {
    byte[] bytes = beneath.received.toByteArray();
    int type = -1;
    for (int at = 0; at + 5 <= bytes.length; ) {
      type = bytes[at];
      at += 5 + ((bytes[at + 3] & 0xff) << 8) + (bytes[at + 4] & 0xff);
    }
    return type;
  }

  @Override
  public void close() {
    try {
      beneath.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A socket that keeps a copy of what comes, and may say something of its own first. */
  private static final class Tapped extends Socket {
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private byte[] preamble = {};
    private @Nullable ByteArrayOutputStream held;

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] from, int at, int length) throws IOException {
          byte[] all = Arrays.copyOf(preamble, preamble.length + length);
          System.arraycopy(from, at, all, preamble.length, length);
          preamble = new byte[0];
          ByteArrayOutputStream together = held;
          if (together == null) {
            out.write(all);
          } else {
            together.write(all);
          }
        }
      };
    }

    // What is said by TLS is enough.
    @Override
    public void shutdownOutput() throws IOException {
      if (held == null) {
        super.shutdownOutput();
      }
    }

    void hold() {
      held = new ByteArrayOutputStream();
    }

    void letGo() throws IOException {
      byte[] together = held.toByteArray();
      held = null;
      super.getOutputStream().write(together);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          int b = super.read();
          if (b >= 0) {
            received.write(b);
          }
          return b;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
          int count = super.read(to, at, length);
          if (count > 0) {
            received.write(to, at, count);
          }
          return count;
        }
      };
    }
  }
}

package vn.bantin.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A connection on which a test writes what frames of HTTP/2 it likes (RFC 9113 §4.1). */
final class Http2Frames implements AutoCloseable {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  static final int ACK = 1;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * A frame.
   *
   * @param type its kind
   * @param flags what they mean depends on the kind
   * @param stream 0 for the connection
   * @param content what stands behind the head
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Frame(int type, int flags, int stream, byte[] content) {}

  private final Socket socket;
  private final DataInputStream in;

  private Http2Frames(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** Connects without TLS, and begins as a client that knows that HTTP/2 is spoken here. */
  static Http2Frames connect(int port) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      Http2Frames frames = new Http2Frames(socket);
      frames.begin();
      return frames;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects without TLS as a client that takes next to nothing in before it reads. */
  static Http2Frames connectNarrowly(int port) {
    try {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(4 * 1024);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      Http2Frames frames = new Http2Frames(socket);
      frames.begin();
      return frames;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects by TLS, and begins. */
  static Http2Frames connectSecurely(int port) {
    Http2Frames frames = shakeHands(port);
    frames.begin();
    return frames;
  }

  /** Connects by TLS and settles on HTTP/2, and says nothing more. */
  static Http2Frames shakeHands(int port) {
    try {
      SSLSocket socket = TlsClient.connect(port).socket();
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new Http2Frames(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() {
    write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    write(new Frame(SETTINGS, 0, 0, new byte[0]));
  }

  /** A frame of four bytes that are a number. */
  static Frame number(int type, int stream, int number) {
    return new Frame(type, 0, stream, ByteBuffer.allocate(4).putInt(number).array());
  }

  /** Asks for a page, with a body to follow or without. */
  void ask(String target, int stream, int end) {
    write(new Frame(HEADERS, end | END_HEADERS, stream, get(target)));
  }

  /** The fields of a GET, each spelled out (RFC 7541 §6). */
  static byte[] get(String target) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0x82); // :method GET
    block.write(0x86); // :scheme http
    writeLiteral(block, 0x04, target); // :path
    writeLiteral(block, 0x01, "x"); // :authority
    return block.toByteArray();
  }

  private static void writeLiteral(ByteArrayOutputStream block, int name, String value) {
    block.write(name);
    block.write(value.length());
    block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends a frame; what is sent behind the connection's end is lost. */
  void write(Frame frame) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writeNumber(bytes, frame.content.length, 3);
    bytes.write(frame.type);
    bytes.write(frame.flags);
    writeNumber(bytes, frame.stream, 4);
    bytes.writeBytes(frame.content);
    write(bytes.toByteArray());
  }

  /** The next frame of a kind; those before are passed over. Null at the connection's end. */
  Frame read(int type) {
    Frame frame = next();
    while (frame != null && frame.type != type) {
      frame = next();
    }
    return frame;
  }

  /** The next frame; null at the connection's end. */
  Frame next() {
    try {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      return new Frame(in.readUnsignedByte(), in.readUnsignedByte(), in.readInt(), content(length));
    } catch (EOFException | SocketException | SSLException _) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] content(int length) throws IOException {
    byte[] content = new byte[length];
    in.readFully(content);
    return content;
  }

  private void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (SocketException | SSLException _) {
      // the server has closed it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeNumber(ByteArrayOutputStream out, int number, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(number >> (8 * i));
    }
  }
}

package vn.bantin.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which a test writes what frames of HTTP/2 it likes (RFC 9113 §4.1). */
final class Http2Frames implements AutoCloseable {

  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
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
      frames.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      frames.write(new Frame(SETTINGS, 0, 0, new byte[0]));
      return frames;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    try {
      while (true) {
        int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
        Frame frame =
            new Frame(in.readUnsignedByte(), in.readUnsignedByte(), in.readInt(), content(length));
        if (frame.type == type) {
          return frame;
        }
      }
    } catch (EOFException | SocketException _) {
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
    } catch (SocketException _) {
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

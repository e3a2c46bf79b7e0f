package vn.bantin.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection on which a test writes what bytes it likes and sees what bytes come back.
 *
 * <p>It believes the framing of an answer and nothing else: what an answer says too much or too
 * little spoils the next one.
 */
public final class RawHttp implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int NARROW = 4 * 1024;

  private final Socket socket;
  private final InputStream in;

  private RawHttp(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects to a port of this machine. */
  public static RawHttp connect(int port) {
    return connect(port, new Socket());
  }

  /** Connects as a client that takes next to nothing in before it reads. */
  public static RawHttp connectNarrowly(int port) {
    try {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(NARROW);
      return connect(port, socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawHttp connect(int port, Socket socket) {
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      socket.setTcpNoDelay(true);
      return over(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Talks over a connection that is there already. */
  static RawHttp over(Socket socket) {
    try {
      return new RawHttp(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks with GET. */
  public RawAnswer get(String target, String... headers) {
    return ask("GET", target, headers);
  }

  /** Asks as HTTP/1.1. */
  public RawAnswer ask(String method, String target, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    request.append("Host: feeds.songmay.example\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    write(request.append("\r\n").toString());
    return read(method);
  }

  /** Sends the characters, a byte each. */
  public void write(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the characters, or as many as the server takes before it closes the connection. */
  void writeAsFarAsItGoes(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (SocketException _) {
      // What has been answered by then is still to be read.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer, which is to a request with the given method. */
  public RawAnswer read(String method) {
    try {
      String statusLine = line();
      List<String> headers = new ArrayList<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        headers.add(line);
      }
      RawAnswer head = new RawAnswer(statusLine, List.copyOf(headers), new byte[0]);
      return new RawAnswer(statusLine, head.headers(), body(method, head));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the server has closed the connection and sent nothing more before that. */
  public boolean isClosedByServer() {
    try {
      return in.read() < 0;
    } catch (SocketException _) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that still comes until the server closes the connection. */
  public byte[] rest() {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      in.transferTo(rest);
    } catch (SocketException _) {
      // Closed with something unread by the server.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rest.toByteArray();
  }

  /** Takes one byte more; whether there was one. */
  public boolean readByte() {
    return !isClosedByServer();
  }

  /** Closes the connection as a client does that has crashed. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
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

  private byte[] body(String method, RawAnswer head) throws IOException {
    if (method.equals("HEAD") || head.status() == 304 || head.status() == 204) {
      return new byte[0];
    }
    if (head.all("Transfer-Encoding").contains("chunked")) {
      return chunks();
    }
    List<String> length = head.all("Content-Length");
    return length.isEmpty()
        ? in.readAllBytes()
        : exactly(Integer.parseInt(head.header("Content-Length")));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a body of " + length + " bytes ends after " + bytes.length);
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the answer ends within a line: " + line);
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    if (!text.endsWith("\r")) {
      throw new IOException("a line without CR: " + text);
    }
    return text.substring(0, text.length() - 1);
  }
}

package vn.bantin.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A connection in clear text that sends one request again and again, each when it is told to. */
final class Wire {

  private static final int BUFFER = 256 * 1024;
  private static final ByteBuffer ARRIVED = ByteBuffer.allocateDirect(BUFFER);

  private final InetSocketAddress server;
  private final ByteBuffer request;
  private final AnswerReader reader;
  private SocketChannel channel;
  private long since;
  private boolean answered;

  private Wire(InetSocketAddress server, ByteBuffer request, AnswerReader reader)
      throws IOException {
    this.server = server;
    this.request = request;
    this.reader = reader;
    this.channel = SocketChannel.open();
  }

  /**
   * Makes one that is not connected.
   *
   * @param more header lines beside those of the request
   */
  static Wire to(Request request, String... more) throws IOException {
    URI uri = URI.create(request.url());
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(uri.getRawPath()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(uri.getAuthority()).append("\r\n");
    request.headers().forEach(header -> head.append(header).append("\r\n"));
    for (String header : more) {
      head.append(header).append("\r\n");
    }
    byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    InetSocketAddress server = new InetSocketAddress(uri.getHost(), uri.getPort());
    return new Wire(server, direct, new AnswerReader(request.method()));
  }

  /** Begins to connect, anew if it was; the selector then reports it with this as attachment. */
  void connect(Selector selector) throws IOException {
    channel.close();
    reader.reset();
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_CONNECT, this);
    channel.connect(server);
  }

  /** Takes note that it is connected. */
  void connected(SelectionKey key) throws IOException {
    channel.finishConnect();
    key.interestOps(SelectionKey.OP_READ);
  }

  /**
   * Sends the request.
   *
   * @param now from when on the answer is waited for, by {@link System#nanoTime}
   */
  void send(long now) throws IOException {
    since = now;
    answered = false;
    channel.write(request.flip());
    if (request.hasRemaining()) {
      throw new IOException("the server does not read");
    }
  }

  /**
   * Reads what has arrived.
   *
   * @return whether the answer is complete
   * @throws EOFException if the server has closed the connection
   */
  boolean receive() throws IOException {
    if (channel.read(ARRIVED.clear()) < 0) {
      throw new EOFException("closed");
    }
    answered = reader.read(ARRIVED.flip());
    return answered;
  }

  /** Whether the last request has its answer. */
  boolean isAnswered() {
    return answered;
  }

  /** The status of the answer. */
  int status() {
    return reader.status();
  }

  /** When the request was sent. */
  long since() {
    return since;
  }

  void close() throws IOException {
    channel.close();
  }
}

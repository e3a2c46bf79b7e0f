package vn.bantin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A generator of our own, for what wrk cannot do: HEAD, and a new connection for each request that
 * this side closes. HTTP/1.1 in clear text; runs on the thread that calls it.
 */
final class Caller implements Generator {

  private final boolean anew;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
  private long answers;
  private long bad;
  private long broken;

  /**
   * Calls.
   *
   * @param anew whether each request has a connection of its own
   */
  Caller(boolean anew) {
    this.anew = anew;
  }

  @Override
  public Shot shoot(Request request, int connections, Duration duration) throws IOException {
    answers = 0;
    bad = 0;
    broken = 0;
    URI uri = URI.create(request.url());
    InetSocketAddress server = new InetSocketAddress(uri.getHost(), uri.getPort());
    byte[] bytes = head(request, uri);
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        connect(selector, server, new AnswerReader(request.method()));
      }
      while (System.nanoTime() < end) {
        selector.select(key -> turn(key, server, bytes), 100);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String trouble = bad + broken == 0 ? "" : bad + " other answers, " + broken + " broken off";
    return new Shot(answers, answers / seconds, trouble);
  }

  private byte[] head(Request request, URI uri) {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(uri.getRawPath()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(uri.getAuthority()).append("\r\n");
    request.headers().forEach(header -> head.append(header).append("\r\n"));
    if (anew) {
      head.append("Connection: close\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void connect(Selector selector, InetSocketAddress server, AnswerReader reader)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(server);
    channel.register(selector, SelectionKey.OP_CONNECT, reader);
  }

  private void turn(SelectionKey key, InetSocketAddress server, byte[] request) {
    SocketChannel channel = (SocketChannel) key.channel();
    AnswerReader reader = (AnswerReader) key.attachment();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        channel.write(ByteBuffer.wrap(request));
        return;
      }
      buffer.clear();
      if (channel.read(buffer) < 0) {
        throw new IOException("closed within an answer");
      }
      if (!reader.read(buffer.flip())) {
        return;
      }
      count(reader);
      if (anew) {
        channel.close();
        connect(key.selector(), server, reader);
      } else {
        channel.write(ByteBuffer.wrap(request));
      }
    } catch (IOException _) {
      broken++;
      again(key, server);
    }
  }

  private void count(AnswerReader reader) {
    int status = reader.status();
    if (status == 200 || status == 304) {
      answers++;
    } else {
      bad++;
    }
  }

  private static void again(SelectionKey key, InetSocketAddress server) {
    AnswerReader reader = (AnswerReader) key.attachment();
    reader.reset();
    try {
      key.channel().close();
      connect(key.selector(), server, reader);
    } catch (IOException e) {
      throw new IllegalStateException("the server is gone", e);
    }
  }
}

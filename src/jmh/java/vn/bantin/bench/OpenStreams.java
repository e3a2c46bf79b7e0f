package vn.bantin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs to have 5,000 open pages that are told of changes: the growth of the process, and
 * how long it takes after a change is committed until the last has heard.
 */
final class OpenStreams {

  /** The row's name on the command line. */
  static final String KEY = "streams";

  private static final int COUNT = 5_000;
  private static final int AT_ONCE = 200;
  private static final long PATIENCE = 20_000;
  private static final String FIXED_HEAP = "-Xms192m -Xmx192m -XX:+AlwaysPreTouch";
  private static final byte[] REQUEST =
      "GET /feeds/moi-nhat/events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
  private final List<SocketChannel> channels = new ArrayList<>();
  private int heard;

  private OpenStreams(Selector selector) {
    this.selector = selector;
  }

  static Outcome measure(Plan plan, BenchNewsroom newsroom)
      throws IOException, InterruptedException {
    try (PackagedServer server = PackagedServer.start(plan.launch(newsroom, FIXED_HEAP));
        Selector selector = Selector.open()) {
      OpenStreams streams = new OpenStreams(selector);
      URI address = URI.create(server.url("/"));
      streams.open(address, AT_ONCE);
      double heap = Jcmd.liveHeap(server.pid());
      double resident = Resident.of(server.pid());
      streams.open(address, COUNT - AT_ONCE);
      double more = Resident.of(server.pid()) - resident + Jcmd.liveHeap(server.pid()) - heap;
      newsroom.publish();
      long committed = System.nanoTime();
      streams.await(COUNT, "event: change");
      double millis = (System.nanoTime() - committed) / 1e6;
      streams.close();
      String result = String.format(Locale.ROOT, "%.1f KB each", more / (COUNT - AT_ONCE) / 1024);
      String note =
          String.format(Locale.ROOT, "all told %.0f ms after the commit of a change", millis);
      return new Outcome.Figure(
          KEY, "5,000 open streams", "no error, < 2 s", result, "", result, note);
    }
  }

  private void open(URI address, int count) throws IOException {
    for (int done = 0; done < count; done += AT_ONCE) {
      for (int i = done; i < Math.min(count, done + AT_ONCE); i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
        channel.write(ByteBuffer.wrap(REQUEST));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new StringBuilder());
        channels.add(channel);
      }
      await(Math.min(count, done + AT_ONCE) - done, "\nid: ");
    }
  }

  /** Waits until as many have heard as should. */
  private void await(int count, String word) throws IOException {
    heard = 0;
    while (heard < count) {
      if (selector.select(key -> read(key, word), PATIENCE) == 0) {
        throw new IOException(heard + " of " + count + " have heard " + word.strip());
      }
    }
  }

  private void read(SelectionKey key, String word) {
    StringBuilder text = (StringBuilder) key.attachment();
    try {
      if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
        throw new IOException("a stream has ended");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    text.append(StandardCharsets.UTF_8.decode(buffer.flip()));
    if (text.indexOf(word) >= 0) {
      text.setLength(0);
      heard++;
    }
  }

  private void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }
}

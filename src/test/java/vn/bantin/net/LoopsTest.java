package vn.bantin.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** Connections over real sockets. */
final class LoopsTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<StreamConnection> taken = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void theThreadThatTakesAConnectionServesIt() throws IOException {
    int port = listen(1).port();
    connect(port).getOutputStream().write("xin chào".getBytes(UTF_8));
    await().until(() -> heard.equals(List.of("io-1: xin chào")));
    assertThat(taken.getFirst().getIoThread().getName()).isEqualTo("io-1");
  }

  @Test
  void itKnowsBothAddressesAlsoWhenItIsClosed() throws IOException {
    int port = listen(1).port();
    Socket client = connect(port);
    StreamConnection connection = taken();
    IoUtils.safeClose(connection);
    assertThat(connection.getPeerAddress()).isEqualTo(client.getLocalSocketAddress());
    assertThat(connection.getLocalAddress()).isEqualTo(client.getRemoteSocketAddress());
  }

  @Test
  void whatIsSuspendedIsNotCalledUntilAnotherThreadResumesIt() throws IOException {
    int port = listen(1).port();
    Socket client = connect(port);
    ConduitStreamSourceChannel source = taken().getSourceChannel();
    source.suspendReads();
    assertThat(source.isReadResumed()).isFalse();
    client.getOutputStream().write('a');
    assertThat(connect(port)).isNotNull();
    await().until(() -> taken.size() == 2);
    assertThat(heard).isEmpty();
    source.resumeReads();
    assertThat(source.isReadResumed()).isTrue();
    await().until(() -> heard.equals(List.of("io-1: a")));
  }

  @Test
  void aWakeUpCallsWithoutAByte() throws IOException {
    int port = listen(1).port();
    connect(port);
    taken().getSourceChannel().wakeupReads();
    await().until(() -> heard.equals(List.of("io-1: ")));
  }

  @Test
  void eachWayEndsByItself() throws IOException {
    int port = listen(1).port();
    Socket client = connect(port);
    StreamConnection connection = taken();
    connection.getSinkChannel().shutdownWrites();
    assertThat(client.getInputStream().read()).isEqualTo(-1);
    assertThat(connection.isWriteShutdown()).isTrue();
    assertThat(connection.isReadShutdown()).isFalse();
    client.getOutputStream().write('b');
    await().until(() -> heard.equals(List.of("io-1: b")));
    client.shutdownOutput();
    await().until(() -> !connection.isOpen());
    assertThat(connection.getSourceChannel().read(ByteBuffer.allocate(1))).isEqualTo(-1);
  }

  @Test
  void aCloseIsToldOnceAndSeenAtTheOtherEnd() throws IOException {
    int port = listen(1).port();
    Socket client = connect(port);
    StreamConnection connection = taken();
    List<String> told = new CopyOnWriteArrayList<>();
    connection.setCloseListener(_ -> told.add("closed"));
    IoUtils.safeClose(connection);
    IoUtils.safeClose(connection);
    assertThat(told).containsExactly("closed");
    assertThat(client.getInputStream().read()).isEqualTo(-1);
    connection.getSourceChannel().resumeReads();
    connection.getSinkChannel().suspendWrites();
    assertThat(connection.getSourceChannel().isReadResumed()).isFalse();
  }

  @Test
  void aThreadThatMayWaitCanWaitForBytesAndRoom() throws IOException {
    int port = listen(1).port();
    Socket client = connect(port);
    StreamConnection connection = taken();
    connection.getSinkChannel().awaitWritable();
    connection.getSinkChannel().awaitWritable(1, TimeUnit.HOURS);
    connection.getSourceChannel().awaitReadable(1, TimeUnit.MILLISECONDS);
    connection.getSourceChannel().suspendReads();
    client.getOutputStream().write('c');
    connection.getSourceChannel().awaitReadable();
    assertThat(connection.getSourceChannel().read(ByteBuffer.allocate(8))).isEqualTo(1);
  }

  @Test
  void anIoThreadMayNotWait() throws IOException {
    int port = listen(1).port();
    connect(port);
    StreamConnection connection = taken();
    List<Throwable> refused = new CopyOnWriteArrayList<>();
    connection
        .getIoThread()
        .execute(() -> {
          try {
            connection.getSourceChannel().awaitReadable();
          } catch (IOException | IllegalStateException e) {
            refused.add(e);
          }
        });
    await().until(() -> refused.size() == 1);
    assertThat(refused.getFirst()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noThreadHasManyMoreConnectionsThanAnother() throws IOException {
    int port = listen(2).port();
    for (int i = 0; i < 60; i++) {
      connect(port);
    }
    await().until(() -> taken.size() == 60);
    Map<XnioIoThread, Long> each =
        taken.stream()
            .collect(Collectors.groupingBy(StreamConnection::getIoThread, Collectors.counting()));
    assertThat(each.values()).hasSize(2).allMatch(count -> count >= 20);
  }

  @Test
  void anAddressIsFreeAsSoonAsItIsClosed() throws IOException {
    Loops loops = loops(2);
    for (int i = 0; i < 20; i++) {
      Acceptor acceptor = loops.listen(new InetSocketAddress(HERE, 0), 10, _ -> {});
      InetSocketAddress address = new InetSocketAddress(HERE, acceptor.port());
      assertThatThrownBy(() -> loops.listen(address, 10, _ -> {}))
          .isInstanceOf(BindException.class);
      acceptor.close();
      assertThatThrownBy(() -> connect(address.getPort())).isInstanceOf(ConnectException.class);
      loops.listen(address, 10, _ -> {}).close();
    }
  }

  @Test
  void theEndEndsTheConnections() throws IOException {
    Loops loops = loops(2);
    Acceptor acceptor = listen(loops);
    Socket one = connect(acceptor.port());
    Socket other = connect(acceptor.port());
    await().until(() -> taken.size() == 2);
    loops.close();
    assertThat(one.getInputStream().read()).isEqualTo(-1);
    assertThat(other.getInputStream().read()).isEqualTo(-1);
    assertThat(taken).noneMatch(StreamConnection::isOpen);
    assertThatThrownBy(() -> connect(acceptor.port())).isInstanceOf(ConnectException.class);
  }

  private Acceptor listen(int threads) throws IOException {
    return listen(loops(threads));
  }

  private Acceptor listen(Loops loops) throws IOException {
    return loops.listen(new InetSocketAddress(HERE, 0), 100, this::take);
  }

  private Loops loops(int threads) throws IOException {
    Loops loops = new Loops(threads, 1, _ -> {});
    open.add(loops);
    return loops;
  }

  private void take(StreamConnection connection) {
    ConduitStreamSourceChannel source = connection.getSourceChannel();
    source.setReadListener(_ -> hear(source));
    source.resumeReads();
    taken.add(connection);
  }

  private void hear(ConduitStreamSourceChannel source) {
    ByteBuffer bytes = ByteBuffer.allocate(100);
    try {
      if (source.read(bytes) >= 0) {
        String text = new String(bytes.array(), 0, bytes.position(), UTF_8);
        heard.add(Thread.currentThread().getName() + ": " + text);
      } else {
        taken.forEach(IoUtils::safeClose);
      }
    } catch (IOException e) {
      heard.add(e.toString());
    }
  }

  private StreamConnection taken() {
    await().until(() -> !taken.isEmpty());
    return taken.getFirst();
  }

  private Socket connect(int port) throws IOException {
    Socket socket = new Socket(HERE, port);
    open.add(socket);
    return socket;
  }
}

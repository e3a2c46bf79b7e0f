package vn.bantin.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/** A server that the system gives no more files, in a process of its own. */
final class FewFilesTest {

  private static final int FILES = 200;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void whenThereAreFilesAgainItTakesConnectionsAgain() throws Exception {
    Process server = start();
    List<Socket> sockets = new ArrayList<>();
    try (BufferedReader said = server.inputReader(UTF_8)) {
      int port = Integer.parseInt(said.readLine());
      for (int i = 0; i < 2 * FILES; i++) {
        sockets.add(connect(port));
      }
      long served = await().until(() -> greeted(sockets), count -> count > 20);
      assertThat(served).isLessThan(FILES);
      Duration before = busy(server);
      await().during(SECOND).until(server::isAlive);
      assertThat(busy(server).minus(before)).as("it does not spin").isLessThan(SECOND.dividedBy(2));
      for (Socket socket : sockets) {
        socket.close();
      }
      sockets.clear();
      sockets.add(connect(port));
      sockets.getFirst().setSoTimeout(20_000);
      assertThat(sockets.getFirst().getInputStream().read()).isEqualTo('x');
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroyForcibly();
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private static Duration busy(Process server) {
    return server.info().totalCpuDuration().orElseThrow();
  }

  private static long greeted(List<Socket> sockets) throws IOException {
    long count = 0;
    for (Socket socket : sockets) {
      count += Math.min(1, socket.getInputStream().available());
    }
    return count;
  }

  private static Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command = "ulimit -n " + FILES + "; exec \"$0\" -cp \"$1\" \"$2\"";
    return new ProcessBuilder(
            "sh",
            "-c",
            command,
            java,
            System.getProperty("java.class.path"),
            Greeter.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Socket connect(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** Says a letter to each client, keeps the connection until the client ends it. */
  static final class Greeter {

    private Greeter() {}

    /** Says its port, and serves until it is killed. */
    public static void main(String... args) throws IOException {
      InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      // The loops' threads keep the process alive.
      Acceptor acceptor = new Loops(1, 1, _ -> {}).listen(anywhere, 1_000, Greeter::greet);
      System.out.println(acceptor.port());
    }

    private static void greet(StreamConnection connection) {
      try {
        connection.getSinkChannel().write(ByteBuffer.wrap(new byte[] {'x'}));
        connection
            .getSourceChannel()
            .setReadListener(source -> {
              try {
                if (source.read(ByteBuffer.allocate(1)) < 0) {
                  connection.close();
                }
              } catch (IOException _) {
                IoUtils.safeClose(connection);
              }
            });
        connection.getSourceChannel().resumeReads();
      } catch (IOException _) {
        IoUtils.safeClose(connection);
      }
    }
  }
}

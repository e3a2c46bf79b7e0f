package vn.bantin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The server as it is packaged, in a process of its own. */
final class PackagedServer implements AutoCloseable {

  private static final Path LAUNCHER = Path.of("target/bantin/bin/bantin").toAbsolutePath();
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int READ_TIMEOUT = 10_000;

  private final Process process;
  private final int port;
  private final Duration startUp;

  private PackagedServer(Process process, int port, Duration startUp) {
    this.process = process;
    this.port = port;
    this.startUp = startUp;
  }

  /**
   * Starts it with the newsroom that comes along and waits for its first 200.
   *
   * @param data where the store is
   * @param javaOptions for the virtual machine
   */
  static PackagedServer start(Path data, String javaOptions) throws IOException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            LAUNCHER.toString(),
            "serve",
            "--feeds",
            "feeds",
            "--data",
            data.toString(),
            "--listen",
            "127.0.0.1:" + port,
            "--admin-listen",
            "127.0.0.1:" + freePort(),
            // Another address would be another look of every feed, and so a write to the store.
            "--base-url",
            "https://feeds.songmay.example");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("BANTIN_JAVA_OPTS", javaOptions);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
        process.destroyForcibly();
        throw new IOException("the packaged server did not start");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return new PackagedServer(process, port, Duration.ofNanos(System.nanoTime() - start));
  }

  /** From the start of the process to the first 200. */
  Duration startUp() {
    return startUp;
  }

  /** The address of a feed. */
  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** The lines of an answer's head. */
  String head(String path, String... headers) throws IOException {
    return head(port, "HEAD " + path, headers);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean answers(int port) {
    try {
      return head(port, "GET /feeds/moi-nhat.atom").startsWith("HTTP/1.1 200 ");
    } catch (IOException _) {
      return false;
    }
  }

  private static String head(int port, String request, String... headers) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(READ_TIMEOUT);
      StringBuilder text = new StringBuilder(request).append(" HTTP/1.1\r\nHost: localhost\r\n");
      for (String header : headers) {
        text.append(header).append("\r\n");
      }
      text.append("Connection: close\r\n\r\n");
      socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int end = answer.indexOf("\r\n\r\n");
      return end < 0 ? answer : answer.substring(0, end);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

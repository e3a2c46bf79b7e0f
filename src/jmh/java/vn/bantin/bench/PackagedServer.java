package vn.bantin.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The server as it is packaged, in a process of its own. */
final class PackagedServer implements Contender {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int READ_TIMEOUT = 10_000;
  private static final int USAGE = 2;

  private final Process process;
  private final Listener listener;
  private final int port;
  private final Duration startUp;

  private PackagedServer(Process process, Listener listener, int port, Duration startUp) {
    this.process = process;
    this.listener = listener;
    this.port = port;
    this.startUp = startUp;
  }

  /**
   * Starts it and waits for its first 200.
   *
   * @throws RefusedException if it does not know an option
   */
  static PackagedServer start(Launch launch) throws IOException {
    int port = Children.freePort();
    return start(launch, Listener.CLEAR, port, port, List.of());
  }

  /**
   * Starts it with a listener beside that for HTTP/1.1 in clear text, or in its place.
   *
   * @throws RefusedException if it does not know an option
   */
  static PackagedServer start(Launch launch, Listener listener, Certificate certificate)
      throws IOException {
    int clear = Children.freePort();
    int port = listener == Listener.TLS ? Children.freePort() : clear;
    List<String> more = listener.options(port, certificate);
    return start(launch, listener, clear, port, more);
  }

  private static PackagedServer start(
      Launch launch, Listener listener, int clear, int port, List<String> more) throws IOException {
    Path said = Files.createTempFile("bantin-bench", ".log");
    ProcessBuilder builder = launch.on(clear, more);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(said.toFile());
    long start = System.nanoTime();
    Process process = Children.start(builder);
    try {
      while (!answers(clear)) {
        if (!process.isAlive() && process.exitValue() == USAGE) {
          throw new RefusedException(Files.readString(said));
        }
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
          Children.stop(process);
          throw new IOException("the packaged server did not start: " + Files.readString(said));
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    } finally {
      // The server keeps what it has open.
      Files.delete(said);
    }
    Duration startUp = Duration.ofNanos(System.nanoTime() - start);
    return new PackagedServer(process, listener, port, startUp);
  }

  /** From the start of the process to the first 200. */
  Duration startUp() {
    return startUp;
  }

  @Override
  public Listener listener() {
    return listener;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public String url(String path) {
    return listener.url(port, path);
  }

  @Override
  public void close() {
    Children.stop(process);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(READ_TIMEOUT);
      String request = "GET /feeds/moi-nhat.atom HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 200 ");
    } catch (IOException _) {
      return false;
    }
  }

  /** The server does not know an option that it was given. */
  static final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String said) {
      super(said.lines().findFirst().orElse("it says nothing").replaceAll(",.*", ""));
    }
  }
}

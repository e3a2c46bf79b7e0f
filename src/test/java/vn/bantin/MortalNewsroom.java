package vn.bantin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import vn.bantin.access.Scope;

/**
 * A newsroom in a folder, served by a process of its own that can be killed at any time. Its clock
 * is the {@link SharedClock} in the file {@code clock} of that folder.
 */
public final class MortalNewsroom implements Served {

  private final Path folder;
  private final Path temporary;
  private Process process;
  private int port;
  private int deaths;

  private MortalNewsroom(Path folder, Path temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /** Serves what stands in a folder already. */
  public static MortalNewsroom resume(Path folder) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    MortalNewsroom newsroom = new MortalNewsroom(folder, temporary);
    newsroom.rise();
    return newsroom;
  }

  /** The clock of a folder. */
  public static SharedClock clock(Path folder) {
    return SharedClock.in(folder.resolve("clock"));
  }

  /** The process itself: serves until its standard input ends, as it does when the test dies. */
  static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (ServedNewsroom newsroom = ServedNewsroom.resume(folder, clock(folder))) {
      System.out.println(newsroom.port());
      while (System.in.read() >= 0) {
        // Whatever is said to it, it serves on.
      }
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String token(Scope... scopes) {
    try (ServedNewsroom other = ServedNewsroom.resume(folder, clock(folder))) {
      return other.token(scopes);
    }
  }

  /** Starts, after it was killed. */
  public void rise() {
    start();
    try {
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException(Files.readString(errors()));
      }
      port = Integer.parseInt(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts, after it was killed, and is killed again before it need be ready. */
  public void riseAndFall(Duration after) {
    start();
    kill(after);
  }

  /**
   * Is killed, as {@code kill -9} does, while something is done or right after it.
   *
   * @return whether it was done before it met the death of the server
   */
  public boolean dieWithin(Duration after, Runnable deed) {
    CompletableFuture<Void> death = CompletableFuture.runAsync(() -> kill(after));
    try {
      deed.run();
      return true;
    } catch (UncheckedIOException _) {
      return false;
    } finally {
      death.join();
    }
  }

  /** How often it was killed. */
  public int deaths() {
    return deaths;
  }

  @Override
  public void restart() {
    close();
    rise();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private void start() {
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaProcess.command(temporary, MortalNewsroom.class.getName(), folder.toString()));
    try {
      process = builder.redirectError(errors().toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void kill(Duration after) {
    try {
      process.waitFor(after.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly().onExit().join();
    deaths++;
  }

  private Path errors() {
    return temporary.resolve("err.txt");
  }
}

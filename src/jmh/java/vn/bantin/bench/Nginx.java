package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * nginx with one worker and static files: all that makes it fast is on, and it adds no header of
 * the feeds' own, which Bantin does.
 */
final class Nginx implements Contender {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String CONFIGURATION =
      """
      daemon off;
      worker_processes 1;
      user %1$s;
      pid nginx.pid;
      error_log error.log warn;
      events { worker_connections 16384; }
      http {
        access_log off;
        sendfile on;
        tcp_nopush on;
        gzip_static on;
        gzip_vary on;
        open_file_cache max=20000 inactive=1h;
        open_file_cache_valid 1h;
        keepalive_requests 1000000000;
        keepalive_timeout 1h;
        types { application/atom+xml atom; }
        ssl_protocols TLSv1.2 TLSv1.3;
        ssl_certificate %2$s;
        ssl_certificate_key %3$s;
        client_body_temp_path temp;
        proxy_temp_path temp;
        fastcgi_temp_path temp;
        uwsgi_temp_path temp;
        scgi_temp_path temp;
        server { listen 127.0.0.1:%4$d%5$s backlog=4096; root files; }
      }
      """;

  private final Process master;
  private final long worker;
  private final Listener listener;
  private final int port;

  private Nginx(Process master, long worker, Listener listener, int port) {
    this.master = master;
    this.worker = worker;
    this.listener = listener;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param folder with the folder {@code files}; takes what else nginx writes
   */
  static Nginx start(Path folder, Listener listener, Certificate certificate) throws IOException {
    int port = Children.freePort();
    String configuration =
        CONFIGURATION.formatted(
            System.getProperty("user.name"),
            certificate.file(),
            certificate.key(),
            port,
            listener.nginx());
    Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    Path log = folder.resolve("error.log");
    List<String> command =
        List.of("nginx", "-p", folder.toString(), "-c", file.toString(), "-e", log.toString());
    ProcessBuilder builder = new ProcessBuilder(Children.onServersCore(command));
    builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process master = Children.start(builder);
    return new Nginx(master, worker(master, log), listener, port);
  }

  @Override
  public Listener listener() {
    return listener;
  }

  @Override
  public long pid() {
    return worker;
  }

  @Override
  public String url(String path) {
    return listener.url(port, path);
  }

  @Override
  public void close() {
    Children.stop(master);
  }

  private static long worker(Process master, Path log) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (master.isAlive() && System.nanoTime() < deadline) {
      List<ProcessHandle> workers = master.children().toList();
      if (!workers.isEmpty()) {
        return workers.getFirst().pid();
      }
      LockSupport.parkNanos(1_000_000);
    }
    Children.stop(master);
    throw new IOException("nginx did not start: " + Files.readString(log));
  }
}

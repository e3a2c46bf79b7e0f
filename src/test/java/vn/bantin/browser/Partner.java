package vn.bantin.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody else's web server, at an origin of its own: pages that a test writes, and pictures. */
final class Partner implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  private volatile boolean isWithoutPictures;

  private Partner(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  /** One with pictures alone. */
  static Partner start() throws IOException {
    return new Partner(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  /** Where a path of it is. */
  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Puts a page up and says where it is. */
  String show(String path, String body) {
    pages.put(
        path,
        """
        <!DOCTYPE html>
        <html lang="vi"><head><meta charset="utf-8"><title>Bản Thượng</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
        </head><body>%s</body></html>
        """
            .formatted(body));
    return address(path);
  }

  /** Refuses pictures, or gives them out again. */
  void losePictures(boolean lost) {
    isWithoutPictures = lost;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String page = pages.get(path);
      if (page != null) {
        send(exchange, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
      } else if (!isWithoutPictures && path.matches(".*\\.(jpg|png)")) {
        send(exchange, "image/png", Landscape.png(path.hashCode()));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}

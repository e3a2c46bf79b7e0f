package vn.bantin.purge;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A cache that holds nothing and writes down what it is told. */
final class FakeCache implements AutoCloseable {

  private final HttpServer server;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean silent;

  private FakeCache(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.createContext(
        "/",
        exchange -> {
          String keys = String.join("|", exchange.getRequestHeaders().get("Surrogate-Key"));
          told.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + keys);
          if (silent) {
            awaitClosed();
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  static FakeCache start() throws IOException {
    return new FakeCache(0);
  }

  /** Starts where another has been closed. */
  static FakeCache startAt(URI address) throws IOException {
    return new FakeCache(address.getPort());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Method, target and keys of every request so far. */
  List<String> told() {
    return told;
  }

  /** Answers with another status from now on. */
  void answer(int status) {
    this.status = status;
  }

  /** Answers no more. */
  void fallSilent() {
    silent = true;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.App;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.Articles;
import vn.bantin.http.LargeFeed;
import vn.bantin.http.RawHttp;

/** A server's process that is asked to end while a reader is slow. */
final class StopTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
    try (App app = desk.open()) {
      app.ingest(App.operator());
      List<ArticleChange> changes =
          Stream.of(LargeFeed.articles()).<ArticleChange>map(ArticleChange.Put::new).toList();
      app.store().apply(changes, app.catalog(), Articles.EDITOR);
    }
  }

  @Test
  void theReaderGetsAllOfItsFeed() throws Exception {
    desk.set("BANTIN_DRAIN", "1m");
    try (BantinProcess server = BantinProcess.start(desk, "serve")) {
      int port = port(server);
      int whole;
      try (RawHttp http = RawHttp.connect(port)) {
        whole = http.get(LargeFeed.ATOM).body().length;
      }
      try (RawHttp slow = RawHttp.connectNarrowly(port)) {
        slow.write("GET " + LargeFeed.ATOM + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(slow.readByte()).isTrue();
        server.terminate();
        await().atMost(PATIENCE).until(() -> isClosed(port));
        assertThat(server.endsWithin(Duration.ofMillis(500))).isFalse();
        assertThat(slow.rest()).hasSizeGreaterThan(whole);
      }
      assertThat(server.await(PATIENCE)).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(server.errors()).contains(" stopped\n").doesNotContain("\tat ", "Exception");
    }
  }

  @Test
  void aReaderThatTakesTooLongIsNotWaitedFor() throws Exception {
    desk.set("BANTIN_DRAIN", "1s");
    try (BantinProcess server = BantinProcess.start(desk, "serve")) {
      try (RawHttp slow = RawHttp.connectNarrowly(port(server))) {
        slow.write("GET " + LargeFeed.ATOM + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(slow.readByte()).isTrue();
        server.terminate();
        assertThat(server.await(PATIENCE)).isEqualTo(ENDED_BY_SIGTERM);
      }
      assertThat(server.errors()).contains(" stopped\n").doesNotContain("\tat ", "Exception");
    }
  }

  private static int port(BantinProcess server) throws IOException {
    String ready = server.reader().readLine();
    assertThat(ready).as(server.errors()).startsWith("Bantin is ready at ");
    return URI.create(ready.split(" ", 6)[4]).getPort();
  }

  private static boolean isClosed(int port) throws IOException {
    try {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      return false;
    } catch (ConnectException _) {
      return true;
    }
  }
}

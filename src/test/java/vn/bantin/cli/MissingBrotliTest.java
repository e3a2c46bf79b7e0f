package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;

/** A server on a machine that brotli's library was not made for. */
final class MissingBrotliTest {

  private static final String SAID = "br is not available";

  @TempDir private Path folder;

  @Test
  void goesOnWithGzipAndSaysSoOnce() throws IOException {
    Desk desk = Desk.in(folder);
    desk.set("JAVA_TOOL_OPTIONS", "-Dbrotli4j.library.path=" + folder.resolve("no.so"));
    try (BantinProcess server = BantinProcess.start(desk, "serve")) {
      String ready = server.reader().readLine();
      int port = URI.create(ready.substring(ready.indexOf("http://")).split(" ", 2)[0]).getPort();
      try (RawHttp http = RawHttp.connect(port)) {
        String fast = http.get("/feeds/dan-van.atom", "Accept-Encoding: gzip, br").header("ETag");
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> {
              http.get("/feeds/dan-van.atom", "Accept-Encoding: gzip");
              http.get("/feeds/kinh-te.atom", "Accept-Encoding: gzip");
              return server.errors().contains(SAID);
            });
        RawAnswer answer = http.get("/feeds/dan-van.atom", "Accept-Encoding: gzip, br");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(http.get("/feeds/dan-van.atom", "If-None-Match: " + fast).status())
            .isEqualTo(304);
      }
      assertThat(server.errors()).containsOnlyOnce(SAID);
    }
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.Articles;

/** Connections in the fast lane whose feeds are not ready: they wait, and stay. */
final class ColdLaneTest {

  @TempDir private Path folder;
  private BoundedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom =
        BoundedNewsroom.start(
            folder, BoundedNewsroom.WIDE, true, Articles.article("a", "dan-van", 1));
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void aFeedThatIsNotReadyIsWaitedFor() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      for (String name : List.of("dan-van", "ton-giao", "kinh-te", "moi-nhat")) {
        for (String format : List.of("atom", "rss", "json")) {
          RawAnswer answer = http.get("/feeds/" + name + "." + format);
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.text().contains("tin/a")).isEqualTo(!name.matches("ton-giao|kinh-te"));
        }
      }
      assertThat(newsroom.server().handedOver()).isZero();
      assertThat(http.get("/feeds/none.atom").status()).isEqualTo(404);
      assertThat(newsroom.server().handedOver()).isEqualTo(1);
    }
  }

  @Test
  void whatWasSentBehindItIsAnsweredInOrder() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      String one = "GET /feeds/kinh-te.rss HTTP/1.1\r\nHost: x\r\n\r\n";
      String other = "GET /feeds/ton-giao.json HTTP/1.1\r\nHost: x\r\n\r\n";
      http.write(one + other + one + other);
      for (int i = 0; i < 2; i++) {
        assertThat(http.read("GET").header("Content-Type")).contains("rss+xml");
        assertThat(http.read("GET").header("Content-Type")).contains("feed+json");
      }
    }
    assertThat(newsroom.server().handedOver()).isZero();
  }

  @Test
  void whoHasGoneMeanwhileIsNotWaitedFor() {
    for (int i = 0; i < 20; i++) {
      try (RawHttp http = RawHttp.connect(newsroom.port())) {
        http.write("GET /feeds/kinh-te.rss HTTP/1.1\r\nHost: x\r\n\r\n");
      }
    }
    assertThat(newsroom.get("/feeds/kinh-te.rss").status()).isEqualTo(200);
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;
import vn.bantin.store.SettableClock;

/** What a client may rely on while coded bytes give way to better ones, over a real socket. */
final class CodingsTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String GZIP = "Accept-Encoding: gzip";
  private static final String ANY = "Accept-Encoding: gzip, br";
  private static final List<String> CODINGS = List.of("identity", "gzip", "br");

  @TempDir private Path folder;

  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, new SettableClock(ServedNewsroom.START));
    newsroom.put(article("a", 1), article("b", 2), article("c", 3));
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void theFastTagStaysGoodWhenBetterBytesCome() {
    RawAnswer fast = newsroom.get(ATOM, GZIP);
    awaitBrotli();
    RawAnswer better = newsroom.get(ATOM, GZIP);
    assertThat(better.header("ETag")).isNotEqualTo(fast.header("ETag"));
    assertThat(better.body()).isNotEqualTo(fast.body());
    assertThat(better.decoded()).isEqualTo(fast.decoded());
    assertThat(better.header("Last-Modified")).isEqualTo(fast.header("Last-Modified"));
    RawAnswer held = newsroom.get(ATOM, GZIP, "If-None-Match: " + fast.header("ETag"));
    assertThat(held.status()).isEqualTo(304);
    assertThat(held.header("ETag")).isEqualTo(better.header("ETag"));
    assertThat(newsroom.get(ATOM, GZIP, "If-Match: " + fast.header("ETag")).status())
        .isEqualTo(412);
    assertThat(newsroom.get(ATOM, GZIP, "If-Match: " + better.header("ETag")).status())
        .isEqualTo(200);
  }

  @Test
  void theTagOfAnyCodingIsGoodForEveryOther() {
    awaitBrotli();
    for (String held : CODINGS) {
      String tag = newsroom.get(ATOM, "Accept-Encoding: " + held).header("ETag");
      for (String wanted : CODINGS) {
        String accepted = "Accept-Encoding: " + wanted + ", identity;q=0.1";
        RawAnswer answer = newsroom.get(ATOM, accepted, "If-None-Match: " + tag);
        assertThat(answer.status()).as("%s for %s", held, wanted).isEqualTo(304);
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(newsroom.get(ATOM, accepted, "If-Match: " + tag).status())
            .as("%s for %s", held, wanted)
            .isEqualTo(held.equals(wanted) ? 200 : 412);
      }
    }
  }

  @Test
  void aChangeIsServedInEveryCodingWhateverWasReady() {
    awaitBrotli();
    String before = newsroom.get(ATOM, ANY).header("ETag");
    newsroom.put(article("d", 4));
    for (int i = 0; i < 20; i++) {
      RawAnswer after = newsroom.get(ATOM, ANY, "If-None-Match: " + before);
      assertThat(after.status()).isEqualTo(200);
      assertThat(new String(after.decoded(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("articles/d");
    }
  }

  private void awaitBrotli() {
    await().until(() -> newsroom.get(ATOM, ANY).header("Content-Encoding").equals("br"));
  }

  private static Article article(String id, int minutes) {
    String body = "<p>Bà con góp công làm đường, bài thứ " + minutes * 7919 + ".</p>";
    return Articles.saying(Articles.article(id, "dan-van", minutes), body.repeat(40 + minutes));
  }
}

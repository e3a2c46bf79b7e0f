package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;

/** A newsroom that leaves its embeds to its partners' pages, over real sockets. */
final class EmbeddersTest {

  private static final String PARTNER =
      """
      title: Báo Tỉnh
      origins: [https://baotinh.example, https://m.baotinh.example]
      feeds: [dan-van]
      byline: Theo Đài Sông Mây
      link_back: Đọc bài gốc
      """;

  @TempDir private Path folder;

  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, Clock.systemUTC());
    newsroom.put(Articles.article("a", "dan-van", 1));
    // Both lanes know the addresses before it closes them.
    for (String form : new String[] {"", ".html", ".json"}) {
      assertThat(newsroom.get("/embed/dan-van" + form).status()).isEqualTo(200);
    }
    newsroom.awaitReload(this::leaveEmbedsToPartners);
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".html", ".json", "?limit=3"})
  void aPartnersPageMayHaveThemAndNobodyElses(String form) {
    String address = "/embed/dan-van" + form;
    RawAnswer own = newsroom.get(address, "Origin: https://m.baotinh.example");
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.header("Vary")).isEqualTo("Origin, Accept-Encoding");
    for (String origin :
        new String[] {
          "https://elsewhere.example", "null", "http://baotinh.example", "https://baotinh.example:8"
        }) {
      RawAnswer foreign = newsroom.get(address, "Origin: " + origin);
      assertThat(foreign.status()).as(origin).isEqualTo(403);
      assertThat(foreign.text()).contains("\"code\":\"foreign-origin\"");
      assertThat(foreign.text()).doesNotContain("Tin thử a");
    }
  }

  @Test
  void aFrameStandsInTheirPagesAndOursAlone() {
    assertThat(newsroom.get("/embed/dan-van").header("Content-Security-Policy"))
        .endsWith("frame-ancestors 'self' https://baotinh.example https://m.baotinh.example");
    newsroom.put(Articles.article("k", "kinh-te", 1));
    assertThat(newsroom.get("/embed/kinh-te").header("Content-Security-Policy"))
        .as("a feed that no partner gets")
        .endsWith("frame-ancestors 'self'");
  }

  @Test
  void theirCopiesAreAskedForWithValidatorsAsWell() {
    RawAnswer answer = newsroom.get("/embed/dan-van.json", "Origin: https://baotinh.example");
    RawAnswer again =
        newsroom.get(
            "/embed/dan-van.json",
            "Origin: https://baotinh.example",
            "If-None-Match: " + answer.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("Vary")).isEqualTo("Origin, Accept-Encoding");
    assertThat(again.header("Content-Security-Policy")).contains("https://m.baotinh.example");
  }

  private void leaveEmbedsToPartners() {
    try {
      Path feeds = folder.resolve("feeds");
      Files.writeString(
          Files.createDirectories(feeds.resolve("partners")).resolve("bao.yaml"), PARTNER);
      Path site = feeds.resolve("site.yaml");
      Files.writeString(site, Files.readString(site) + "embedding: partners\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

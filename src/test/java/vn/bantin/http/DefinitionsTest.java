package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;

/** What tells of the feeds and of the search, over real sockets. */
final class DefinitionsTest {

  @TempDir private Path folder;

  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void theListOfFeedsIsForReadersToImport() throws IOException {
    newsroom.redefine("dan-van", ServedNewsroom.feed("\"Dân vận <khéo> & hay\"", "dan-van"));
    RawAnswer answer = newsroom.get("/feeds.opml");
    assertThat(answer.header("Content-Type")).isEqualTo("text/x-opml; charset=utf-8");
    Document opml = xml(answer);
    assertThat(opml.select("opml").attr("version")).isEqualTo("2.0");
    assertThat(opml.select("head > title").text()).isEqualTo("Đài Sông Mây");
    assertThat(opml.select("body > outline").eachAttr("xmlUrl"))
        .containsExactly(
            ServedNewsroom.BASE + "/feeds/dan-van.atom",
            ServedNewsroom.BASE + "/feeds/kinh-te.atom",
            ServedNewsroom.BASE + "/feeds/moi-nhat.atom",
            ServedNewsroom.BASE + "/feeds/ton-giao.atom");
    assertThat(opml.select("body > outline").first().attr("text"))
        .isEqualTo("Dân vận <khéo> & hay");
    assertThat(newsroom.get("/", "Accept: text/html").text()).contains("href=\"/feeds.opml\"");
  }

  @Test
  void theSearchIsDescribedForBrowsers() {
    RawAnswer answer = newsroom.get("/opensearch.xml");
    assertThat(answer.header("Content-Type")).isEqualTo("application/opensearchdescription+xml");
    Document description = xml(answer);
    assertThat(description.select("ShortName").text()).isEqualTo("Đài Sông Mây");
    assertThat(description.select("Url[type=application/atom+xml]").attr("template"))
        .isEqualTo(ServedNewsroom.BASE + "/search.atom?q={searchTerms}&page={startPage?}");
    assertThat(description.select("Url")).hasSize(4);
    assertThat(newsroom.get("/", "Accept: text/html").text()).contains("href=\"/opensearch.xml\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds.opml", "/opensearch.xml"})
  void a304LastsUntilTheDefinitionsChange(String address) throws IOException {
    RawAnswer answer = newsroom.get(address);
    assertThat(answer.header("Surrogate-Key")).isEqualTo("bantin");
    assertThat(answer.header("Cache-Control")).startsWith("public, max-age=");
    String known = "If-None-Match: \"x\", W/" + answer.header("ETag");
    assertThat(newsroom.get(address, known).status()).isEqualTo(304);
    newsroom.redefine("site", ServedNewsroom.site("Đài Sông Mây mới"));
    assertThat(newsroom.get(address, known).text()).contains("Đài Sông Mây mới");
  }

  @Test
  void theNewsroomsSignIsItsOwnOrOursUntilThen() throws IOException {
    byte[] stand = newsroom.get("/favicon.ico").body();
    assertThat(ImageIO.read(new ByteArrayInputStream(stand)).getWidth()).isEqualTo(192);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
    Files.write(newsroom.feedFile("site").resolveSibling("icon.png"), png.toByteArray());
    newsroom.redefine("site", ServedNewsroom.site("Đài Sông Mây") + "icon: icon.png\n");
    for (String address : List.of("/favicon.ico", "/apple-touch-icon.png")) {
      RawAnswer answer = newsroom.get(address);
      assertThat(answer.header("Content-Type")).isEqualTo("image/png");
      assertThat(answer.body()).isEqualTo(png.toByteArray());
      String known = "If-None-Match: " + answer.header("ETag");
      assertThat(newsroom.get(address, known).status()).isEqualTo(304);
    }
    newsroom.awaitReload(() -> {
      try {
        Files.write(newsroom.feedFile("site").resolveSibling("icon.png"), stand);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    assertThat(newsroom.get("/favicon.ico").body()).isEqualTo(stand);
  }

  private static Document xml(RawAnswer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return Jsoup.parse(answer.text(), "", Parser.xmlParser());
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.titled;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.store.SettableClock;

/** What crawlers get, over real sockets. */
final class CrawlersTest {

  private static final String SITEMAP = "/sitemap-news.xml";
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  @TempDir private Path folder;

  /** Three days after the first of the invented articles. */
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-04T00:00:00Z"));

  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, clock);
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void theSitemapHasTheNewsOfTwoDays() {
    newsroom.put(article("old", "dan-van", MINUTES_OF_A_DAY - 1));
    newsroom.put(article("edge", "dan-van", MINUTES_OF_A_DAY));
    newsroom.put(titled(article("new", "dan-van", 2 * MINUTES_OF_A_DAY), "Lúa & ngô <mới>"));
    Document sitemap = sitemap();
    assertThat(sitemap.select("url > loc").eachText())
        .containsExactly("https://songmay.example/tin/new", "https://songmay.example/tin/edge");
    assertThat(sitemap.select("news|title").first().text()).isEqualTo("Lúa & ngô <mới>");
    assertThat(sitemap.select("news|name").first().text()).isEqualTo("Đài Sông Mây");
    assertThat(sitemap.select("news|language").first().text()).isEqualTo("vi");
    assertThat(sitemap.select("news|publication_date").first().text())
        .isEqualTo("2026-01-03T07:00:00+07:00");
    clock.move(Duration.ofDays(1));
    assertThat(sitemap().select("url > loc").eachText())
        .containsExactly("https://songmay.example/tin/new");
    newsroom.withdraw("new");
    assertThat(sitemap().select("url")).isEmpty();
  }

  @Test
  void a304LastsUntilTheNewsAreOthers() {
    newsroom.put(article("a", "dan-van", 3 * MINUTES_OF_A_DAY));
    String known = "If-None-Match: " + newsroom.get(SITEMAP).header("ETag");
    clock.move(Duration.ofMinutes(5));
    assertThat(newsroom.get(SITEMAP, known).status()).isEqualTo(304);
    newsroom.put(article("b", "dan-van", 3 * MINUTES_OF_A_DAY));
    assertThat(newsroom.get(SITEMAP, known).status()).isEqualTo(200);
  }

  @Test
  void crawlersAreToldWhatIsNotForThem() {
    RawAnswer robots = newsroom.get("/robots.txt");
    assertThat(robots.status()).isEqualTo(200);
    assertThat(robots.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(robots.text())
        .isEqualTo(
            """
            User-agent: *
            Disallow: /api/
            Disallow: /search
            Disallow: /partners/

            Sitemap: https://feeds.songmay.example/sitemap-news.xml
            """);
  }

  private Document sitemap() {
    RawAnswer answer = newsroom.get(SITEMAP);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/xml; charset=utf-8");
    return Jsoup.parse(answer.text(), "", Parser.xmlParser());
  }
}

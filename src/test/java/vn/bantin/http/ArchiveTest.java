package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.feed.Archive;
import vn.bantin.store.SettableClock;

/** Archives of feeds, walked over real sockets. */
final class ArchiveTest {

  private static final String PAGE = "/feeds/dan-van/archive/";

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private final Map<String, String> model = new LinkedHashMap<>();
  private ServedNewsroom newsroom;
  private int minute;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, clock);
    newsroom.redefine("dan-van", ServedNewsroom.feed("Dân vận", "dan-van") + "limit: 10\n");
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void aFeedThatHasAllSaysSoAndLinksToNoArchive() {
    publish(10);
    RawAnswer atom = newsroom.get("/feeds/dan-van.atom", "Accept-Encoding: identity");
    assertThat(atom.text()).contains("<fh:complete").doesNotContain("prev-archive");
    assertThat(newsroom.get("/feeds/dan-van.rss", "Accept-Encoding: identity").text())
        .contains("<fh:complete");
    publish(1);
    RawAnswer more = newsroom.get("/feeds/dan-van.atom", "Accept-Encoding: identity");
    assertThat(more.text())
        .doesNotContain("fh:complete")
        .contains("rel=\"prev-archive\" ")
        .contains("https://feeds.songmay.example/feeds/dan-van/archive/1.atom");
    assertThat(newsroom.get("/feeds/dan-van.rss", "Accept-Encoding: identity").text())
        .contains("prev-archive", "/feeds/dan-van/archive/1.rss");
    assertThat(newsroom.get("/feeds/dan-van.json", "Accept-Encoding: identity").text())
        .contains("\"next_url\":\"https://feeds.songmay.example/feeds/dan-van/archive/1.json\"");
  }

  @Test
  void pagesAreOfFixedSizeFromTheOldestAndLinked() {
    publish(2 * Archive.PAGE_SIZE + 3);
    for (String format : List.of("atom", "rss", "json")) {
      for (int page = 1; page <= 3; page++) {
        RawAnswer answer = newsroom.get(PAGE + page + "." + format, "Accept-Encoding: identity");
        assertThat(answer.status()).isEqualTo(200);
        int count = page < 3 ? Archive.PAGE_SIZE : 3;
        assertThat(answer.text().split("articles/n", -1)).hasSizeGreaterThan(count);
        assertThat(answer.header("Cache-Control"))
            .startsWith(page < 3 ? "public, max-age=86400, " : "public, max-age=300, ");
        assertThat(answer.header("Surrogate-Key")).contains("dan-van");
      }
      assertThat(newsroom.get(PAGE + "4." + format).status()).isEqualTo(404);
    }
    Document second = document(2);
    assertThat(second.getElementsByTag("fh:archive")).hasSize(1);
    assertThat(second.select("feed > entry")).hasSize(Archive.PAGE_SIZE);
    assertThat(second.select("feed > entry > id").getFirst().text()).endsWith("articles/n99");
    assertThat(ArchiveWalker.link(second, "self")).isEqualTo(PAGE + "2.atom");
    assertThat(ArchiveWalker.link(second, "current")).isEqualTo("/feeds/dan-van.atom");
    assertThat(ArchiveWalker.link(second, "prev-archive")).isEqualTo(PAGE + "1.atom");
    assertThat(ArchiveWalker.link(second, "next-archive")).isEqualTo(PAGE + "3.atom");
    assertThat(ArchiveWalker.link(document(1), "prev-archive")).isNull();
    assertThat(ArchiveWalker.link(document(3), "next-archive")).isNull();
  }

  @Test
  void aChangeInsideAFullPageChangesThatPageAlone() {
    publish(3 * Archive.PAGE_SIZE);
    clock.move(Duration.ofHours(1));
    List<RawAnswer> before = pages(4);
    newsroom.put(Articles.titled(article(60, 60), "Tin đã sửa"));
    newsroom.withdraw("n61");
    clock.move(Duration.ofHours(1));
    List<RawAnswer> after = pages(4);
    for (int i : new int[] {0, 2, 3}) {
      assertThat(after.get(i).header("ETag")).isEqualTo(before.get(i).header("ETag"));
      assertThat(after.get(i).header("Last-Modified"))
          .isEqualTo(before.get(i).header("Last-Modified"));
      assertThat(after.get(i).body()).isEqualTo(before.get(i).body());
    }
    assertThat(after.get(1).header("ETag")).isNotEqualTo(before.get(1).header("ETag"));
    assertThat(after.get(1).header("Last-Modified"))
        .isNotEqualTo(before.get(1).header("Last-Modified"));
    assertThat(after.get(1).text())
        .contains("Tin đã sửa")
        .contains("<at:deleted-entry ref=\"tag:songmay.example,2026:articles/n61\"")
        .doesNotContain("<id>tag:songmay.example,2026:articles/n61</id>");
  }

  @Test
  void whatEntersAFullFeedChangesNoFullPage() {
    publish(2 * Archive.PAGE_SIZE);
    List<RawAnswer> before = pages(2);
    publish(Archive.PAGE_SIZE + 5);
    newsroom.put(article(9_999, -500_000));
    List<RawAnswer> after = pages(2);
    assertThat(after.get(0).body()).isEqualTo(before.get(0).body());
    assertThat(after.get(1).body()).isEqualTo(before.get(1).body());
    assertThat(newsroom.get("/feeds/dan-van.atom").text()).doesNotContain("n9999");
    assertThat(document(4).outerHtml()).contains("articles/n9999");
  }

  @Test
  void aPageIsAskedForConditionallyLikeAnyFeed() {
    publish(60);
    RawAnswer page = newsroom.get(PAGE + "1.atom", "Accept-Encoding: gzip");
    assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(page.header("Vary")).isEqualTo("Accept-Encoding");
    RawAnswer again =
        newsroom.get(
            PAGE + "1.atom", "Accept-Encoding: gzip", "If-None-Match: " + page.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("ETag")).isEqualTo(page.header("ETag"));
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer head = http.ask("HEAD", PAGE + "1.atom");
      assertThat(head.status()).isEqualTo(200);
      assertThat(http.get("/feeds/dan-van.atom").status()).isEqualTo(200);
    }
    assertThat(newsroom.get(PAGE + "1.atom", "A-IM: feed", "If-None-Match: \"1-0\"").status())
        .isEqualTo(200);
  }

  @Test
  void aDefinitionThatChangesMovesEveryPage() {
    publish(60);
    clock.move(Duration.ofHours(1));
    List<RawAnswer> before = pages(2);
    newsroom.redefine("dan-van", ServedNewsroom.feed("Dân vận khéo", "dan-van") + "limit: 10\n");
    clock.move(Duration.ofHours(1));
    List<RawAnswer> after = pages(2);
    for (int i = 0; i < 2; i++) {
      assertThat(after.get(i).text()).contains("Dân vận khéo");
      assertThat(after.get(i).header("ETag")).isNotEqualTo(before.get(i).header("ETag"));
      assertThat(after.get(i).header("Last-Modified"))
          .isNotEqualTo(before.get(i).header("Last-Modified"));
    }
  }

  @Test
  void pagesAreTheSameAfterARestart() {
    publish(60);
    List<RawAnswer> before = pages(2);
    newsroom.restart();
    List<RawAnswer> after = pages(2);
    for (int i = 0; i < 2; i++) {
      assertThat(after.get(i).headers().stream().filter(h -> !h.startsWith("Date")).toList())
          .isEqualTo(before.get(i).headers().stream().filter(h -> !h.startsWith("Date")).toList());
      assertThat(after.get(i).body()).isEqualTo(before.get(i).body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/dan-van/archive/0.atom",
        "/feeds/dan-van/archive/01.atom",
        "/feeds/dan-van/archive/-1.atom",
        "/feeds/dan-van/archive/2.atom",
        "/feeds/dan-van/archive/999999999999.atom",
        "/feeds/dan-van/archive/9999999999999999999999.atom",
        "/feeds/dan-van/archive/1.xml",
        "/feeds/dan-van/archive/1",
        "/feeds/dan-van/archive/",
        "/feeds/nothing/archive/1.atom",
        "/feeds/dan-van+kinh-te/archive/1.atom"
      })
  void thereIsNoOtherPage(String address) {
    publish(1);
    assertThat(newsroom.get(address).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aWalkHoldsEveryArticleOnceHoweverMuchIsPublishedMeanwhile(long seed) {
    Random random = new Random(seed);
    publish(120 + random.nextInt(60));
    for (int i = 0; i < 10; i++) {
      change(random);
    }
    for (int round = 0; round < 3; round++) {
      Map<String, String> atStart = new LinkedHashMap<>(model);
      ArchiveWalker walker = new ArchiveWalker(newsroom);
      walker.walk(
          "dan-van",
          () -> {
            for (int i = 0; i < 5; i++) {
              change(random);
            }
          });
      assertThat(walker.documents()).isGreaterThan(3);
      Map<String, String> held = walker.titles();
      atStart.keySet().retainAll(model.keySet());
      assertThat(held.keySet()).containsAll(atStart.keySet());
      ArchiveWalker calm = new ArchiveWalker(newsroom);
      calm.walk("dan-van", () -> {});
      assertThat(calm.titles()).containsExactlyInAnyOrderEntriesOf(model);
    }
  }

  /** Publishes something now or of old, changes something, or takes something back. */
  private void change(Random random) {
    clock.move(Duration.ofSeconds(random.nextInt(3)));
    List<String> ids = new ArrayList<>(model.keySet());
    String id = ids.get(random.nextInt(ids.size()));
    switch (random.nextInt(4)) {
      case 0 -> publish(1 + random.nextInt(4));
      case 1 -> put(article(1_000 + minute++, -random.nextInt(100_000)));
      case 2 -> {
        Article article =
            Articles.titled(
                newsroom.app().store().find(new ArticleId(id)).orElseThrow(),
                "Sửa lần " + minute++);
        put(article);
      }
      default -> {
        newsroom.withdraw(id);
        model.remove(id);
      }
    }
  }

  private void publish(int count) {
    for (int i = 0; i < count; i++) {
      put(article(minute, minute));
      minute++;
    }
  }

  private void put(Article article) {
    newsroom.put(article);
    model.put(article.id().value(), article.title());
  }

  private static Article article(int number, int minute) {
    return Articles.article("n" + number, "dan-van", minute);
  }

  private List<RawAnswer> pages(int count) {
    List<RawAnswer> pages = new ArrayList<>();
    for (int page = 1; page <= count; page++) {
      pages.add(newsroom.get(PAGE + page + ".atom", "Accept-Encoding: identity"));
    }
    return pages;
  }

  private Document document(int page) {
    String text = newsroom.get(PAGE + page + ".atom", "Accept-Encoding: identity").text();
    return Jsoup.parse(text, Parser.xmlParser());
  }
}

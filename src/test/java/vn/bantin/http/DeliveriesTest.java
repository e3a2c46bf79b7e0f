package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.pictured;
import static vn.bantin.article.Articles.saying;
import static vn.bantin.article.Articles.scheduled;
import static vn.bantin.article.Articles.titled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.access.Scope;
import vn.bantin.article.Article;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;

/** What partners get who show articles elsewhere, over real sockets. */
final class DeliveriesTest {

  private static final String PARTNER =
      """
      title: Báo Bến Thông
      origins: [https://bao.example]
      feeds: [dan-van]
      utm: {source: bao}
      byline: Theo Đài Sông Mây
      link_back: Đọc bài gốc
      """;

  @TempDir private Path folder;

  /** A day after the first of the invented articles. */
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T00:00:00Z"));

  private ServedNewsroom newsroom;
  private String key;
  private String feed;

  @BeforeEach
  void start() throws IOException {
    ServedNewsroom.found(folder);
    Files.createDirectory(folder.resolve("feeds/partners"));
    write("bao", PARTNER);
    write("other", PARTNER.replace("dan-van", "kinh-te"));
    newsroom = ServedNewsroom.resume(folder, clock);
    newsroom.put(article("a", "dan-van", 1), article("b", "kinh-te", 2));
    key = newsroom.partnerToken("bao");
    feed = "/partners/" + key + "/dan-van.rss";
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void aKeyOpensAFeedThatIsForItsHolderAlone(String format) {
    RawAnswer answer = newsroom.get("/partners/" + key + "/dan-van." + format);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains(format);
    assertThat(answer.text())
        .contains("articles/a", "utm_source=bao", "Theo Đài Sông Mây", "Đọc bài gốc")
        .contains(ServedNewsroom.BASE + "/partners/" + key + "/dan-van." + format)
        .doesNotContain("articles/b", ServedNewsroom.BASE + "/feeds/");
    assertThat(answer.header("Cache-Control")).startsWith("private");
    assertIsHidden(answer);
    assertThat(answer.all("Surrogate-Key")).isEmpty();
    assertThat(newsroom.get("/feeds/dan-van." + format).all("X-Robots-Tag")).isEmpty();
  }

  @Test
  void whatItsHolderHasIsNotSentAgainUntilItChanges() {
    String known = "If-None-Match: " + newsroom.get(feed).header("ETag");
    RawAnswer same = newsroom.get(feed, known);
    assertThat(same.status()).isEqualTo(304);
    assertIsHidden(same);
    newsroom.withdraw("a");
    RawAnswer gone = newsroom.get(feed, known);
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.text()).doesNotContain("articles/a", "Tin thử a");
  }

  @Test
  void headHasTheSameFieldsAndNoBody() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer head = http.ask("HEAD", feed);
      RawAnswer get = http.get(feed);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
      assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    }
  }

  @Test
  void aRevokedKeyIsGoneAtOnce() {
    String known = "If-None-Match: " + newsroom.get(feed).header("ETag");
    newsroom.revoke(key);
    for (String target : new String[] {feed, "/partners/" + key + "/", "/partners/" + key}) {
      RawAnswer answer = newsroom.get(target, known);
      assertThat(answer.status()).isEqualTo(410);
      assertThat(answer.text()).contains("\"code\":\"key-revoked\"");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertIsHidden(answer);
    }
    RawAnswer page = newsroom.get(feed, "Accept: text/html", "Accept-Language: vi");
    assertThat(page.status()).isEqualTo(410);
    assertThat(page.text()).contains("Khóa này đã bị thu hồi");
    assertIsHidden(page);
  }

  @Test
  void whatOpensNothingIsToldNothing() {
    String id = key.substring(0, key.lastIndexOf('_'));
    String guessed = key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");
    String revoked = newsroom.token(Scope.EMBARGO);
    newsroom.revoke(revoked);
    String unlike = null;
    for (String target :
        new String[] {
          guessed + "/dan-van.rss",
          id + "/dan-van.rss",
          "bantin_/dan-van.rss",
          "x".repeat(8_000),
          newsroom.token(Scope.READ, Scope.WRITE, Scope.EMBARGO) + "/dan-van.rss",
          revoked + "/dan-van.rss",
          newsroom.partnerToken("other") + "/dan-van.rss",
          newsroom.partnerToken("nobody") + "/dan-van.rss",
          key + "/kinh-te.rss",
          key + "/nothing.rss",
          key + "/dan-van.xml",
          key + "/dan-van",
          key + "//dan-van.rss",
          key + "/dan-van.rss/",
          "",
        }) {
      RawAnswer answer = newsroom.get("/partners/" + target);
      assertThat(answer.status()).as(target).isEqualTo(404);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      String said = answer.text().replaceFirst("\"instance\":.*", "");
      assertThat(said).isEqualTo(unlike == null ? said : unlike);
      unlike = said;
    }
  }

  @Test
  void aKeyInAnAddressOpensNothingElse() {
    String authorization = "Authorization: Bearer " + key;
    assertThat(newsroom.get("/feeds/dan-van.rss", authorization).status()).isEqualTo(403);
    assertThat(newsroom.get("/api/articles", authorization).status()).isEqualTo(403);
  }

  @Test
  void whatIsEmbargoedIsNotSent() {
    Schedule schedule =
        new Schedule(null, clock.instant().plusSeconds(3_600).atOffset(ZoneOffset.UTC), null);
    newsroom.put(scheduled(article("early", "dan-van", 3), State.EMBARGOED, schedule));
    String embargo = "Authorization: Bearer " + newsroom.token(Scope.EMBARGO);
    assertThat(newsroom.get(feed, embargo).text())
        .contains("articles/a")
        .doesNotContain("articles/early");
  }

  @Test
  void scriptsOfItsOwnSitesMayReadIt() {
    RawAnswer theirs = newsroom.get(feed, "Origin: https://bao.example");
    assertThat(theirs.header("Access-Control-Allow-Origin")).isEqualTo("https://bao.example");
    RawAnswer others = newsroom.get(feed, "Origin: https://bao.example.evil.example");
    assertThat(others.all("Access-Control-Allow-Origin")).isEmpty();
    assertThat(others.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void itsFileCountsWithinSecondsAndMovesNoFeed() {
    String public304 = "If-None-Match: " + newsroom.get("/feeds/dan-van.rss").header("ETag");
    newsroom.awaitReload(() -> write("bao", PARTNER.replace("source: bao", "source: ben-thong")));
    assertThat(newsroom.get(feed).text()).contains("utm_source=ben-thong");
    assertThat(newsroom.get("/feeds/dan-van.rss", public304).status()).isEqualTo(304);
    newsroom.awaitReload(() -> delete("bao"));
    assertThat(newsroom.get(feed).status()).isEqualTo(404);
  }

  @Test
  void whatFallsShortIsNotSentAndThePageSaysWhy() {
    newsroom.awaitReload(() -> write("bao", PARTNER + "profile: msn\n"));
    Article good = saying(article("good", "dan-van", 3), "<p>" + "lúa ".repeat(50) + "</p>");
    newsroom.put(
        pictured(good, 800, 600), titled(article("long", "dan-van", 4), "<b>" + "x".repeat(148)));
    assertThat(newsroom.get(feed).text())
        .contains("articles/good")
        .doesNotContain("articles/long", "articles/a");
    RawAnswer answer = newsroom.get("/partners/" + key + "/", "Accept-Language: en");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Cache-Control")).startsWith("private");
    assertIsHidden(answer);
    Document page = Jsoup.parse(answer.text());
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("h1").text()).isEqualTo("Báo Bến Thông");
    assertThat(page.select("a.address").eachText())
        .containsExactly(address("rss"), address("atom"), address("json"));
    assertThat(page.select("h2, .box > p").eachText())
        .containsExactly(
            "Mục dan-van",
            "Articles in this feed: 1",
            "Not in it, because they fall short of what you take: 2");
    assertThat(page.select(".box li").first().select("a, p").eachText())
        .containsExactly(
            "<b>" + "x".repeat(148),
            "The title has 151 characters; at most 150 are taken.",
            "The text has 12 words; at least 50 are needed.",
            "There is no picture.");
    assertThat(newsroom.get("/partners/" + key, "Accept-Language: vi").text())
        .contains("Bài không có ảnh.", "lang=\"vi\"");
    clock.move(Duration.ofDays(30));
    assertThat(newsroom.get(feed).text()).doesNotContain("articles/good");
  }

  @Test
  void whatBreaksIsToldWithoutTheKey() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + newsroom.database());
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE token RENAME TO token_away");
    }
    assertThat(newsroom.get(feed).status()).isEqualTo(500);
    await()
        .untilAsserted(() ->
            assertThat(newsroom.events())
                .filteredOn(Event.RequestFailed.class::isInstance)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.toString()).doesNotContain(key)));
  }

  private static void assertIsHidden(RawAnswer answer) {
    assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  private String address(String format) {
    return ServedNewsroom.BASE + "/partners/" + key + "/dan-van." + format;
  }

  private void write(String partner, String text) {
    try {
      Files.writeString(file(partner), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String partner) {
    try {
      Files.delete(file(partner));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String partner) {
    return folder.resolve("feeds/partners").resolve(partner + ".yaml");
  }
}

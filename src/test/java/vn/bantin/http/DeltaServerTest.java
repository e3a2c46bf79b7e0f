package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.feed.Format;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;

/** What a reader gets that accepts a feed of what has changed, over a real socket. */
final class DeltaServerTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String FEED = "A-IM: feed";

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, clock);
    for (int i = 0; i < 6; i++) {
      newsroom.put(Articles.article("a" + i, "dan-van", i));
    }
    clock.move(Duration.ofMinutes(1));
  }

  @AfterEach
  void stop() {
    newsroom.close();
    assertThat(newsroom.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @Test
  void theHeadSaysWhatTheBodyIsAndWhoMayKeepIt() {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    clock.move(Duration.ofHours(1));
    RawAnswer whole = newsroom.get(ATOM);
    RawAnswer delta = newsroom.get(ATOM, FEED, "If-None-Match: " + base);
    assertThat(delta.statusLine()).isEqualTo("HTTP/1.1 226 IM Used");
    assertThat(delta.headers())
        .containsExactlyInAnyOrder(
            "IM: feed",
            "Delta-Base: " + base,
            "ETag: " + whole.header("ETag"),
            "Last-Modified: " + whole.header("Last-Modified"),
            "Date: " + whole.header("Date"),
            "Cache-Control: no-store, im",
            "Vary: Accept-Encoding, A-IM, If-None-Match",
            "Content-Type: application/atom+xml; charset=utf-8",
            "Content-Length: " + delta.body().length,
            "X-Content-Type-Options: nosniff",
            "Surrogate-Key: bantin bantin:dan-van",
            "Cache-Tag: bantin,bantin:dan-van",
            "Access-Control-Allow-Origin: *",
            "Access-Control-Expose-Headers: ETag, Last-Modified");
    assertThat(delta.body().length).isLessThan(whole.body().length);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theBodyIsAFeedOfWhatChanged(Format format) {
    String target = "/feeds/dan-van." + format.extension();
    String base = tag(target);
    newsroom.put(Articles.titled(Articles.article("a2", "dan-van", 2), "Sửa lại"));
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer delta = newsroom.get(target, FEED, "If-None-Match: " + base);
    assertThat(delta.status()).isEqualTo(226);
    assertThat(delta.header("Content-Type")).isEqualTo(format.contentType());
    assertThat(delta.text())
        .contains("articles/a2", "Sửa lại", "articles/new")
        .doesNotContain("articles/a0", "articles/a1", "articles/a3", "articles/a5");
  }

  @Test
  void gzipUnzipsToTheSameBytesAndHasTheTagOfTheWholeInGzip() {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer plain = newsroom.get(ATOM, FEED, "If-None-Match: " + base);
    RawAnswer zipped = newsroom.get(ATOM, FEED, "If-None-Match: " + base, "Accept-Encoding: gzip");
    assertThat(zipped.status()).isEqualTo(226);
    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
    String tag = plain.header("ETag");
    assertThat(zipped.header("ETag")).startsWith(tag.substring(0, tag.length() - 1) + "-gzip.");
    assertThat(newsroom.get(ATOM, FEED, "If-None-Match: " + zipped.header("ETag")).status())
        .isEqualTo(304);
    assertThat(zipped.unzipped()).isEqualTo(plain.body());
    assertThat(plain.all("Content-Encoding")).isEmpty();
  }

  @Test
  void whoLikesBrotliBestGetsTheDeltaInWhatElseIsAccepted() {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    String held = "If-None-Match: " + base;
    await()
        .until(
            () -> newsroom.get(ATOM, "Accept-Encoding: br").all("Content-Encoding").contains("br"));
    RawAnswer zipped = newsroom.get(ATOM, FEED, held, "Accept-Encoding: br, gzip;q=0.5");
    assertThat(zipped.status()).isEqualTo(226);
    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
    RawAnswer whole = newsroom.get(ATOM, FEED, held, "Accept-Encoding: br, identity;q=0");
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Content-Encoding")).isEqualTo("br");
  }

  @Test
  void aDeltaThatIsLargerOnTheWayIsTheWhole() {
    String base = tag(ATOM);
    for (int i = 0; i < 4; i++) {
      newsroom.put(Articles.titled(Articles.article("a" + i, "dan-van", i), "Sửa lại"));
    }
    String held = "If-None-Match: " + base;
    assertThat(newsroom.get(ATOM, FEED, held).status()).isEqualTo(226);
    assertThat(newsroom.get(ATOM, FEED, held, "Accept-Encoding: gzip").status()).isEqualTo(226);
    await()
        .until(
            () -> newsroom.get(ATOM, "Accept-Encoding: br").all("Content-Encoding").contains("br"));
    RawAnswer whole = newsroom.get(ATOM, FEED, held, "Accept-Encoding: br");
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Content-Encoding")).isEqualTo("br");
  }

  @Test
  void aUnionComesWhole() {
    String union = "/feeds/dan-van+kinh-te.atom";
    String base = tag(union);
    newsroom.put(Articles.article("new", "dan-van", 10));
    assertWhole(union, "If-None-Match: " + base);
  }

  @Test
  void whoAppliedTheDeltaIsUpToDate() {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer delta = newsroom.get(ATOM, FEED, "If-None-Match: " + base);
    RawAnswer again = newsroom.get(ATOM, FEED, "If-None-Match: " + delta.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("Cache-Control")).startsWith("public, max-age=300");
    assertThat(again.all("IM")).isEmpty();
  }

  @Test
  void headHasTheFieldsOfGetAndNoBody() {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer get = http.get(ATOM, FEED, "If-None-Match: " + base);
      RawAnswer head = http.ask("HEAD", ATOM, FEED, "If-None-Match: " + base);
      assertThat(head.statusLine()).isEqualTo("HTTP/1.1 226 IM Used");
      assertThat(head.headers()).containsExactlyInAnyOrderElementsOf(get.headers());
      assertThat(http.get(ATOM).status()).isEqualTo(200);
    }
  }

  @Test
  void theFormatMayBeNegotiated() {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer delta =
        newsroom.get("/feeds/dan-van", FEED, "If-None-Match: " + base, "Accept: application/*");
    assertThat(delta.status()).isEqualTo(226);
    assertThat(delta.header("Vary")).isEqualTo("Accept, Accept-Encoding, A-IM, If-None-Match");
    assertThat(delta.header("Content-Location")).isEqualTo(ATOM);
  }

  @Test
  void withoutTheFieldNothingIsDifferent() {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer whole = newsroom.get(ATOM, "If-None-Match: " + base);
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(whole.header("Cache-Control")).startsWith("public, max-age=300");
    assertThat(whole.all("IM")).isEmpty();
    RawAnswer first = newsroom.get(ATOM, FEED);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.headers()).containsExactlyInAnyOrderElementsOf(whole.headers());
    assertThat(first.body()).isEqualTo(whole.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/%s", "\"x\", %s", "%s, \"0-1\"", "\"x\", W/%s, *"})
  void theBaseIsHandedBackAsItCameMadeStrong(String held) {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer delta = newsroom.get(ATOM, FEED, "If-None-Match: " + held.formatted(base));
    assertThat(delta.status()).isEqualTo(226);
    assertThat(delta.header("Delta-Base")).isEqualTo(base);
  }

  @Test
  void theLatestOfManyVersionsIsTheBase() {
    StringBuilder held = new StringBuilder("If-None-Match: \"x\"");
    for (int i = 0; i < 3; i++) {
      newsroom.put(Articles.titled(Articles.article("a" + i, "dan-van", i), "Sửa lại"));
      held.append(", ").append(tag(ATOM));
    }
    String latest = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer delta = newsroom.get(ATOM, FEED, held + ", \"1-abc\"".repeat(3_000));
    assertThat(delta.status()).isEqualTo(226);
    assertThat(delta.header("Delta-Base")).isEqualTo(latest);
    assertThat(delta.text()).contains("articles/new").doesNotContain("articles/a2");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "0-9a1b2c3d4e5f"             | before all
          "zzzzz-9a1b2c3d4e5f"         | yet to come
          "zzzzzzzzzzzzzz-9a1b2c3d4e5f" | more than a number holds
          "1-9a1b2c3d4e5f"             | before the feed had its look
          "9a1b2c3d4e5f"               | no version of ours
          abc-9a1b2c3d4e5f             | no tag
          """)
  void whatIsNoVersionThatCanBeCaughtUpFromGetsTheWhole(String held, String why) {
    assertWhole(ATOM, "If-None-Match: " + held);
  }

  @Test
  void aDateAloneGetsTheWhole() {
    String date = newsroom.get(ATOM).header("Last-Modified");
    newsroom.put(Articles.article("new", "dan-van", 10));
    assertWhole(ATOM, "If-Modified-Since: " + date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed;q=0", "vcdiff", "feeds", ""})
  void whoAcceptsOtherManipulationsGetsTheWhole(String accepted) {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer answer = newsroom.get(ATOM, "A-IM: " + accepted, "If-None-Match: " + base);
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aChangedLookGetsTheWholeAndADeltaAfterIt() {
    String before = tag(ATOM);
    newsroom.redefine("dan-van", ServedNewsroom.feed("Một tên khác", "dan-van"));
    String after = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    assertWhole(ATOM, "If-None-Match: " + before);
    assertThat(newsroom.get(ATOM, FEED, "If-None-Match: " + after).status()).isEqualTo(226);
  }

  @Test
  void aDeltaThatWouldNotBeSmallerIsTheWhole() {
    String base = tag(ATOM);
    for (int i = 0; i < 6; i++) {
      newsroom.put(Articles.titled(Articles.article("a" + i, "dan-van", i), "Sửa lại"));
    }
    assertWhole(ATOM, "If-None-Match: " + base);
  }

  @Test
  void moreChangesThanTheFeedHoldsGetTheWhole() {
    newsroom.redefine("dan-van", ServedNewsroom.feed("Mục", "dan-van") + "limit: 3\n");
    String base = tag(ATOM);
    newsroom.withdraw("a0");
    newsroom.withdraw("a1");
    assertThat(newsroom.get(ATOM, FEED, "If-None-Match: " + base).status()).isEqualTo(226);
    newsroom.withdraw("a2");
    assertWhole(ATOM, "If-None-Match: " + base);
  }

  @Test
  void whatIsWithdrawnIsNamedWithoutTheReason() {
    String atom = tag(ATOM);
    String json = tag("/feeds/dan-van.json");
    newsroom.withdraw("a5");
    RawAnswer inAtom = newsroom.get(ATOM, FEED, "If-None-Match: " + atom);
    assertThat(inAtom.status()).isEqualTo(226);
    assertThat(inAtom.text())
        .contains("<at:deleted-entry ref=\"tag:songmay.example,2026:articles/a5\"")
        .doesNotContain("nhầm");
    RawAnswer inJson = newsroom.get("/feeds/dan-van.json", FEED, "If-None-Match: " + json);
    assertThat(inJson.status()).isEqualTo(226);
    assertThat(inJson.text())
        .contains("\"gone\":[{\"id\":\"tag:songmay.example,2026:articles/a5\",\"at\":\"2026-03-01T")
        .doesNotContain("nhầm");
  }

  @Test
  void rssGetsTheWholeWhenSomethingIsGone() {
    String target = "/feeds/dan-van.rss";
    String before = tag(target);
    newsroom.withdraw("a5");
    String after = tag(target);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer whole = assertWhole(target, "If-None-Match: " + before);
    assertThat(whole.text()).contains("articles/a0", "articles/new").doesNotContain("articles/a5");
    assertThat(newsroom.get(target, FEED, "If-None-Match: " + after).status()).isEqualTo(226);
  }

  @Test
  void whatComesUpFromBelowIsInTheDelta() {
    newsroom.redefine("dan-van", ServedNewsroom.feed("Mục", "dan-van") + "limit: 4\n");
    assertThat(newsroom.get(ATOM).text()).doesNotContain("articles/a1<");
    String base = tag(ATOM);
    newsroom.withdraw("a5");
    RawAnswer delta = newsroom.get(ATOM, FEED, "If-None-Match: " + base);
    assertThat(delta.status()).isEqualTo(226);
    assertThat(delta.text()).contains("articles/a1<").doesNotContain("articles/a2<");
  }

  @Test
  void preconditionsGoFirst() {
    String base = tag(ATOM);
    String date = newsroom.get(ATOM).header("Last-Modified");
    clock.move(Duration.ofMinutes(1));
    newsroom.put(Articles.article("new", "dan-van", 10));
    String held = "If-None-Match: " + base;
    assertThat(newsroom.get(ATOM, FEED, held, "If-Match: " + base).status()).isEqualTo(412);
    assertThat(newsroom.get(ATOM, FEED, held, "If-Unmodified-Since: " + date).status())
        .isEqualTo(412);
    assertThat(newsroom.get(ATOM, FEED, held, "If-Match: " + tag(ATOM)).status()).isEqualTo(226);
    assertThat(newsroom.get(ATOM, FEED, held, "Accept-Encoding: identity;q=0, x").status())
        .isEqualTo(406);
    assertThat(newsroom.get(ATOM, FEED, held + ", " + tag(ATOM)).status()).isEqualTo(304);
  }

  @Test
  void everyNodeAnswersFromTheVersionAlone() throws IOException {
    String base = tag(ATOM);
    newsroom.put(Articles.article("new", "dan-van", 10));
    RawAnswer one = newsroom.get(ATOM, FEED, "If-None-Match: " + base);
    newsroom.restart();
    RawAnswer other = newsroom.get(ATOM, FEED, "If-None-Match: " + base);
    assertThat(other.status()).isEqualTo(226);
    assertThat(other.header("ETag")).isEqualTo(one.header("ETag"));
    assertThat(other.body()).isEqualTo(one.body());
    String rss = tag("/feeds/dan-van.rss");
    newsroom.put(Articles.article("newer", "dan-van", 11));
    assertThat(newsroom.get(ATOM, FEED, "If-None-Match: " + rss).text())
        .contains("articles/newer")
        .doesNotContain("articles/new<");
  }

  private RawAnswer assertWhole(String target, String header) {
    RawAnswer plain = newsroom.get(target);
    RawAnswer answer = newsroom.get(target, FEED, header);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(plain.body());
    assertThat(answer.headers()).containsExactlyInAnyOrderElementsOf(plain.headers());
    return answer;
  }

  private String tag(String target) {
    return newsroom.get(target).header("ETag");
  }
}

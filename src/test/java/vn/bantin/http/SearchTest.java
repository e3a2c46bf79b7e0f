package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.titled;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.ServedNewsroom;
import vn.bantin.feed.Results;
import vn.bantin.search.SearchQuery;
import vn.bantin.store.SearchHits;
import vn.bantin.store.SettableClock;

/** The search, asked over real sockets. */
final class SearchTest {

  private static final String IDENTITY = "Accept-Encoding: identity";

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
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
  void comesInAllFormatsWithTheWordsOfOpenSearch() {
    newsroom.put(titled(article("a", "dan-van", 1), "Dân vận khéo"));
    Document atom = xml(get("/search.atom?q=" + encoded("dân vận")));
    assertThat(atom.select("feed > title").text()).isEqualTo("Tìm “dân vận” – Đài Sông Mây");
    assertThat(atom.select("feed > id").text())
        .isEqualTo("tag:songmay.example,2026:search?q=d%C3%A2n%20v%E1%BA%ADn");
    assertThat(atom.select("feed > link[rel=self]").attr("href"))
        .isEqualTo(ServedNewsroom.BASE + "/search.atom?q=d%C3%A2n%20v%E1%BA%ADn");
    assertThat(atom.select("opensearch|totalResults").text()).isEqualTo("1");
    assertThat(atom.select("opensearch|startIndex").text()).isEqualTo("1");
    assertThat(atom.select("opensearch|itemsPerPage").text()).isEqualTo("" + Results.PAGE_SIZE);
    assertThat(atom.select("opensearch|Query").attr("searchTerms")).isEqualTo("dân vận");
    assertThat(atom.select("entry > id").text()).isEqualTo("tag:songmay.example,2026:articles/a");
    Document rss = xml(get("/search.rss?q=dan+van"));
    assertThat(rss.select("item > title").text()).isEqualTo("Dân vận khéo");
    assertThat(rss.select("channel > opensearch|totalResults").text()).isEqualTo("1");
    JsonNode json = JsonMapper.shared().readTree(get("/search.json?q=%22dan%20van%22").text());
    assertThat(json.at("/items/0/title").asString()).isEqualTo("Dân vận khéo");
    assertThat(json.at("/_bantin/total").asInt()).isEqualTo(1);
    assertThat(json.at("/_bantin/query").asString()).isEqualTo("\"dan van\"");
  }

  @Test
  void pagesAreLinkedAndHoldEachResultOnce() {
    for (int i = 0; i < 2 * Results.PAGE_SIZE + 3; i++) {
      newsroom.put(titled(article("n" + i, "dan-van", i), "Lúa"));
    }
    List<String> ids = new ArrayList<>();
    String address = "/search.atom?q=" + encoded("lúa");
    Document page = xml(get(address));
    assertThat(page.select("feed > link[rel=previous]")).isEmpty();
    ids.addAll(page.select("entry > id").eachText());
    while (!page.select("feed > link[rel=next]").isEmpty()) {
      address = page.select("feed > link[rel=next]").attr("href");
      page = xml(get(address.substring(ServedNewsroom.BASE.length())));
      ids.addAll(page.select("entry > id").eachText());
      assertThat(page.select("feed > link[rel=previous]")).hasSize(1);
    }
    assertThat(address).endsWith("&page=3");
    assertThat(page.select("feed > link[rel=last]").attr("href")).isEqualTo(address);
    assertThat(page.select("opensearch|startIndex").text()).isEqualTo("41");
    assertThat(ids).doesNotHaveDuplicates().hasSize(2 * Results.PAGE_SIZE + 3);
    assertThat(get("/search.json?q=lua&page=2").text())
        .contains("\"next_url\":\"" + ServedNewsroom.BASE + "/search.json?q=lua&page=3\"");
    assertThat(get("/search.atom?q=lua&page=4").status()).isEqualTo(404);
    assertThat(get("/search.atom?q=lua&page=4").text()).contains("\"no-such-page\"");
  }

  @Test
  void whatFindsNothingIsAFeedAsWell() {
    Document atom = xml(get("/search.atom?q=" + encoded("<b>\"&x")));
    assertThat(atom.select("opensearch|totalResults").text()).isEqualTo("0");
    assertThat(atom.select("feed > updated").text()).isEqualTo("1970-01-01T08:00:00+08:00");
    assertThat(get("/search.atom?q=khong&page=2").status()).isEqualTo(404);
  }

  @Test
  void a304LastsUntilTheResultsAreOthers() {
    newsroom.put(titled(article("a", "dan-van", 1), "Lúa"));
    String address = "/search.rss?q=lua";
    String tag = get(address).header("ETag");
    assertThat(newsroom.get(address, IDENTITY, "If-None-Match: " + tag).status()).isEqualTo(304);
    clock.move(Duration.ofMinutes(5));
    newsroom.put(titled(article("b", "dan-van", 2), "Ngô"));
    RawAnswer same = newsroom.get(address, IDENTITY, "If-None-Match: " + tag);
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.header("ETag")).isEqualTo(tag);
    newsroom.put(titled(article("c", "dan-van", 3), "Lúa"));
    assertThat(newsroom.get(address, IDENTITY, "If-None-Match: " + tag).text())
        .contains("articles/c<");
    newsroom.withdraw("c");
    RawAnswer back = newsroom.get(address, IDENTITY, "If-None-Match: " + tag);
    assertThat(back.status()).as("the same results have the same name").isEqualTo(304);
  }

  @Test
  void whoSendsOnlyIfModifiedSinceMissesNothing() {
    newsroom.put(titled(article("a", "dan-van", 1), "Lúa"));
    String address = "/search.atom?q=lua";
    clock.move(Duration.ofMinutes(5));
    String modified = get(address).header("Last-Modified");
    clock.move(Duration.ofMinutes(5));
    String since = "If-Modified-Since: " + modified;
    assertThat(newsroom.get(address, IDENTITY, since).status()).isEqualTo(304);
    newsroom.withdraw("a");
    RawAnswer changed = newsroom.get(address, IDENTITY, since);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text()).doesNotContain("<entry>");
  }

  @Test
  void comesCodedAndWithTheFieldsOfAFeed() {
    newsroom.put(titled(article("a", "dan-van", 1), "Lúa"));
    RawAnswer coded = newsroom.get("/search.atom?q=lua", "Accept-Encoding: gzip");
    assertThat(coded.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(coded.header("Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
    assertThat(coded.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(coded.header("Cache-Control")).startsWith("public, max-age=60,");
    assertThat(coded.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(coded.header("Surrogate-Key")).isEqualTo("bantin bantin:search");
  }

  @Test
  void oneQuestionIsOneAnswerWhateverElseTheAddressSays() {
    newsroom.put(titled(article("a", "dan-van", 1), "Lúa"));
    RawAnswer answer = get("/search.atom?utm=1&q=" + encoded("  lu\u0301a ") + "&page=1&q=ngo");
    assertThat(answer.header("ETag"))
        .isEqualTo(get("/search.atom?q=" + encoded("lúa")).header("ETag"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', nothing-sought",
    "'?q=', nothing-sought",
    "'?q=%21', nothing-sought",
    "'?q', nothing-sought",
    "'?q=-lua', only-excluded",
    "'?q=lua&page=0', bad-page",
    "'?q=lua&page=-1', bad-page",
    "'?q=lua&page=1e9', bad-page",
    "'?q=lua&page=99999999999', bad-page"
  })
  void tellsWhatIsNoQuestion(String query, String code) {
    RawAnswer answer = get("/search.atom" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"code\":\"" + code + "\"", "\"hint\":");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void tellsWhatIsTooMuch() {
    String words = "a+".repeat(SearchQuery.MAX_WORDS + 1);
    String letters = "a".repeat(SearchQuery.MAX_LENGTH + 1);
    for (String typed : List.of(words, letters)) {
      assertThat(get("/search.json?q=" + typed).status()).isEqualTo(400);
      assertThat(get("/search.json?q=" + typed).text()).contains("\"search-too-long\"");
    }
    int beyond = Results.last(SearchHits.MOST) + 1;
    assertThat(get("/search.json?q=a&page=" + beyond).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search.", "/search.xml?q=a", "/search.atom/?q=a", "/searches"})
  void isAtNoOtherAddress(String address) {
    assertThat(get(address).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%zz", "%C3", "%00", "%F0%9F%98%80", "a%26page=2", "%ED%A0%80"})
  void takesAnyBytesForAQuestion(String typed) {
    assertThat(get("/search.atom?q=a" + typed).status()).isIn(200, 400);
    assertThat(get("/search.atom?q=lua").status()).isEqualTo(200);
  }

  @Test
  void onlyReads() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      assertThat(http.ask("HEAD", "/search.atom?q=a").status()).isEqualTo(200);
      assertThat(http.ask("POST", "/search.atom?q=a", "Content-Length: 0").status()).isEqualTo(405);
    }
  }

  private RawAnswer get(String address) {
    return newsroom.get(address, IDENTITY);
  }

  private static Document xml(RawAnswer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return Jsoup.parse(answer.text(), "", Parser.xmlParser());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

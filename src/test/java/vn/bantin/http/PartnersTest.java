package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.scheduled;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.access.Scope;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;
import vn.bantin.store.SettableClock;

/** What partners with a key get, and nobody else. */
final class PartnersTest {

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private ServedNewsroom newsroom;
  private String key;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, clock);
    Schedule schedule =
        new Schedule(null, clock.instant().plusSeconds(3_600).atOffset(ZoneOffset.UTC), null);
    newsroom.put(
        article("open", "dan-van", 1),
        scheduled(article("early", "dan-van", 2), State.EMBARGOED, schedule),
        scheduled(article("elsewhere", "kinh-te", 2), State.EMBARGOED, schedule),
        article("back", "dan-van", 3));
    newsroom.withdraw("back");
    key = "Authorization: Bearer " + newsroom.token(Scope.EMBARGO);
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "rss", "json"})
  void seeWhatIsEmbargoedAndWhyOthersAreGone(String format) {
    String address = "/feeds/dan-van." + format;
    RawAnswer answer = newsroom.get(address, key);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("articles/early", "articles/open", "articles/back", "nhầm")
        .doesNotContain("articles/elsewhere");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(answer.header("Vary")).isEqualTo("Accept, Authorization");
    RawAnswer again = newsroom.get(address, key, "If-None-Match: " + answer.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    RawAnswer open = newsroom.get(address, "Accept-Encoding: identity");
    assertThat(open.text())
        .contains("articles/open")
        .doesNotContain("early")
        .doesNotContain("nhầm");
  }

  @Test
  void whatIsEmbargoedOnlyAfterItWasPublicIsNotNamedAsGone() {
    newsroom.put(article("turn", "dan-van", 4));
    Schedule schedule =
        new Schedule(null, clock.instant().plusSeconds(3_600).atOffset(ZoneOffset.UTC), null);
    newsroom.put(scheduled(article("turn", "dan-van", 4), State.EMBARGOED, schedule));
    assertThat(newsroom.get("/feeds/dan-van.atom", key).text())
        .contains("articles/turn</id>")
        .doesNotContain("articles/turn\"");
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      String tag = newsroom.get("/feeds/dan-van.atom", key).header("ETag");
      RawAnswer head = http.ask("HEAD", "/feeds/dan-van.atom", key, "If-None-Match: " + tag);
      assertThat(head.status()).isEqualTo(304);
      assertThat(head.all("Transfer-Encoding")).isEmpty();
    }
  }

  @Test
  void everybodySeesItWhenTheEmbargoIsOver() {
    assertThat(newsroom.get("/articles/early").status()).isEqualTo(404);
    clock.move(Duration.ofHours(1));
    newsroom.awaitTurn("early", State.LIVE);
    assertThat(newsroom.get("/feeds/dan-van.atom").text()).contains("articles/early");
  }

  @Test
  void anotherKeyOpensNothing() {
    for (String token : new String[] {newsroom.token(Scope.READ, Scope.WRITE), "bantin_x"}) {
      RawAnswer answer = newsroom.get("/feeds/dan-van.atom", "Authorization: Bearer " + token);
      assertThat(answer.status()).isIn(401, 403);
      assertThat(answer.text()).doesNotContain("articles/");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
    assertThat(newsroom.get("/feeds/dan-van.atom", "Authorization: Basic YTpi").text())
        .contains("articles/open")
        .doesNotContain("articles/early");
    assertThat(newsroom.get("/feeds/dan-van", key).text()).contains("articles/early");
    assertThat(newsroom.get("/feeds/nothing.atom", key).status()).isEqualTo(404);
    assertThat(newsroom.get("/feeds/dan-van.xml", key).status()).isEqualTo(404);
  }
}

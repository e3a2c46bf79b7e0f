package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.http.RawAnswer;
import vn.bantin.observe.Event;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.SqlArticleStore;

/** How soon a change is seen, whoever made it. */
final class ChangeVisibilityTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final Duration PROMPTLY = Duration.ofSeconds(10);
  private static final Duration RELOADED = Duration.ofSeconds(5);

  @TempDir private Path folder;

  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, Clock.systemUTC());
    newsroom.put(Articles.article("a", "dan-van", 1));
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void whatAnotherStoreDoesIsServedByItself() {
    String before = newsroom.get(ATOM).header("ETag");
    try (ArticleStore other = otherStore()) {
      other.apply(
          List.of(new ArticleChange.Put(Articles.article("b", "dan-van", 2))),
          newsroom.app().catalog(),
          Articles.EDITOR);
      await()
          .atMost(PROMPTLY)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> newsroom.get(ATOM, "If-None-Match: " + before).status() == 200);
      assertThat(newsroom.get(ATOM).text()).contains("articles/b");
      other.apply(
          List.of(new ArticleChange.Withdraw(new ArticleId("b"), "nhầm")),
          newsroom.app().catalog(),
          Articles.EDITOR);
      await()
          .atMost(PROMPTLY)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !newsroom.get(ATOM).text().contains("articles/b</id>"));
    }
  }

  @Test
  void aFeedThatNobodyHasAskedForYetIsServedAsItIsNow() {
    try (ArticleStore other = otherStore()) {
      other.apply(
          List.of(new ArticleChange.Put(Articles.article("b", "ton-giao", 2))),
          newsroom.app().catalog(),
          Articles.EDITOR);
      assertThat(newsroom.get("/feeds/ton-giao.json").text()).contains("articles/b");
    }
  }

  @Test
  void aChangeInThisProcessIsServedWhenCatchUpReturns() {
    for (int i = 0; i < 50; i++) {
      newsroom.change(
          new ArticleChange.Put(
              Articles.titled(Articles.article("a", "dan-van", 1), "Lần sửa " + i)));
      newsroom.server().catchUp();
      for (String format : List.of("atom", "rss", "json")) {
        assertThat(newsroom.get("/feeds/dan-van." + format).text()).contains("Lần sửa " + i);
      }
    }
  }

  @Test
  void theLastGoodDefinitionsStayWhenAFileTurnsWrong() {
    RawAnswer before = newsroom.get(ATOM);
    write("dan-van", "title: Dân vận\nlimit: nhiều\n");
    await().atMost(RELOADED).until(() -> refusals().size() == 1);
    assertThat(refusals().getFirst().mistakes())
        .isNotEmpty()
        .anyMatch(line -> line.contains("dan-van.yaml:2"));
    RawAnswer meanwhile = newsroom.get(ATOM);
    assertThat(meanwhile.header("ETag")).isEqualTo(before.header("ETag"));
    newsroom.put(Articles.article("b", "dan-van", 2));
    assertThat(newsroom.get(ATOM).text()).contains("articles/b").contains("Mục dan-van");
    newsroom.redefine("dan-van", ServedNewsroom.feed("Dân vận khéo", "dan-van"));
    assertThat(newsroom.get(ATOM).text()).contains("articles/b").contains("Dân vận khéo");
  }

  @Test
  void aFeedComesAndGoesWithItsFile() {
    assertThat(newsroom.get("/feeds/nong-thon.atom").status()).isEqualTo(404);
    newsroom.redefine("nong-thon", ServedNewsroom.feed("Nông thôn", "dan-van"));
    RawAnswer added = newsroom.get("/feeds/nong-thon.atom");
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.text()).contains("Nông thôn").contains("articles/a");
    assertThat(newsroom.get("/").text()).contains("/feeds/nong-thon.rss");

    newsroom.awaitReload(() -> delete("nong-thon"));
    RawAnswer removed = newsroom.get("/feeds/nong-thon.atom", "If-None-Match: *");
    assertThat(removed.status()).isEqualTo(404);
    assertThat(newsroom.get("/").text()).doesNotContain("nong-thon");

    newsroom.put(Articles.article("b", "dan-van", 2));
    newsroom.redefine("nong-thon", ServedNewsroom.feed("Nông thôn", "dan-van"));
    RawAnswer back = newsroom.get("/feeds/nong-thon.atom");
    assertThat(back.text()).contains("articles/a").contains("articles/b");
    assertThat(back.header("ETag")).isNotEqualTo(added.header("ETag"));
  }

  private ArticleStore otherStore() {
    return SqlArticleStore.open("jdbc:sqlite:" + newsroom.database(), Clock.systemUTC());
  }

  private List<Event.NewsroomRefused> refusals() {
    return newsroom.events().stream()
        .filter(Event.NewsroomRefused.class::isInstance)
        .map(Event.NewsroomRefused.class::cast)
        .toList();
  }

  private void write(String name, String yaml) {
    try {
      Files.writeString(newsroom.feedFile(name), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.delete(newsroom.feedFile(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

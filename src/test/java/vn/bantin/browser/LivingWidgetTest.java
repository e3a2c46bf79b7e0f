package vn.bantin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.article.State;

/** An element that stays open on a partner's page while the newsroom goes on. */
final class LivingWidgetTest {

  private static final String FEED = "document.querySelector('bantin-feed').shadowRoot";
  private static final String LINKS = "[..." + FEED + ".querySelectorAll('li a')]";
  private static final String NOTE = FEED + ".querySelector('[role=status]').textContent";

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private Path folder;

  private Partner partner;
  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    partner = Partner.start();
    newsroom = Newsroom.start(folder);
    newsroom.put(Articles.article("mot", "dan-van", 1), Articles.article("hai", "dan-van", 2));
    BROWSER.open(
        partner.show(
            "/trang",
            "<bantin-feed name=\"dan-van\" refresh=\"10\"></bantin-feed><script src=\""
                + Newsroom.at(newsroom, "/embed.js")
                + "\"></script>"));
    BROWSER.await(LINKS + ".length === 2");
  }

  @AfterEach
  void stop() {
    partner.close();
    newsroom.close();
  }

  @Test
  void aCorrectedArticleChangesAndTheFocusStays() {
    BROWSER.run(LINKS + "[1].focus()");
    newsroom.put(
        Articles.titled(Articles.article("mot", "dan-van", 1), "Tin đã sửa")
            .in(State.CORRECTED, "Bản trước viết nhầm tên thôn."));
    refresh();
    BROWSER.await(LINKS + "[1].textContent === 'Tin đã sửa'");
    assertThat(BROWSER.run("return " + FEED + ".activeElement.textContent"))
        .isEqualTo("Tin đã sửa");
    assertThat(shown()).doesNotContain("Tin thử mot");
  }

  @Test
  void aWithdrawnArticleIsGoneAndANewOneIsThere() {
    newsroom.withdraw("hai");
    refresh();
    BROWSER.await(LINKS + ".length === 1");
    newsroom.put(Articles.article("ba", "dan-van", 3));
    refresh();
    BROWSER.await(LINKS + ".length === 2");
    assertThat(shown()).containsExactly("Tin thử ba", "Tin thử mot");
    newsroom.withdraw("ba");
    newsroom.withdraw("mot");
    refresh();
    BROWSER.await(FEED + ".textContent.includes('Chưa có tin, bài nào.')");
  }

  @Test
  void itAsksOnceToBegin() {
    assertThat(
            BROWSER.run(
                "return performance.getEntriesByType('resource')"
                    + ".filter(asked => asked.name.endsWith('.json')).length"))
        .isEqualTo(1L);
  }

  @Test
  void whatIsUnchangedStaysAsItIs() {
    BROWSER.run("window.first = " + LINKS + "[0]");
    newsroom.put(Articles.article("x", "kinh-te", 1));
    refresh();
    BROWSER.await(
        "performance.getEntriesByType('resource')"
            + ".filter(asked => asked.name.endsWith('.json')).length > 1");
    assertThat(BROWSER.is("window.first === " + LINKS + "[0]")).isTrue();
  }

  @Test
  void itRefreshesByItself() {
    newsroom.put(Articles.article("ba", "dan-van", 3));
    BROWSER.run(
        """
        const feed = document.querySelector('bantin-feed'), wait = window.setTimeout;
        window.setTimeout = (what, time) => (window.waits ??= []).push(time) && wait(what, time / 1000);
        feed.setAttribute('refresh', '1');
        """);
    BROWSER.await(LINKS + ".length === 3");
    newsroom.put(Articles.article("bon", "dan-van", 4));
    BROWSER.await(LINKS + ".length === 4");
    assertThat(BROWSER.is("waits.includes(10000) && !waits.includes(1000)"))
        .as("never more often than every ten seconds")
        .isTrue();
  }

  @Test
  void aPageThatAsksForItIsToldOfChangesAsTheyCome() {
    BROWSER.run(
        """
        const feed = document.querySelector('bantin-feed');
        feed.setAttribute('refresh', '86400');
        feed.setAttribute('live', '');
        """);
    await().until(() -> newsroom.server().liveStreams() == 1);
    newsroom.put(Articles.article("ba", "dan-van", 3));
    BROWSER.await(LINKS + ".length === 3");
    newsroom.restart();
    await().until(() -> newsroom.server().liveStreams() == 1);
    newsroom.withdraw("ba");
    BROWSER.await(LINKS + ".length === 2");
    BROWSER.run("document.querySelector('bantin-feed').remove()");
    await()
        .until(() -> {
          newsroom.put(Articles.article("n" + System.nanoTime(), "dan-van", 4));
          return newsroom.server().liveStreams() == 0;
        });
  }

  @Test
  void whileTheServerIsAwayTheLastNewsStayAndItRecovers() {
    newsroom.close();
    refresh();
    BROWSER.await(NOTE + " === 'Chưa tải được tin mới.'");
    assertThat(shown()).containsExactly("Tin thử hai", "Tin thử mot");
    newsroom.restart();
    newsroom.put(Articles.article("ba", "dan-van", 3));
    // It asks again by itself within seconds.
    BROWSER.await(LINKS + ".length === 3");
    assertThat(BROWSER.run("return " + NOTE)).isEqualTo("");
    assertThat(shown()).containsExactly("Tin thử ba", "Tin thử hai", "Tin thử mot");
  }

  @Test
  void aFeedThatIsNoMoreIsNotShownAnyMore() {
    newsroom.awaitReload(() -> newsroom.feedFile("dan-van").toFile().delete());
    refresh();
    BROWSER.await(NOTE + " === 'Không có nguồn tin này.'");
    assertThat(shown()).isEmpty();
  }

  private static void refresh() {
    BROWSER.run("dispatchEvent(new Event('online'))");
  }

  @SuppressWarnings("unchecked")
  private static List<String> shown() {
    return (List<String>) BROWSER.run("return " + LINKS + ".map(a => a.textContent)");
  }
}

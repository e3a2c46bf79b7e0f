package vn.bantin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;

/** What pages may cost the people who open them. */
final class BudgetTest {

  private static final int PAGE = 60_000;
  private static final int ELEMENT = 6_000;

  private static final String SHIFTS =
      """
      const [told] = arguments;
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((e) => { sum += e.value; }))
        .observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => setTimeout(() => told(sum), 50));
      """;

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private static Path folder;

  private static Partner pictures;
  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    pictures = Partner.start();
    newsroom = Newsroom.startSample(folder, pictures);
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    pictures.close();
  }

  @Test
  void theFrontPageIsLightAndAsksNobodyElseButForPictures() {
    BROWSER.requests();
    BROWSER.open(Newsroom.at(newsroom, "/"));
    BROWSER.settle();
    List<Request> requests = BROWSER.requests();
    List<Request> text = requests.stream().filter(r -> !r.type().equals("Image")).toList();
    assertThat(text).extracting(Request::type).contains("Document", "Stylesheet", "Script");
    assertThat(text).allMatch(r -> r.address().startsWith(Newsroom.at(newsroom, "/")));
    assertThat(text.stream().mapToLong(Request::bytes).sum()).isBetween(3_000L, (long) PAGE);
    assertThat(requests).anyMatch(r -> r.address().startsWith(pictures.address("/")));
  }

  @ParameterizedTest
  @ValueSource(ints = {Browser.NARROW, Browser.WIDE})
  void nothingMovesWhileAPageComes(int width) {
    BROWSER.width(width);
    for (String path : List.of("/", "/feeds/kinh-te.vi.html", "/articles/sm-2025-1206-01")) {
      BROWSER.open(Newsroom.at(newsroom, path));
      BROWSER.await("[...document.images].every(i => i.complete || i.loading === 'lazy')");
      double moved = ((Number) BROWSER.runLater(SHIFTS)).doubleValue();
      assertThat(moved).as(path).isLessThan(0.01);
    }
  }

  @Test
  void nothingMovesWhenAPictureDoesNotCome() {
    pictures.losePictures(true);
    try {
      BROWSER.open(Newsroom.at(newsroom, "/"));
      BROWSER.await("document.querySelector('.lead .pic img.lost')");
      assertThat(((Number) BROWSER.runLater(SHIFTS)).doubleValue()).isLessThan(0.01);
      assertThat(BROWSER.first(".lead .pic").getSize().getHeight()).isGreaterThan(100);
    } finally {
      pictures.losePictures(false);
    }
  }

  @Test
  void theElementIsSmall() {
    int length =
        Integer.parseInt(newsroom.get("/embed.js", "Accept-Encoding: br").header("Content-Length"));
    assertThat(newsroom.get("/embed.js", "Accept-Encoding: br").header("Content-Encoding"))
        .isEqualTo("br");
    assertThat(length).isBetween(1_000, ELEMENT);
  }
}

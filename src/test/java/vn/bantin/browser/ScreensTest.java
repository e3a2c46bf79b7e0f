package vn.bantin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;

/**
 * Every page and embed, as wide as a desk's screen and a telephone's, light and dark: nothing
 * stands out at the side, no picture is broken, and people can look at it in {@code
 * target/screens/}.
 */
final class ScreensTest {

  private static final Path SCREENS = Path.of("target", "screens");

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private static Path folder;

  private static Partner partner;
  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    partner = Partner.start();
    newsroom = Newsroom.startSample(folder, partner);
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    partner.close();
  }

  @TestFactory
  List<DynamicTest> everyPageIsAsWideAsTheScreenAndItsPicturesAreThere() {
    return pages().entrySet().stream()
        .map(page ->
            DynamicTest.dynamicTest(page.getKey(), () -> look(page.getKey(), page.getValue())))
        .toList();
  }

  private static void look(String name, String address) {
    BROWSER.open(address);
    BROWSER.settle();
    for (int width : List.of(Browser.WIDE, Browser.NARROW)) {
      BROWSER.width(width);
      for (String colours : List.of("light", "dark")) {
        BROWSER.colours(colours);
        assertThat(BROWSER.number("document.scrollingElement.scrollWidth"))
            .as("width in %s", colours)
            .isLessThanOrEqualTo(width);
        assertThat(BROWSER.is("[...document.images].every(i => i.naturalWidth)"))
            .as("pictures")
            .isTrue();
        BROWSER.picture(SCREENS.resolve(name + "-" + width + "-" + colours + ".png"));
      }
    }
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("front", at("/"));
    pages.put("feed", at("/feeds/kinh-te.vi.html"));
    pages.put("archive", at("/feeds/dan-van/archive/1.vi.html"));
    pages.put("results", at("/search.vi.html?q=con+duong"));
    pages.put("article", at("/articles/sm-2025-1206-01"));
    pages.put("problem", at("/khong-co"));
    for (String layout : List.of("list", "cards", "ticker")) {
      String query = layout.equals("list") ? "" : "?layout=" + layout;
      pages.put("frame-" + layout, at("/embed/kinh-te" + query));
    }
    pages.put(
        "partner",
        partner.show(
            "/partner",
            """
            <style>body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 sans-serif }
            .both { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%%, 20rem), 1fr)) }
            </style><h1>Bản Thượng</h1>
            <bantin-feed name="moi-nhat" layout="ticker"></bantin-feed><p>Tin từ Đài Sông Mây</p>
            <div class="both"><bantin-feed name="dan-van"></bantin-feed>
            <iframe src="%1$s/embed/kinh-te" title="Kinh tế" style="border:0;width:100%%"></iframe></div>
            <h2>Tôn giáo</h2>
            <bantin-feed name="ton-giao" layout="cards" limit="3"></bantin-feed>
            <script src="%1$s/embed.js" async></script>
            """
                .formatted(at(""))));
    return pages;
  }

  private static String at(String path) {
    return Newsroom.at(newsroom, path);
  }
}

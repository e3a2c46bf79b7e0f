package vn.bantin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;

/** No page and no embed shuts anybody out, light or dark. */
final class AccessibilityTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private static Path folder;

  private static Partner partner;
  private static ServedNewsroom newsroom;
  private static Axe axe;

  @BeforeAll
  static void start() throws IOException {
    partner = Partner.start();
    newsroom = Newsroom.startSample(folder, partner);
    axe = Axe.in(BROWSER);
  }

  @AfterAll
  static void stop() {
    newsroom.close();
    partner.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.en.html",
        "/feeds/dan-van.vi.html",
        "/feeds/moi-nhat/archive/1.en.html",
        "/search.vi.html?q=con+duong",
        "/articles/sm-2025-1206-01",
        "/khong-co",
        "/embed/kinh-te",
        "/embed/kinh-te?layout=cards",
        "/embed/kinh-te?layout=ticker",
        "/embed/kinh-te?theme=dark",
        "/embed/kinh-te?theme=light"
      })
  void ofThePages(String path) {
    BROWSER.open(Newsroom.at(newsroom, path));
    BROWSER.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    check();
  }

  @Test
  void ofAPartnersPage() throws IOException {
    String base = Newsroom.at(newsroom, "");
    BROWSER.open(
        partner.show(
            "/trang",
            """
            <main><h1>Bản Thượng</h1>
            <bantin-feed name="moi-nhat"></bantin-feed>
            <bantin-feed name="dan-van" layout="cards" theme="dark"></bantin-feed>
            <bantin-feed name="ton-giao" layout="ticker" theme="light"></bantin-feed>
            <bantin-feed name="khong-co"></bantin-feed>
            %s
            </main><script src="%s/embed.js"></script>
            """
                .formatted(newsroom.get("/embed/kinh-te.html?layout=cards").text(), base)));
    BROWSER.settle();
    check();
  }

  @Test
  void whatShutsPeopleOutIsFound() {
    BROWSER.open(
        partner.show(
            "/xau",
            """
            <img src="/a.png"><p style="color:#bbb">Nhạt</p>
            <style>button { all: unset; display: block; width: 5px; height: 5px }</style>
            <button aria-label="Một"></button><button aria-label="Hai"></button>
            """));
    assertThat(axe.violations())
        .anyMatch(v -> v.startsWith("image-alt"))
        .anyMatch(v -> v.startsWith("target-size"))
        .anyMatch(v -> v.startsWith("color-contrast"));
  }

  private static void check() {
    assertThat(axe.violations()).isEmpty();
    BROWSER.colours("dark");
    assertThat(axe.hardToRead()).isEmpty();
  }
}

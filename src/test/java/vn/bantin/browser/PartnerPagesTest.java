package vn.bantin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import vn.bantin.ServedNewsroom;

/** Feeds on a partner's page, which comes from another origin. */
final class PartnerPagesTest {

  private static final String FEED = "document.querySelector('bantin-feed').shadowRoot";
  private static final String NEWEST =
      "Lộc Mây trồng 30.000 cây từ những vườn ươm sau chùa và nhà thờ";

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

  @Test
  void theElementShowsTheNewest() {
    show(element("name=\"kinh-te\""));
    assertThat(shown("li a")).hasSize(5).first().isEqualTo(NEWEST);
    assertThat(shown(".title, .by"))
        .containsExactly("Kinh tế", "Đài Phát thanh – Truyền hình Sông Mây");
    assertThat(BROWSER.is(FEED + ".querySelector('section').ariaLabel === 'Kinh tế'")).isTrue();
    String href = (String) BROWSER.run("return " + FEED + ".querySelector('li a').href");
    assertThat(href).isEqualTo(Newsroom.at(newsroom, "/articles/sm-2026-1114-01"));
  }

  @Test
  void thePartnersStyleReachesTheElement() {
    show(
        """
        <style>bantin-feed { --bantin-accent: rgb(180, 0, 90) }
        bantin-feed::part(link) { color: rgb(0, 0, 200); font-weight: 400 }
        a { color: lime !important; font-size: 70px } ul { display: none }</style>
        """
            + element("name=\"kinh-te\""));
    assertThat(style("li a", "color")).isEqualTo("rgb(0, 0, 200)");
    assertThat(style("li a", "fontWeight")).isEqualTo("400");
    assertThat(style("li a", "fontSize")).isEqualTo("16px");
    assertThat(style(".title a", "borderBottomColor")).isEqualTo("rgb(180, 0, 90)");
    assertThat(style("ul", "display")).isEqualTo("grid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          light | list   | grid | rgb(255, 255, 255)
          dark  | cards  | grid | rgb(26, 33, 32)
          auto  | ticker | flex | rgb(255, 255, 255)
          """)
  void layoutsAndThemesOfTheElement(String theme, String layout, String display, String paper) {
    show(element("name=\"kinh-te\" layout=\"%s\" theme=\"%s\"".formatted(layout, theme)));
    assertThat(style("ul", "display")).isEqualTo(display);
    assertThat(style("section", "backgroundColor")).isEqualTo(paper);
  }

  @Test
  void withoutAThemeTheElementGoesByTheDevice() {
    show(element("name=\"kinh-te\""));
    assertThat(style("section", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
    BROWSER.colours("dark");
    assertThat(style("section", "backgroundColor")).isEqualTo("rgb(26, 33, 32)");
    BROWSER.run("document.querySelector('bantin-feed').setAttribute('theme', 'light')");
    assertThat(style("section", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
  }

  @ParameterizedTest
  @CsvSource({"limit=0, 5", "limit=-3, 5", "limit=many, 5", "limit=99, 20", "limit=2, 2"})
  void whatIsNoOptionIsAsIfItWereNotThere(String limit, int entries) {
    show(element("name=\"moi-nhat\" layout=\"mosaic\" theme=\"pink\" refresh=\"x\" " + limit));
    assertThat(shown("li")).hasSize(entries);
    assertThat(BROWSER.is(FEED + ".querySelector('section').className === 'list'")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=\"khong-co\"", "name=\"../feeds/x\"", "name=\"\"", ""})
  void whatIsNoFeedIsSaid(String attributes) {
    show(element(attributes));
    assertThat(shown(".note")).containsExactly("Không có nguồn tin này.");
    assertThat(shown("li")).isEmpty();
    BROWSER.run("document.querySelector('bantin-feed').setAttribute('name', 'ton-giao')");
    BROWSER.await(FEED + ".querySelectorAll('li a').length === 5");
    assertThat(shown(".note")).containsExactly("");
  }

  @Test
  void theElementComesAndGoesWithThePage() {
    show(element("name=\"kinh-te\""));
    BROWSER.run(
        "const f = document.querySelector('bantin-feed'); f.remove();"
            + "f.setAttribute('name', 'dan-van'); document.body.prepend(f)");
    BROWSER.await(FEED + ".querySelector('.title a')?.textContent === 'Dân vận'");
    BROWSER.run("document.body.append(document.createElement('bantin-feed'))");
    assertThat(BROWSER.all("bantin-feed")).hasSize(2);
  }

  @Test
  void keysReachTheLinksOfTheElement() {
    show(element("name=\"kinh-te\" limit=\"2\""));
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      BROWSER.press(Keys.TAB);
      reached.add((String) BROWSER.run("return " + FEED + ".activeElement?.textContent"));
    }
    assertThat(reached).containsSubsequence("Kinh tế", NEWEST).doesNotContainNull();
    assertThat(BROWSER.is("getComputedStyle(" + FEED + ".activeElement).outlineStyle === 'solid'"))
        .isTrue();
  }

  @Test
  void theFrameIsAsHighAsWhatIsInIt() {
    show(frame("/embed/kinh-te") + script());
    BROWSER.enter(BROWSER.first("iframe"));
    assertThat(BROWSER.texts(".bantin-entries a")).hasSize(5).first().isEqualTo(NEWEST);
    BROWSER.leave();
    BROWSER.await("document.querySelector('iframe').offsetHeight > 200");
    double before = BROWSER.number("document.querySelector('iframe').offsetHeight");
    BROWSER.run("document.querySelector('iframe').style.width = '220px'");
    BROWSER.await("document.querySelector('iframe').offsetHeight > " + before);
    BROWSER.enter(BROWSER.first("iframe"));
    assertThat(BROWSER.is("document.documentElement.scrollHeight <= innerHeight")).isTrue();
    BROWSER.leave();
  }

  @Test
  void nobodyElseSetsTheHeightOfAFrame() {
    show(
        frame("/embed/kinh-te")
            + script()
            + "<iframe srcdoc=\"x\" style=\"height:50px\"></iframe>");
    BROWSER.await("document.querySelector('iframe').offsetHeight > 200");
    BROWSER.run("window.heard = 0; addEventListener('message', () => heard++)");
    BROWSER.run("frames[1].eval(\"parent.postMessage({bantin: 1, height: 999}, '*')\")");
    BROWSER.run("postMessage({bantin: 1, height: 999}, '*')");
    BROWSER.await("heard >= 2");
    assertThat(BROWSER.number("document.querySelectorAll('iframe')[1].offsetHeight")).isEqualTo(54);
  }

  @Test
  void keysReachTheLinksOfTheFrameAndTheyLeaveIt() {
    show(frame("/embed/kinh-te") + script());
    BROWSER.await("document.querySelector('iframe').offsetHeight > 200");
    BROWSER.press(Keys.TAB, Keys.TAB);
    BROWSER.enter(BROWSER.first("iframe"));
    assertThat(BROWSER.run("return document.activeElement.textContent")).isEqualTo(NEWEST);
    BROWSER.press(Keys.ENTER);
    BROWSER.leave();
    BROWSER.await("location.pathname === '/articles/sm-2026-1114-01'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=21", "layout=mosaic", "theme=pink"})
  void aFrameOfWhatIsNoOptionSaysWhatIs(String query) {
    BROWSER.open(Newsroom.at(newsroom, "/embed/kinh-te?" + query));
    assertThat(BROWSER.first("h1").getText()).isEqualTo("Đoạn nhúng có lựa chọn không đúng");
    assertThat(BROWSER.text()).contains("400 bad-option");
  }

  @Test
  void theFragmentIsPartOfThePage() {
    BROWSER.scripts(false);
    String fragment = newsroom.get("/embed/ton-giao.html?limit=3&layout=cards").text();
    show("<main>" + fragment + "</main>");
    assertThat(BROWSER.texts(".bantin-entries a")).hasSize(3).first().isEqualTo(NEWEST);
    assertThat(BROWSER.first(".bantin-entries").getCssValue("display")).isEqualTo("grid");
    BROWSER.press(Keys.TAB, Keys.TAB, Keys.ENTER);
    BROWSER.await("document.querySelector('h1')");
    assertThat(BROWSER.first("h1").getText()).isEqualTo(NEWEST);
  }

  private static void show(String body) {
    BROWSER.open(partner.show("/trang", body));
    if (body.contains("<bantin-feed")) {
      BROWSER.settle();
    }
  }

  private static String element(String attributes) {
    return "<bantin-feed " + attributes + "></bantin-feed>" + script();
  }

  private static String frame(String path) {
    return "<iframe src=\"%s\" title=\"Tin\" style=\"border:0;width:100%%\"></iframe>"
        .formatted(Newsroom.at(newsroom, path));
  }

  private static String script() {
    return "<script src=\"" + Newsroom.at(newsroom, "/embed.js") + "\" async></script>";
  }

  @SuppressWarnings("unchecked")
  private static List<String> shown(String selector) {
    return (List<String>)
        BROWSER.run(
            "return [..." + FEED + ".querySelectorAll(arguments[0])].map(e => e.textContent)",
            selector);
  }

  private static String style(String selector, String property) {
    return (String)
        BROWSER.run(
            "return getComputedStyle(" + FEED + ".querySelector(arguments[0]))[arguments[1]]",
            selector,
            property);
  }
}

package vn.bantin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import vn.bantin.ServedNewsroom;

/** What people do on the newsroom's own pages. */
final class BrowsingTest {

  private static final String ROAD = "sm-2025-1206-01";

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
  void theFrontPageShowsTheNewestOfEveryFeed() {
    open("/");
    assertThat(BROWSER.title()).isEqualTo("Đài Phát thanh – Truyền hình Sông Mây");
    assertThat(BROWSER.texts("h2")).containsExactly("Mới nhất", "Dân vận", "Kinh tế", "Tôn giáo");
    assertThat(BROWSER.all(".lead .entry")).hasSize(4);
    BROWSER.first(".lead .entry h3 a").click();
    assertThat(BROWSER.first("h1").getText()).startsWith("Lộc Mây trồng 30.000 cây");
  }

  @Test
  void theLanguageIsTheReadersAndCanBeChanged() {
    open("/");
    assertThat(BROWSER.first("html").getAttribute("lang")).isEqualTo("vi");
    BROWSER.language("en-GB,en;q=0.9");
    open("/");
    assertThat(BROWSER.first("html").getAttribute("lang")).isEqualTo("en");
    assertThat(BROWSER.text()).contains("Subscribe").doesNotContain("Theo dõi");
    BROWSER.first("footer a[hreflang=vi]").click();
    assertThat(BROWSER.text()).contains("Theo dõi").doesNotContain("Subscribe");
  }

  @Test
  void whoHasOnlyKeysSkipsToTheContentAndSubscribes() {
    open("/");
    BROWSER.press(Keys.TAB);
    assertThat(focused()).isEqualTo("Tới phần chính");
    assertThat(BROWSER.is("document.activeElement.getBoundingClientRect().left >= 0")).isTrue();
    BROWSER.press(Keys.ENTER);
    BROWSER.press(Keys.TAB);
    assertThat(focused()).isEqualTo("Mới nhất");
    tabTo("summary");
    assertThat(BROWSER.is("getComputedStyle(document.activeElement).outlineStyle === 'solid'"))
        .isTrue();
    BROWSER.press(Keys.ENTER);
    assertThat(BROWSER.first("#s0 .panel").isDisplayed()).isTrue();
    tabTo("button.copy");
    BROWSER.press(Keys.SPACE);
    BROWSER.await("document.activeElement.textContent === 'Đã chép'");
    assertThat(copied()).isEqualTo(at("/feeds/moi-nhat.rss"));
  }

  @Test
  void theWordsOfTheAddressesAreThoseOfTheFeed() {
    open("/feeds/kinh-te.vi.html");
    assertThat(BROWSER.first("#subscribe .panel").isDisplayed()).isFalse();
    BROWSER.first("#subscribe summary").click();
    assertThat(BROWSER.texts("#subscribe .address"))
        .containsExactly(
            at("/feeds/kinh-te.rss"), at("/feeds/kinh-te.atom"), at("/feeds/kinh-te.json"));
  }

  @Test
  void theOptionsOfAnEmbedChangeItsBlocksAndPreviews() {
    open("/feeds/dan-van.vi.html");
    BROWSER.await("document.querySelector('bantin-feed')?.shadowRoot?.querySelector('li a')");
    choose("limit", "3");
    choose("layout", "cards");
    choose("theme", "dark");
    assertThat(BROWSER.first("#code-element-0").getText())
        .contains("<bantin-feed name=\"dan-van\" limit=\"3\" layout=\"cards\" theme=\"dark\">");
    String query = "?limit=3&layout=cards&theme=dark";
    assertThat(BROWSER.first("#code-frame-0").getText())
        .contains("src=\"" + at("/embed/dan-van") + query.replace("&", "&amp;") + "\"");
    assertThat(BROWSER.first("#code-fragment-0").getText()).contains("dan-van.html" + query);
    BROWSER.await(
        "document.querySelector('bantin-feed').shadowRoot.querySelectorAll('li').length == 3");
    WebElement frame = BROWSER.first("[data-preview=frame]");
    BROWSER.run("arguments[0].scrollIntoView()", frame);
    BROWSER.enter(frame);
    BROWSER.await("document.querySelectorAll('.bantin-cards.bantin-dark li').length === 3");
    double height = BROWSER.number("document.body.getBoundingClientRect().height");
    BROWSER.leave();
    BROWSER.await("document.querySelector('[data-preview=frame]').offsetHeight >= " + height);
    BROWSER.first("[data-copy-from=code-element-0]").click();
    BROWSER.await("document.querySelector('.copy.done')");
    assertThat(copied()).isEqualTo(BROWSER.first("#code-element-0").getText());
  }

  @Test
  void fromTheNewestPageToTheOldestAndBack() {
    open("/feeds/moi-nhat.vi.html");
    assertThat(BROWSER.all(".stream .entry")).hasSize(50);
    way("Cũ hơn");
    String first = BROWSER.address();
    assertThat(first).isEqualTo(at("/feeds/moi-nhat/archive/2.vi.html"));
    way("Cũ hơn");
    assertThat(BROWSER.texts(".facts p")).contains("Lưu trữ: trang 1 trên 2");
    assertThat(BROWSER.all(".stream .entry")).hasSize(50);
    assertThat(BROWSER.texts(".ways a")).containsExactly("Mới nhất", "Mới hơn");
    way("Mới hơn");
    assertThat(BROWSER.address()).isEqualTo(first);
    way("Mới nhất");
    assertThat(BROWSER.texts("h1")).containsExactly("Mới nhất");
    assertThat(BROWSER.all(".stream .entry")).hasSize(50);
  }

  @Test
  void searchFindsWithoutMarksAndPagesOn() {
    open("/");
    BROWSER.first("#q").sendKeys("duong be tong" + Keys.ENTER);
    BROWSER.await("document.querySelector('.stream .entry')");
    assertThat(BROWSER.texts(".entry h2").getFirst()).startsWith("Con đường 2,4 km");
    assertThat(BROWSER.first("#q").getAttribute("value")).isEqualTo("duong be tong");
    BROWSER.first("#q").clear();
    BROWSER.first("#q").sendKeys("\"Đồng Mây\"" + Keys.ENTER);
    BROWSER.await("document.body.textContent.includes('Tìm thấy " + Newsroom.OLDER + " tin, bài')");
    way("Trang sau");
    assertThat(BROWSER.address()).contains("page=2");
  }

  @Test
  void anArticleIsReadHere() {
    open("/articles/" + ROAD);
    assertThat(BROWSER.first("h1").getText()).startsWith("Con đường 2,4 km");
    assertThat(BROWSER.text()).contains("Trần Hạnh, Văn Tín", "Dân vận", "thôn Đá Trắng");
    assertThat(BROWSER.is("document.querySelector('figure img').naturalWidth > 0")).isTrue();
  }

  @Test
  void withoutScriptsEverythingIsReadFoundAndOpened() {
    BROWSER.scripts(false);
    open("/");
    assertThat(BROWSER.is("document.documentElement.classList.contains('js')")).isFalse();
    assertThat(BROWSER.texts(".entry h3")).hasSize(16).doesNotContain("");
    assertThat(BROWSER.first(".copy").isDisplayed()).as("a button that does nothing").isFalse();
    BROWSER.first("#s1 summary").click();
    assertThat(BROWSER.first("#s1 .address").isDisplayed()).isTrue();
    BROWSER.first("#q").sendKeys("nuoc sach" + Keys.ENTER);
    BROWSER.await("document.querySelector('.stream .entry')");
    assertThat(BROWSER.texts(".entry h2"))
        .contains("Nước sạch lên đồi Ia Sương sau một mùa đi gõ cửa");
    open("/feeds/dan-van.vi.html");
    assertThat(BROWSER.first("#code-element-0").getText())
        .contains("<bantin-feed name=\"dan-van\"");
    assertThat(BROWSER.first(".names").isDisplayed()).isTrue();
    assertThat(BROWSER.first("form.options").isDisplayed()).isFalse();
    BROWSER.enter(BROWSER.first("[data-preview=frame]"));
    assertThat(BROWSER.all(".bantin-entries li")).hasSize(5);
    BROWSER.leave();
    open("/articles/sm-2026-0114-01");
    assertThat(BROWSER.first(".body").getText()).hasSizeGreaterThan(500);
  }

  @Test
  void whatIsNotThereIsSaidInTheReadersLanguage() {
    open("/feeds/khong-co");
    assertThat(BROWSER.first("h1").getText()).isEqualTo("Không có nguồn tin nào tên như vậy");
    BROWSER.first("main a").click();
    assertThat(BROWSER.texts("h2")).contains("Dân vận");
  }

  private static void open(String path) {
    BROWSER.open(at(path));
  }

  private static String at(String path) {
    return Newsroom.at(newsroom, path);
  }

  private static void way(String text) {
    String before = BROWSER.address();
    BROWSER.all(".ways a").stream()
        .filter(way -> way.getText().equals(text))
        .findFirst()
        .orElseThrow()
        .click();
    assertThat(BROWSER.address()).isNotEqualTo(before);
  }

  private static void choose(String option, String value) {
    BROWSER.first("select[name=" + option + "] option[value='" + value + "']").click();
  }

  private static void tabTo(String selector) {
    for (int i = 0; i < 30; i++) {
      BROWSER.press(Keys.TAB);
      if (BROWSER.is("document.activeElement.matches('" + selector + "')")) {
        return;
      }
    }
    throw new AssertionError("no way by keys to " + selector);
  }

  private static String focused() {
    return (String) BROWSER.run("return document.activeElement.textContent.trim()");
  }

  private static String copied() {
    BROWSER.cdp(
        "Browser.grantPermissions",
        Map.of("permissions", new String[] {"clipboardReadWrite", "clipboardSanitizedWrite"}));
    return (String) BROWSER.runLater("navigator.clipboard.readText().then(arguments[0])");
  }
}

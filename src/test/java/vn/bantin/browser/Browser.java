package vn.bantin.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium for the tests of a class. Each test finds it in light colours, in Vietnamese,
 * {@value #WIDE} pixels wide and with scripts on. Without Chromium the tests are skipped.
 */
final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  /** As wide as a desk's screen. */
  static final int WIDE = 1280;

  /** As wide as a small telephone. */
  static final int NARROW = 360;

  private static final int HEIGHT = 900;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(20);

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Logger CDP_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools");
  private static final Logger DRIVERS = Logger.getLogger("org.openqa.selenium.chromium");

  private ChromeDriver driver;

  @Override
  public void beforeAll(ExtensionContext context) {
    Path chromium = program("chromium", context);
    Path chromedriver = program("chromedriver", context);
    CDP_VERSIONS.setLevel(Level.SEVERE);
    DRIVERS.setLevel(Level.SEVERE);
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(chromium.toFile())
            .addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--window-size=" + WIDE + "," + HEIGHT);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    cdp("Network.enable", Map.of());
    language("vi-VN,vi;q=0.9");
    colours("light");
    scripts(true);
    width(WIDE);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (driver != null) {
      driver.quit();
    }
  }

  /** Opens an address. */
  void open(String address) {
    driver.get(address);
  }

  /** Where it is now. */
  String address() {
    return driver.getCurrentUrl();
  }

  /** What the window is called. */
  String title() {
    return driver.getTitle();
  }

  /** What the page says to people. */
  String text() {
    return first("body").getText();
  }

  /** The first element of a selector. */
  WebElement first(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** All elements of a selector. */
  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The texts of all elements of a selector. */
  List<String> texts(String selector) {
    return all(selector).stream().map(WebElement::getText).toList();
  }

  /**
   * What a function says whose text is given; {@code arguments[0]} and so on stand for the rest.
   */
  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What a function hands to the last of its arguments, later. */
  Object runLater(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** The number that an expression comes to. */
  double number(String expression) {
    return ((Number) run("return " + expression)).doubleValue();
  }

  /** Whether an expression is true. */
  boolean is(String expression) {
    return (Boolean) run("return Boolean(" + expression + ")");
  }

  /** Waits until an expression is true. */
  void await(String expression) {
    Awaitility.await(expression).atMost(PATIENCE).pollInterval(POLL).until(() -> is(expression));
  }

  /** Waits until all that is seen has come, be it in an embed. */
  void settle() {
    run("document.querySelectorAll('img, iframe').forEach(i => i.loading = 'eager')");
    run("scrollTo(0, document.documentElement.scrollHeight)");
    run("scrollTo(0, 0)");
    await("[...document.images].every(i => i.complete)");
    await(
        "[...document.querySelectorAll('bantin-feed')].every(f =>"
            + " f.shadowRoot?.querySelector('section')?.ariaBusy === 'false')");
  }

  /** Presses keys, one after the other, wherever the focus is. */
  void press(CharSequence... keys) {
    Actions actions = new Actions(driver);
    for (CharSequence key : keys) {
      actions.sendKeys(key);
    }
    actions.perform();
  }

  /** Looks into a frame. */
  void enter(WebElement frame) {
    driver.switchTo().frame(frame);
  }

  /** Looks at the page again. */
  void leave() {
    driver.switchTo().defaultContent();
  }

  /** As a screen of the width. */
  void width(int width) {
    screen(width, HEIGHT);
  }

  private void screen(int width, int height) {
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** As on a system with light or dark colours. */
  void colours(String scheme) {
    List<Map<String, String>> features =
        List.of(
            Map.of("name", "prefers-color-scheme", "value", scheme),
            Map.of("name", "prefers-reduced-motion", "value", "reduce"));
    cdp("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** Asks for pages in languages. */
  void language(String accepted) {
    cdp("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", accepted)));
  }

  /** What has been fetched since this was asked last; what came from memory is not among it. */
  List<Request> requests() {
    Map<String, JsonNode> asked = new LinkedHashMap<>();
    Map<String, Long> bytes = new LinkedHashMap<>();
    for (LogEntry line : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = MAPPER.readTree(line.getMessage()).path("message");
      JsonNode parameters = message.path("params");
      String id = parameters.path("requestId").asString("");
      switch (message.path("method").asString()) {
        case "Network.requestWillBeSent" -> asked.put(id, parameters);
        case "Network.loadingFinished" ->
            bytes.put(id, parameters.path("encodedDataLength").asLong());
        default -> {}
      }
    }
    return asked.entrySet().stream()
        .filter(request -> bytes.containsKey(request.getKey()))
        .map(request ->
            new Request(
                request.getValue().path("request").path("url").asString(),
                request.getValue().path("type").asString(),
                bytes.get(request.getKey())))
        .toList();
  }

  /** Runs the scripts of pages that are opened from now on, or does not. */
  void scripts(boolean on) {
    cdp("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /** Runs a script in every page before any of its own; the id is for {@link #forget}. */
  String ahead(String script) {
    return (String)
        cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script)).get("identifier");
  }

  /** Runs a script of {@link #ahead} no more. */
  void forget(String id) {
    cdp("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", id));
  }

  /** Says what the DevTools protocol has for it. */
  Map<String, Object> cdp(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  /** Writes a picture of the whole page, however high. */
  void picture(Path file) {
    int height = (int) number("document.documentElement.scrollHeight");
    int width = (int) number("innerWidth");
    screen(width, Math.max(height, HEIGHT));
    try {
      Object png =
          cdp("Page.captureScreenshot", Map.of("format", "png", "optimizeForSpeed", true))
              .get("data");
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode((String) png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      width(width);
    }
  }

  private static Path program(String name, ExtensionContext context) {
    Stream<Path> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name));
    return found.filter(Files::isExecutable).findFirst().orElseGet(() -> skip(name, context));
  }

  // Surefire keeps the reason to itself.
  private static Path skip(String name, ExtensionContext context) {
    String why =
        "SKIPPED: %s needs a browser, and there is no %s; apt-get install chromium chromium-driver"
            .formatted(context.getDisplayName(), name);
    System.err.println(why);
    return abort(why);
  }
}

package vn.bantin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.ServedNewsroom;
import vn.bantin.access.Scope;

/**
 * Texts that would run scripts if any page let them: each as the title, summary, text, author,
 * caption and address of an article of the API, and as the words of the newsroom itself.
 */
final class HostileTextsTest {

  private static final Path TEXTS = Path.of("src/test/resources/vn/bantin/browser/hostile.txt");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int IN_A_FEED = 20;
  private static final String HOSTILE_QUERY = "?\"'><img src=x onerror=ran(1)><x onclick='ran(1)";
  private static final int AT_ONCE = 25;

  // Tells the page on top whatever ran, and whatever the page's policy has kept from running.
  private static final String WATCH =
      """
      window.ran = window.alert = window.confirm = window.prompt =
        (what) => { top.postMessage({ ran: `${location.href} ${what}` }, '*'); };
      addEventListener('securitypolicyviolation', (e) =>
        top.postMessage({ ran: `${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}` }, '*'));
      if (top === window) {
        window.heard = [];
        addEventListener('message', ({ data }) => { if (data?.ran) heard.push(data.ran); });
      }
      """;

  // What no text may leave in a page, be it only for a click to run.
  private static final String TRACES =
      """
      const traces = [];
      const look = (root) => {
        for (const e of root.querySelectorAll('*')) {
          if (e.shadowRoot) look(e.shadowRoot);
          if (e.contentDocument) look(e.contentDocument);
          const name = e.localName;
          if (e.rel === 'icon') continue;
          const ours = name === 'script' && (e.type === 'application/ld+json' || e.src.startsWith(arguments[0]))
            || name === 'iframe' && e.src.startsWith(arguments[0])
            || name === 'base' && !e.hasAttribute('href')
            || name === 'form' && (e.getAttribute('action') === '/search' || e.dataset.embed);
          if (/^(script|iframe|frame|object|embed|applet|base|style|form|math)$/.test(name) && !ours) traces.push(name);
          for (const { name, value } of e.attributes) {
            const bare = value.replace(/[\\u0000-\\u0020]/g, '');
            if (/^(on|srcdoc|formaction)/i.test(name)) traces.push(name);
            if (/^(src|href|xlink:href|action|data|poster|background)$/i.test(name)
              && /^(javascript|vbscript|data):/i.test(bare)) traces.push(`${name}=${value}`);
          }
        }
      };
      look(document);
      return traces;
      """;

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private static Path folder;

  private static Partner partner;
  private static ServedNewsroom newsroom;
  private static List<String> texts;
  private static int feeds;
  private static String watch;
  private static String token;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    partner = Partner.start();
    texts = texts();
    feeds = (texts.size() + IN_A_FEED - 1) / IN_A_FEED;
    Files.createDirectories(folder.resolve("feeds"));
    newsroom = Newsroom.serve(found());
    watch = BROWSER.ahead(WATCH);
    publish();
  }

  @AfterAll
  static void stop() {
    BROWSER.forget(watch);
    newsroom.close();
    partner.close();
  }

  @Test
  void whatRunsIsHeard() {
    BROWSER.open(partner.show("/xau", texts.get(21) + "<a href=\"javascript:ran(1)\">x</a>"));
    BROWSER.await("heard.length > 0");
    assertThat(traces()).contains("onerror", "href=javascript:ran(1)");
  }

  @Test
  void onTheFrontPage() {
    BROWSER.open(at("/"));
    assertThat(BROWSER.all(".entry")).hasSize(4 * feeds);
    check("/");
  }

  @Test
  void inEveryFeedItsFrameAndItsElement() {
    for (int feed = 0; feed < feeds; feed++) {
      BROWSER.open(at("/feeds/x-" + feed + ".vi.html"));
      BROWSER.await("document.querySelector('bantin-feed')?.shadowRoot?.querySelector('li a')");
      assertThat(BROWSER.all(".stream .entry")).hasSizeGreaterThan(10);
      check("feed " + feed);
      BROWSER.open(at("/embed/x-" + feed + "?limit=20"));
      check("frame " + feed);
    }
  }

  @Test
  void inEveryArticle() {
    List<String> articles =
        IntStream.range(0, texts.size())
            .filter(i -> !isElsewhere(i))
            .mapToObj(i -> at("/articles/x-" + i))
            .toList();
    assertThat(inFrames(articles)).isEqualTo(articles.size());
  }

  @Test
  void inSearches() {
    List<String> searches =
        IntStream.iterate(0, i -> i < texts.size(), i -> i + 5)
            .mapToObj(i -> URLEncoder.encode(texts.get(i), StandardCharsets.UTF_8))
            .map(text -> at("/search.vi.html?q=" + text))
            .toList();
    assertThat(inFrames(searches)).isEqualTo(searches.size());
  }

  @Test
  void onAPartnersPageThatForbidsNothing() {
    String elements =
        IntStream.range(0, feeds)
            .mapToObj(feed -> "<bantin-feed name=\"x-" + feed + "\" limit=\"20\"></bantin-feed>")
            .collect(Collectors.joining());
    BROWSER.open(
        partner.show("/phan-tu", elements + "<script src=\"" + at("/embed.js") + "\"></script>"));
    BROWSER.settle();
    check("elements");
    String fragments =
        IntStream.range(0, feeds)
            .mapToObj(feed -> newsroom.get("/embed/x-" + feed + ".html?limit=20").text())
            .collect(Collectors.joining());
    BROWSER.open(partner.show("/doan", fragments));
    assertThat(BROWSER.all(".bantin-entries > li")).hasSize(texts.size());
    check("fragments");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:ran(1)",
        "JAVASCRIPT://songmay.example/%0aran(1)",
        "data:text/html,<script>ran(1)</script>",
        "vbscript:ran(1)"
      })
  void anAddressThatRunsIsRefused(String address) throws IOException, InterruptedException {
    ObjectNode article = article(0).put("url", address);
    assertThat(put("dia-chi", article).statusCode()).isBetween(400, 499);
    assertThat(newsroom.get("/articles/dia-chi").status()).isEqualTo(404);
    ObjectNode other = article(0);
    other.putArray("media").addObject().put("url", address).put("type", "image/png");
    assertThat(put("dia-chi", other).statusCode()).isBetween(400, 499);
  }

  /** Opens addresses of the newsroom beside each other, and says how many have come. */
  private static int inFrames(List<String> addresses) {
    int come = 0;
    for (int from = 0; from < addresses.size(); from += AT_ONCE) {
      List<String> some = addresses.subList(from, Math.min(from + AT_ONCE, addresses.size()));
      BROWSER.open(at("/khong-co"));
      BROWSER.run(
          """
          window.loaded = 0;
          for (const address of arguments[0]) {
            const frame = document.createElement('iframe');
            frame.onload = () => loaded++;
            frame.src = address;
            document.body.append(frame);
          }
          """,
          some);
      BROWSER.await("loaded === " + some.size());
      come +=
          (int)
              BROWSER.number(
                  "[...document.querySelectorAll('iframe')]"
                      + ".filter(f => f.contentDocument.querySelector('main h1')).length");
      check("from " + from);
    }
    return come;
  }

  private static void check(String where) {
    assertThat(traces()).as(where).isEmpty();
    assertThat(heard()).as(where).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static List<String> traces() {
    return (List<String>) BROWSER.run(TRACES, at("/"));
  }

  @SuppressWarnings("unchecked")
  private static List<String> heard() {
    return (List<String>)
        BROWSER.runLater("requestAnimationFrame(() => setTimeout(() => arguments[0](heard), 20))");
  }

  private static String at(String path) {
    return Newsroom.at(newsroom, path);
  }

  private static List<String> texts() throws IOException {
    Pattern sign = Pattern.compile("\\{U\\+([0-9A-F]{4})}");
    return Files.readAllLines(TEXTS).stream()
        .map(line ->
            sign.matcher(line)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16))))
        .toList();
  }

  private static Path found() throws IOException {
    StringBuilder site = new StringBuilder();
    site.append("title: ").append(quoted(12)).append("\ndescription: ").append(quoted(10));
    site.append("\nhome: https://songmay.example/\nlanguage: vi\nzone: Asia/Ho_Chi_Minh\n");
    site.append("authority: songmay.example,2026\ncategories:\n");
    for (int feed = 0; feed < feeds; feed++) {
      site.append("  x-").append(feed).append(": ").append(quoted(21 + feed)).append('\n');
      Files.writeString(
          folder.resolve("feeds").resolve("x-" + feed + ".yaml"),
          "title: %s\ndescription: %s\ncategories:\n  include: [x-%d]\n"
              .formatted(quoted(feed), quoted(30 + feed), feed));
    }
    Files.writeString(folder.resolve("feeds").resolve("site.yaml"), site);
    return folder;
  }

  private static String quoted(int text) {
    return "'" + texts.get(text).replace("'", "''") + "'";
  }

  private static void publish() throws IOException, InterruptedException {
    token = newsroom.token(Scope.READ, Scope.WRITE);
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      HttpResponse<String> answer = put("x-" + i, article(i));
      if (answer.statusCode() != 201) {
        refused.add(texts.get(i) + ": " + answer.body());
      }
    }
    assertThat(refused).isEmpty();
  }

  private static ObjectNode article(int number) {
    String text = texts.get(number);
    ObjectNode article = JsonMapper.shared().createObjectNode();
    article.put("title", text).put("summary", text).put("body_html", "<p>Tin</p>" + text);
    article.putArray("authors").add(text).add("Lê Thị Mận");
    article.putArray("categories").add("x-" + number / IN_A_FEED);
    article.putArray("tags").add(text);
    article.put("published", "2026-02-01T07:00:00+07:00");
    article
        .putArray("media")
        .addObject()
        .put("url", partner.address("/a.png") + HOSTILE_QUERY)
        .put("type", "image/png")
        .put("caption", text);
    if (isElsewhere(number)) {
      article.put("url", "https://songmay.example/" + number + HOSTILE_QUERY);
    }
    return article;
  }

  private static boolean isElsewhere(int number) {
    return number % 5 == 2;
  }

  private static HttpResponse<String> put(String id, ObjectNode article)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at("/api/articles/" + id)))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(article.toString()))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }
}

package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.saying;
import static vn.bantin.article.Articles.titled;
import static vn.bantin.article.Articles.withMedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.article.Article;
import vn.bantin.article.State;

final class FeedBuilderTest {

  private static final String HARD =
      "<p>a &amp; b &lt; c</p>\n<pre>  giữ \n\n  nguyên ]]&gt; </pre><p>\"é\" 🎉</p>";

  private final FeedBuilder builder = new FeedBuilder();
  private final FeedSource source =
      Newsrooms.source(
          withMedia(saying(titled(article("b", "dan-van", 3), "R&D <tin> ]]> “mới”"), HARD)),
          article("a", "dan-van", 1),
          article("c", "kinh-te", 1));

  @ParameterizedTest
  @EnumSource(Format.class)
  void writesTheGoldenFile(Format format) throws IOException {
    assertThat(text(source, format)).isEqualTo(golden("feed." + format.extension()));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void writesTheSameBytesAgain(Format format) {
    assertThat(new FeedBuilder().build(source, format).bytes())
        .isEqualTo(builder.build(source, format).bytes());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void keepsEveryCharacterOfABody(Format format) throws Exception {
    String body =
        switch (format) {
          case ATOM ->
              xml(text(source, format))
                  .getChildren("entry", XmlOutput.ATOM)
                  .getFirst()
                  .getChildText("content", XmlOutput.ATOM);
          case RSS ->
              items(text(source, format))
                  .getFirst()
                  .getChildText(
                      "encoded",
                      Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/"));
          case JSON -> json(text(source, format)).at("/items/0/content_html").asString();
        };
    assertThat(body).isEqualTo(HARD);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void leavesOutABadArticleAndKeepsTheRest(Format format) throws Exception {
    Article bad = saying(article("bad", "dan-van", 2), "<p>\uD800</p>");
    Article control = titled(article("control", "dan-van", 2), "a\u0001b");
    FeedSource mixed =
        Newsrooms.source(article("a", "dan-van", 1), bad, control, withMedia(article("z", "x", 1)));
    BuiltFeed built = builder.build(mixed, format);
    String text = new String(built.bytes(), StandardCharsets.UTF_8);
    assertThat(text).contains("articles/a").contains("articles/z");
    if (format == Format.JSON) {
      json(text);
    } else {
      assertThat(built.entries()).isEqualTo(2);
      assertThat(built.leftOut())
          .extracting(o -> o.article().value())
          .containsExactly("bad", "control");
      assertThat(built.leftOut().getFirst().reason()).isNotBlank();
      xml(text);
    }
  }

  @Test
  void aSummaryFeedHasNoBodies() {
    FeedSource summaries =
        new FeedSource(
            source.site(),
            Newsrooms.summaries(source.definition()),
            source.addresses(),
            source.changedAt(),
            source.articles());
    for (Format format : Format.values()) {
      assertThat(text(summaries, format)).contains("Tóm tắt của bài a").doesNotContain("Đồng Mây");
    }
  }

  @Test
  void anEmptyFeedIsStillAFeed() throws Exception {
    assertThat(xml(text(source.with(List.of()), Format.ATOM)).getChildren("entry", XmlOutput.ATOM))
        .isEmpty();
    assertThat(items(text(source.with(List.of()), Format.RSS))).isEmpty();
    assertThat(json(text(source.with(List.of()), Format.JSON)).get("items").size()).isZero();
  }

  @Test
  void aCorrectedArticleSaysWhatWasWrong() {
    Article corrected = article("a", "dan-van", 1).in(State.CORRECTED, "12 thôn, không phải <20>");
    FeedSource feed = Newsrooms.source(corrected);
    String escaped =
        "&lt;p&gt;&lt;em&gt;12 thôn, không phải &amp;lt;20&amp;gt;&lt;/em&gt;&lt;/p&gt;";
    assertThat(text(feed, Format.ATOM)).contains(escaped + "&lt;p&gt;Bà con");
    assertThat(text(feed, Format.RSS)).contains(escaped + "&lt;p&gt;Bà con");
    assertThat(text(feed, Format.JSON))
        .contains("\"content_html\":\"<p><em>12 thôn, không phải &lt;20&gt;</em></p><p>Bà con");
    Article live = article("a", "dan-van", 1).in(State.LIVE, "12 thôn");
    assertThat(text(Newsrooms.source(live), Format.ATOM)).doesNotContain("12 thôn");
  }

  @Test
  void mediaOfUnknownLengthAreNoEnclosureInRss() {
    var picture =
        new vn.bantin.article.Media(
            java.net.URI.create("https://media.songmay.example/x.jpg"),
            "image/jpeg",
            null,
            null,
            null,
            null,
            null);
    Article a = article("a", "dan-van", 1);
    Article with =
        new Article(
            a.id(),
            a.title(),
            a.summary(),
            a.bodyHtml(),
            a.url(),
            a.authors(),
            a.categories(),
            a.tags(),
            a.language(),
            a.source(),
            a.published(),
            a.updated(),
            List.of(picture),
            a.state(),
            a.note(),
            a.schedule());
    String rss = text(Newsrooms.source(with), Format.RSS);
    assertThat(rss).doesNotContain("<enclosure").contains("<media:content");
    assertThat(text(Newsrooms.source(with), Format.ATOM))
        .contains("rel=\"enclosure\"")
        .doesNotContain("length=");
  }

  private String text(FeedSource from, Format format) {
    BuiltFeed built = builder.build(from, format);
    return new String(built.bytes(), StandardCharsets.UTF_8);
  }

  private static Element xml(String text) throws Exception {
    Document document = new SAXBuilder().build(new StringReader(text));
    return document.getRootElement();
  }

  private static List<Element> items(String text) throws Exception {
    return xml(text).getChild("channel").getChildren("item");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = FeedBuilderTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

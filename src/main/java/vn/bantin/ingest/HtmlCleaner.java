package vn.bantin.ingest;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Makes HTML of any quality safe and complete: known tags, absolute web addresses, clean text. */
final class HtmlCleaner {

  // Taking a tag away can leave what no HTML parser would make, such as a paragraph within a
  // paragraph. So the result is read and cleaned again until it stays as it is.

  /** Deeper elements are read as children of the one at this depth. */
  private static final int MAX_DEPTH = 200;

  private static final int MAX_ROUNDS = 4;

  /** Without it a table may stand in a paragraph. */
  private static final String START = "<!DOCTYPE html><body>";

  /** What goes with everything in it; of other unknown tags the content stays. */
  private static final String WITH_CONTENT =
      "script,style,iframe,object,embed,applet,template,svg,math,noscript,noembed,noframes,"
          + "textarea,select,button,title,xmp";

  private static final Set<String> ADDRESSES = Set.of("href", "src", "poster");
  private static final Set<String> NUMBERS =
      Set.of("width", "height", "colspan", "rowspan", "start", "value");

  private static final Safelist SAFE =
      new Safelist()
          .addTags("p", "div", "h2", "h3", "h4", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd")
          .addTags("blockquote", "pre", "code", "figure", "figcaption", "a", "img", "q", "cite")
          .addTags("em", "strong", "b", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup")
          .addTags("abbr", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr")
          .addTags("th", "td", "audio", "video", "source")
          .addAttributes("a", "href", "title")
          .addAttributes("img", "src", "alt", "title", "width", "height")
          .addAttributes("audio", "src")
          .addAttributes("video", "src", "poster", "width", "height")
          .addAttributes("source", "src", "type")
          .addAttributes("abbr", "title")
          .addAttributes("ol", "start")
          .addAttributes("li", "value")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan", "scope");

  private final URI base;

  HtmlCleaner(URI base) {
    this.base = base;
  }

  /**
   * HTML after cleaning.
   *
   * @param html empty when nothing was left
   * @param firstParagraph the words of its first paragraph, or all words when it has none
   */
  record CleanHtml(String html, String firstParagraph) {}

  CleanHtml clean(String html) {
    Element body = cleanOnce(html);
    String cleaned = body.html();
    for (int round = 1; round < MAX_ROUNDS; round++) {
      body = cleanOnce(cleaned);
      String again = body.html();
      if (again.equals(cleaned)) {
        break;
      }
      cleaned = again;
    }
    return new CleanHtml(cleaned.strip(), firstParagraph(body));
  }

  private Element cleanOnce(String html) {
    Document dirty = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(START + html, "");
    dirty.select(WITH_CONTENT).forEach(Element::empty);
    for (Element element : dirty.body().getAllElements()) {
      rename(element);
      cleanAttributes(element);
    }
    Document clean = new Cleaner(SAFE).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    HtmlTidier.tidy(clean.body());
    return clean.body();
  }

  private static void rename(Element element) {
    switch (element.normalName()) {
      case "h1" -> element.tagName("h2");
      case "h5", "h6" -> element.tagName("h4");
      case "section", "article", "main", "header", "footer", "aside", "nav", "center" ->
          element.tagName("div");
      default -> {}
    }
  }

  private void cleanAttributes(Element element) {
    for (Attribute attribute : List.copyOf(element.attributes().asList())) {
      String key = attribute.getKey();
      String value = attribute.getValue();
      String clean = ADDRESSES.contains(key) ? address(value) : PlainText.line(value);
      if (clean.isEmpty() || (NUMBERS.contains(key) && !clean.matches("[0-9]{1,5}"))) {
        element.removeAttr(key);
      } else if (!clean.equals(value)) {
        element.attr(key, clean);
      }
    }
  }

  // A link within the page leads nowhere in a feed: it goes too.
  private String address(String value) {
    URI address = value.strip().startsWith("#") ? null : Addresses.absolute(value, base);
    return address == null ? "" : address.toString();
  }

  private static String firstParagraph(Element body) {
    for (Element paragraph : body.select("p")) {
      String words = PlainText.line(paragraph.text());
      if (!words.isEmpty()) {
        return words;
      }
    }
    return PlainText.line(body.text());
  }
}

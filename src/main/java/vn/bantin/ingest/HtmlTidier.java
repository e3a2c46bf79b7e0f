package vn.bantin.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes out of safe HTML what shows nothing, and cleans its text. */
final class HtmlTidier {

  // Children before parents, and every list of children rebuilt at most once: the work grows with
  // the text however it is nested.

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h2",
          "h3",
          "h4",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "blockquote",
          "pre",
          "figure",
          "figcaption");
  private static final Set<String> SHOWN_WHEN_EMPTY =
      Set.of(
          "br",
          "hr",
          "img",
          "audio",
          "video",
          "source",
          "table",
          "caption",
          "colgroup",
          "col",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "th",
          "td");

  private enum Fate {
    KEEP,
    UNWRAP,
    DROP
  }

  private HtmlTidier() {}

  static void tidy(Element body) {
    for (Element parent : body.getAllElements().reversed()) {
      tidyChildren(parent);
    }
  }

  private static void tidyChildren(Element parent) {
    List<Node> kept = new ArrayList<>(parent.childNodeSize());
    boolean changed = false;
    for (Node child : parent.childNodes()) {
      Fate fate = fate(child);
      changed |= fate != Fate.KEEP;
      switch (fate) {
        case KEEP -> kept.add(child);
        case UNWRAP -> kept.addAll(child.childNodes());
        case DROP -> {}
      }
    }
    if (changed) {
      List<Node> children = List.copyOf(kept);
      parent.empty();
      parent.appendChildren(children);
    }
  }

  private static Fate fate(Node node) {
    if (node instanceof TextNode text) {
      String clean = clean(text.getWholeText());
      if (!clean.equals(text.getWholeText())) {
        text.text(clean);
      }
      return clean.isEmpty() ? Fate.DROP : Fate.KEEP;
    }
    return node instanceof Element element ? fate(element) : Fate.DROP;
  }

  private static Fate fate(Element element) {
    String name = element.normalName();
    return switch (name) {
      case "img", "source" -> element.hasAttr("src") ? Fate.KEEP : Fate.DROP;
      case "audio", "video" -> plays(element) ? Fate.KEEP : Fate.UNWRAP;
      case "a" -> !element.hasAttr("href") || showsNothing(element) ? Fate.UNWRAP : Fate.KEEP;
      default -> {
        if (SHOWN_WHEN_EMPTY.contains(name) || !showsNothing(element)) {
          yield Fate.KEEP;
        }
        yield BLOCKS.contains(name) ? Fate.DROP : Fate.UNWRAP;
      }
    };
  }

  private static boolean plays(Element element) {
    return element.hasAttr("src")
        || element.children().stream().anyMatch(child -> child.normalName().equals("source"));
  }

  private static boolean showsNothing(Element element) {
    for (Node child : element.childNodes()) {
      boolean isNothing =
          child instanceof TextNode text
              ? PlainText.line(text.getWholeText()).isEmpty()
              : child.normalName().equals("br");
      if (!isNothing) {
        return false;
      }
    }
    return true;
  }

  /** A space that does not break hides the words beside it from every search. */
  private static String clean(String text) {
    return withoutLooseMarks(PlainText.of(text).replace('\u00A0', ' '));
  }

  /** A combining mark behind a tag has no letter, and would combine with the tag's own bracket. */
  private static String withoutLooseMarks(String text) {
    int start = 0;
    while (start < text.length()) {
      int c = text.codePointAt(start);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      start += Character.charCount(c);
    }
    return text.substring(start);
  }
}

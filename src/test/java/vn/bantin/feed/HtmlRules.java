package vn.bantin.feed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** The rules for HTML inside of a feed: well-formed, harmless, with absolute addresses. */
final class HtmlRules {

  private static final Set<String> HARMLESS =
      words(
          """
          a abbr address article aside audio b bdi bdo big blockquote br caption center cite
          code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3
          h4 h5 h6 header hr i img ins kbd li main mark ol p picture pre q rp rt ruby s samp
          section small source span strong sub summary sup table tbody td tfoot th thead time
          tr track u ul var video wbr
          """);
  private static final Set<String> HARMLESS_ATTRIBUTES =
      words(
          """
          abbr align alt cite class colspan crossorigin datetime decoding dir headers height
          href hreflang id kind label lang loading loop media muted name open playsinline
          poster preload referrerpolicy rel reversed rowspan scope sizes span src srclang
          srcset start summary target title translate type valign value width xml:lang xmlns
          """);
  private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "cite");
  private static final Pattern STYLE =
      Pattern.compile(
          "(\\s*(color|background-color|border(-[a-z]+)?|display|float|font-[a-z]+|height|"
              + "line-height|margin(-[a-z]+)?|padding(-[a-z]+)?|text-align|text-decoration|"
              + "text-indent|vertical-align|white-space|width)\\s*:\\s*[#%.a-z0-9\\s-]+(;|$))*\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AMPERSAND = Pattern.compile("&(?![\\s<&]|$)([^;\\s<&\"']*;?)");
  private static final Pattern NUMBER = Pattern.compile("#(\\d+|[xX][0-9a-fA-F]+);");
  private static final int ENOUGH_ERRORS = 5;

  private HtmlRules() {}

  /** HTML in the text of an element. */
  static void check(String html, Element where, Inspection inspection) {
    Parser parser = Parser.htmlParser().setTrackErrors(ENOUGH_ERRORS);
    List<Node> nodes = parser.parseFragmentInput(html, new org.jsoup.nodes.Element("div"), "");
    for (ParseError error : parser.getErrors()) {
      inspection.report("NotHtml", where, error.toString());
    }
    checkReferences(html, where, inspection);
    for (Node node : nodes) {
      node.nodeStream(org.jsoup.nodes.Element.class)
          .forEach(element -> checkElement(element, where, inspection));
    }
  }

  /** The {@code div} of an Atom text that is XHTML, and everything in it. */
  static void checkXhtml(Element element, Inspection inspection) {
    if (element.getNamespaceURI().isEmpty()) {
      inspection.report("MissingNamespace", element, element.getName());
    } else if (!element.getNamespaceURI().equals(NamespaceRules.XHTML)) {
      inspection.report("NotHtml", element, element.getNamespaceURI());
    } else {
      checkName(element.getName(), element, inspection);
    }
    for (org.jdom2.Attribute attribute : element.getAttributes()) {
      if (attribute.getNamespace().equals(Namespace.NO_NAMESPACE)) {
        checkAttribute(attribute.getName(), attribute.getValue(), element, inspection);
      }
    }
    element.getChildren().forEach(child -> checkXhtml(child, inspection));
  }

  private static void checkElement(
      org.jsoup.nodes.Element element, Element where, Inspection inspection) {
    checkName(element.tagName(), where, inspection);
    for (Attribute attribute : element.attributes()) {
      checkAttribute(attribute.getKey(), attribute.getValue(), where, inspection);
    }
  }

  private static void checkName(String name, Element where, Inspection inspection) {
    if (!Tag.isKnownTag(name) || name.equals("svg") || name.equals("math")) {
      inspection.report("NotHtml", where, "no HTML element: " + name);
    } else if (!HARMLESS.contains(name)) {
      inspection.report("SecurityRisk", where, name);
    }
  }

  private static void checkAttribute(
      String attribute, String value, Element where, Inspection inspection) {
    String name = attribute.toLowerCase(Locale.ROOT);
    if (name.equals("style")) {
      if (!STYLE.matcher(value).matches()) {
        inspection.report("DangerousStyleAttr", where, value);
      }
    } else if (!HARMLESS_ATTRIBUTES.contains(name) && !name.startsWith("data-")) {
      inspection.report("SecurityRiskAttr", where, attribute);
    } else if (ADDRESSES.contains(name)) {
      checkAddress(value.strip(), where, inspection);
    }
  }

  private static void checkAddress(String value, Element where, Inspection inspection) {
    if (UrlRules.isAbsolute(value)) {
      UrlRules.absolute(UrlRules.withoutLetters(value), where, inspection);
    } else if (!hasBase(where)) {
      inspection.report("ContainsRelRef", where, value);
    }
  }

  private static boolean hasBase(Element element) {
    boolean here = element.getAttribute("base", Namespace.XML_NAMESPACE) != null;
    Element parent = element.getParentElement();
    return here || (parent != null && hasBase(parent));
  }

  private static void checkReferences(String html, Element where, Inspection inspection) {
    AMPERSAND
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .filter(reference -> !isReference(reference))
        .forEach(reference -> inspection.report("NotHtml", where, "raw & before " + reference));
  }

  private static boolean isReference(String reference) {
    if (reference.startsWith("#")) {
      return NUMBER.matcher(reference).matches();
    }
    return reference.endsWith(";")
        && Entities.isNamedEntity(reference.substring(0, reference.length() - 1));
  }

  private static Set<String> words(String text) {
    return Pattern.compile("\\s+")
        .splitAsStream(text.strip())
        .collect(Collectors.toUnmodifiableSet());
  }
}

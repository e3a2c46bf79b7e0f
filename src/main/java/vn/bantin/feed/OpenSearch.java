package vn.bantin.feed;

import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** What OpenSearch 1.1 has to say: how to search here, and what a document of results is. */
public final class OpenSearch {

  /** The media type of {@link #description}. */
  public static final String MEDIA_TYPE = "application/opensearchdescription+xml";

  static final Namespace NAMESPACE = Namespace.getNamespace("http://a9.com/-/spec/opensearch/1.1/");

  private static final Namespace PREFIXED =
      Namespace.getNamespace("opensearch", NAMESPACE.getURI());

  /** The longest names that a description may have. */
  private static final int SHORT_NAME = 16;

  private static final int LONG_NAME = 48;

  private OpenSearch() {}

  /** The description of the newsroom's search, for browsers and readers. */
  public static byte[] description(Site site, Addresses addresses) {
    Element root = new Element("OpenSearchDescription", NAMESPACE);
    add(root, "ShortName", cut(site.title(), SHORT_NAME));
    add(root, "LongName", cut(site.title(), LONG_NAME));
    add(root, "Description", site.description().isBlank() ? site.title() : site.description());
    root.addContent(results(Page.MEDIA_TYPE, addresses.searchTemplate()));
    for (Format format : Format.values()) {
      root.addContent(results(format.mediaType(), addresses.searchTemplate(format)));
    }
    Image image = site.image();
    if (image != null) {
      Element element = new Element("Image", NAMESPACE).setText(image.url().toASCIIString());
      element.setAttribute("width", String.valueOf(image.width()));
      element.setAttribute("height", String.valueOf(image.height()));
      root.addContent(element);
    }
    add(root, "Language", site.language());
    add(root, "InputEncoding", "UTF-8");
    add(root, "OutputEncoding", "UTF-8");
    XmlOutput.onLines(root, "  ");
    return XmlOutput.bytes(new Document(root));
  }

  private static Element results(String type, String template) {
    return new Element("Url", NAMESPACE)
        .setAttribute("type", type)
        .setAttribute("rel", "results")
        .setAttribute("template", template);
  }

  /** Adds to a feed's element which part of which results it has. */
  static void mark(Element feed, Results results) {
    feed.addNamespaceDeclaration(PREFIXED);
    feed.addContent(element("totalResults", results.total()));
    feed.addContent(element("startIndex", results.before() + 1));
    feed.addContent(element("itemsPerPage", Results.PAGE_SIZE));
    feed.addContent(
        new Element("Query", PREFIXED)
            .setAttribute("role", "request")
            .setAttribute("searchTerms", results.query())
            .setAttribute("startPage", String.valueOf(results.page())));
  }

  private static Element element(String name, int value) {
    return new Element(name, PREFIXED).setText(String.valueOf(value));
  }

  private static void add(Element root, String name, String text) {
    root.addContent(new Element(name, NAMESPACE).setText(text));
  }

  // At a word, and not behind a dash.
  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    int end = text.offsetByCodePoints(0, most);
    int space = text.lastIndexOf(' ', end);
    end = space > 0 ? space : end;
    while (end > 1 && !Character.isLetterOrDigit(text.codePointBefore(end))) {
      end--;
    }
    return text.substring(0, end);
  }
}

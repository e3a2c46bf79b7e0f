package vn.bantin.feed;

import org.jdom2.Document;
import org.jdom2.Element;

/** OPML 2.0: all feeds of a newsroom in one file, as readers import it. */
public final class Opml {

  /** Its media type. */
  public static final String MEDIA_TYPE = "text/x-opml; charset=utf-8";

  private Opml() {}

  /** The feeds of a catalog in Atom, by name. */
  public static byte[] of(FeedCatalog catalog, Addresses addresses) {
    Site site = catalog.site();
    Element head = new Element("head").addContent(new Element("title").setText(site.title()));
    if (site.contact() != null) {
      head.addContent(new Element("ownerEmail").setText(site.contact()));
    }
    Element body = new Element("body");
    for (FeedDefinition feed : catalog.feeds()) {
      body.addContent(
          new Element("outline")
              .setAttribute("type", "rss")
              .setAttribute("text", feed.title())
              .setAttribute("title", feed.title())
              .setAttribute("description", feed.description())
              .setAttribute("language", feed.language())
              .setAttribute("xmlUrl", addresses.feed(feed.name(), Format.ATOM))
              .setAttribute("htmlUrl", addresses.page(feed.name())));
    }
    XmlOutput.onLines(head, "    ");
    XmlOutput.onLines(body, "    ");
    Element root = new Element("opml").setAttribute("version", "2.0");
    root.addContent(head).addContent(body);
    XmlOutput.onLines(root, "  ");
    return XmlOutput.bytes(new Document(root));
  }
}

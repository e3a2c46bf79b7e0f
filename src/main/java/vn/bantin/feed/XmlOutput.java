package vn.bantin.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.function.Consumer;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** What the two XML formats share: from ROME's feed to bytes. */
final class XmlOutput {

  static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  private static final Namespace HISTORY =
      Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

  // The default trims text, and ROME's own choice damages <pre>.
  private static final Format RAW =
      Format.getRawFormat().setEncoding("UTF-8").setLineSeparator("\n");

  private XmlOutput() {}

  /**
   * Writes the feed after {@code finish} had its hand on the document's root.
   *
   * @throws FeedWriteException if something in it cannot stand in XML
   */
  static byte[] write(WireFeed feed, Consumer<Element> finish) {
    try {
      Document document = new WireFeedOutput().outputJDom(feed);
      finish.accept(document.getRootElement());
      return bytes(document);
    } catch (FeedException | IllegalArgumentException e) {
      throw new FeedWriteException(e);
    }
  }

  /**
   * Says in the feed's own element that it is a page of an archive, or whole (RFC 5005), or what
   * part of search results.
   */
  static void mark(FeedSource source, Element feed) {
    switch (source.paging()) {
      case Archive archive when archive.isPage() || archive.isWhole() -> {
        feed.addNamespaceDeclaration(HISTORY);
        feed.addContent(new Element(archive.isPage() ? "archive" : "complete", HISTORY));
      }
      case Results results -> OpenSearch.mark(feed, results);
      case Archive _ -> {}
      case null -> {}
    }
  }

  static byte[] bytes(Document document) {
    return new XMLOutputter(RAW).outputString(document).getBytes(StandardCharsets.UTF_8);
  }

  /** Starts every child on a line of its own, for people who look at the source. */
  static void onLines(Element parent, String indent) {
    int count = parent.getContentSize();
    for (int i = count - 1; i >= 0; i--) {
      if (parent.getContent(i) instanceof Element) {
        parent.addContent(i, new Text("\n" + indent));
      }
    }
    parent.addContent(new Text("\n" + indent.substring(Math.min(2, indent.length()))));
  }

  static void set(Element parent, String name, Namespace namespace, String text) {
    Element child = parent.getChild(name, namespace);
    if (child != null) {
      child.setText(text);
    }
  }

  static Date date(OffsetDateTime time) {
    return Date.from(time.toInstant());
  }

  static OffsetDateTime at(Instant instant, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    return instant.atOffset(offset);
  }

  /** A date for RSS 2.0: RFC 822 with a year of four digits. */
  static String rfc822(OffsetDateTime time) {
    return RFC_822.format(time);
  }

  /** A date for Atom and JSON Feed: RFC 3339, with seconds. */
  static String rfc3339(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}

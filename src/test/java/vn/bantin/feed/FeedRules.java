package vn.bantin.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;

/**
 * What a strict validator would say, as error or as warning, about RSS 2.0, Atom 1.0 and JSON Feed
 * 1.1.
 *
 * <p>The codes are those that people who validate feeds know. Where our own rule is stricter than
 * the usual one, it is on purpose: a feed of ours has no reason to come near the edge.
 */
final class FeedRules {

  private static final Set<String> JSON = Set.of("application/feed+json", "application/json");
  private static final Set<String> ANY_XML = Set.of("application/xml", "text/xml");
  private static final Pattern CHARSET =
      Pattern.compile(".*;\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?.*", Pattern.CASE_INSENSITIVE);

  private FeedRules() {}

  /** Everything wrong with a feed that was served under the given media type. */
  static List<String> violations(byte[] document, String mediaType) {
    return violations(document, mediaType, Optional.empty());
  }

  /** The same, for a feed that must name the given address as its own. */
  static List<String> violations(byte[] document, String mediaType, String location) {
    return violations(document, mediaType, Optional.of(location));
  }

  private static List<String> violations(
      byte[] document, String mediaType, Optional<String> location) {
    String source = new String(document, StandardCharsets.UTF_8);
    Inspection inspection = new Inspection(source, location, Instant.now());
    int parameters = mediaType.indexOf(';');
    String type =
        (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
            .strip()
            .toLowerCase(Locale.ROOT);
    if (JSON.contains(type)) {
      JsonFeedRules.check(document, inspection);
    } else {
      Matcher charset = CHARSET.matcher(mediaType);
      XmlRules.checkEncoding(
          document,
          source,
          charset.matches() ? Optional.of(charset.group(1)) : Optional.empty(),
          inspection);
      XmlRules.parse(source, inspection).ifPresent(tree -> checkTree(tree, type, inspection));
    }
    return inspection.findings();
  }

  private static void checkTree(Document tree, String type, Inspection inspection) {
    Element root = tree.getRootElement();
    NamespaceRules.check(root, inspection);
    XmlRules.checkCharacters(root, inspection);
    XmlRules.checkXmlAttributes(root, inspection);
    switch (root.getName() + " " + root.getNamespaceURI()) {
      case "rss " -> {
        checkType("application/rss+xml", type, inspection);
        RssRules.check(root, inspection);
      }
      case "feed " + NamespaceRules.ATOM -> {
        checkType("application/atom+xml", type, inspection);
        AtomRules.check(root, inspection);
      }
      case "feed " -> inspection.report("MissingNamespace", root, "a feed without a namespace");
      default -> inspection.report("UndefinedElement", root, "neither RSS nor Atom");
    }
  }

  private static void checkType(String expected, String type, Inspection inspection) {
    if (!type.equals(expected) && !ANY_XML.contains(type)) {
      inspection.report("UnexpectedContentType", type + ", not " + expected);
    }
  }
}

package vn.bantin.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/** The namespaces that validators know, and the rules for declaring any. */
final class NamespaceRules {

  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String XHTML = "http://www.w3.org/1999/xhtml";
  static final String MEDIA = "http://search.yahoo.com/mrss/";

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry(ATOM, "atom"),
          Map.entry(XHTML, "xhtml"),
          Map.entry(MEDIA, "media"),
          Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
          Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
          Map.entry("http://purl.org/dc/terms/", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
          Map.entry("http://purl.org/rss/1.0/modules/slash/", "slash"),
          Map.entry("http://purl.org/syndication/history/1.0", "fh"),
          Map.entry("http://purl.org/syndication/thread/1.0", "thr"),
          Map.entry("http://purl.org/atompub/tombstones/1.0", "at"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://a9.com/-/spec/opensearch/1.1/", "opensearch"),
          Map.entry("http://www.georss.org/georss", "georss"),
          Map.entry("http://wellformedweb.org/CommentAPI/", "wfw"),
          Map.entry("http://backend.userland.com/creativeCommonsRssModule", "creativeCommons"),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
          Map.entry("http://www.w3.org/2007/app", "app"),
          Map.entry("http://www.w3.org/2000/svg", "svg"),
          Map.entry("http://www.w3.org/1998/Math/MathML", "mathml"));

  private NamespaceRules() {}

  /** The usual prefix of a namespace that validators know. */
  static Optional<String> prefix(String uri) {
    return Optional.ofNullable(PREFIXES.get(uri));
  }

  /** Checks every namespace declared in an element and below it. */
  static void check(Element root, Inspection inspection) {
    Map<String, String> usual = new HashMap<>();
    PREFIXES.forEach((uri, prefix) -> usual.put(prefix, uri));
    checkDeclared(root, root.getNamespacesIntroduced(), usual, inspection);
    for (Element element : root.getDescendants(Filters.element())) {
      checkDeclared(element, element.getNamespacesIntroduced(), usual, inspection);
    }
  }

  private static void checkDeclared(
      Element element, List<Namespace> declared, Map<String, String> usual, Inspection inspection) {
    for (Namespace namespace : declared) {
      String uri = namespace.getURI();
      String prefix = namespace.getPrefix();
      if (uri.isEmpty() || namespace.equals(Namespace.XML_NAMESPACE)) {
        continue;
      }
      if ((uri + "/").equals(MEDIA)) {
        inspection.report("MediaRssNamespace", element, "the address ends in a slash");
      } else if (!PREFIXES.containsKey(uri)) {
        String code = usual.containsKey(prefix) ? "ReservedPrefix" : "UnknownNamespace";
        inspection.report(code, element, prefix + "=" + uri);
      } else if (usual.containsKey(prefix) && !uri.equals(usual.get(prefix))) {
        inspection.report("ReservedPrefix", element, prefix + "=" + uri);
      }
      boolean atomFeed = ATOM.equals(element.getDocument().getRootElement().getNamespaceURI());
      if (atomFeed && !prefix.isEmpty() && (uri.equals(ATOM) || uri.equals(XHTML))) {
        inspection.report("AvoidNamespacePrefix", element, prefix);
      }
    }
  }
}

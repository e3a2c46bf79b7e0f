package vn.bantin.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The rules for {@code atom:link} (RFC 4287 §4.2.7), in Atom and in RSS. */
final class LinkRules {

  private static final Set<String> PAGING =
      Set.of("current", "first", "last", "next", "next-archive", "prev-archive", "previous");
  private static final Set<String> OTHER_RELATIONS =
      Set.of(
          "alternate",
          "describedby",
          "edit",
          "edit-media",
          "enclosure",
          "hub",
          "license",
          "payment",
          "related",
          "replies",
          "search",
          "self",
          "service",
          "up",
          "via");
  private static final Set<String> FEED_TYPES =
      Set.of("application/atom+xml", "application/rss+xml", "application/rdf+xml");

  private LinkRules() {}

  /** The place for links under the given name. */
  static Slot slot(String name) {
    return Slot.empty(name)
        .many()
        .needs("href", UrlRules::reference)
        .may("rel", ValueCheck.anything())
        .may("type", TextRules::mediaType)
        .may("title", TextRules::title)
        .may("length", NumberRules.nonNegative())
        .may("hreflang", TextRules::language)
        .also(LinkRules::check);
  }

  /** The links of an element. */
  static List<Element> links(Element parent) {
    return parent.getChildren("link", Namespace.getNamespace(NamespaceRules.ATOM));
  }

  /** What a link is to the element that has it. */
  static String relation(Element link) {
    return link.getAttributeValue("rel", "alternate");
  }

  /** Whether an element has a link of the given relation. */
  static boolean has(Element parent, String relation) {
    return links(parent).stream().anyMatch(link -> relation(link).equals(relation));
  }

  /** Reports a feed without its own address in it. */
  static void needsSelf(String code, Element feed, Inspection inspection) {
    if (!has(feed, "self")) {
      inspection.report(code, feed, "no link says where this feed is");
    }
  }

  /** Reports two links to the same other form of a thing. */
  static void distinctAlternates(Element parent, Inspection inspection) {
    Set<String> seen = new HashSet<>();
    for (Element link : links(parent)) {
      String form =
          link.getAttributeValue("type", "") + " " + link.getAttributeValue("hreflang", "");
      if (relation(link).equals("alternate") && !seen.add(form)) {
        inspection.report("DuplicateAtomLink", link, form);
      }
    }
  }

  /** Reports a page of an archive that does not say how to go on (RFC 5005 §4). */
  static void archive(Element feed, Inspection inspection) {
    Namespace history = Namespace.getNamespace("http://purl.org/syndication/history/1.0");
    boolean complete = feed.getChild("complete", history) != null;
    if (feed.getChild("archive", history) != null && !complete) {
      if (!has(feed, "prev-archive") && !has(feed, "next-archive")) {
        inspection.report("ArchiveIncomplete", feed, "no link to another page");
      }
      if (!has(feed, "current")) {
        inspection.report("MissingCurrentInArchive", feed, "no link to the newest page");
      }
    }
    if (complete) {
      links(feed).stream()
          .filter(link -> PAGING.contains(relation(link)) && !relation(link).equals("current"))
          .forEach(
              link -> inspection.report("FeedRelInCompleteFeed", link, "nothing lies elsewhere"));
    }
  }

  private static void check(Element link, Inspection inspection) {
    String relation = relation(link);
    boolean ofFeed = Set.of("feed", "channel").contains(link.getParentElement().getName());
    if (PAGING.contains(relation)) {
      if (!ofFeed && !link.getParentElement().getName().equals("source")) {
        inspection.report("FeedHistoryRelInEntry", link, relation);
      }
    } else if (!OTHER_RELATIONS.contains(relation) && !UrlRules.problem(relation).isEmpty()) {
      inspection.report("UnregisteredAtomLinkRel", link, relation);
    }
    if (relation.equals("self") && ofFeed) {
      checkSelf(link, inspection);
    }
  }

  private static void checkSelf(Element link, Inspection inspection) {
    String type = link.getAttributeValue("type", "application/atom+xml");
    if (FEED_TYPES.stream().noneMatch(type::startsWith)) {
      inspection.report("SelfNotAtom", link, type);
    }
    String href = link.getAttributeValue("href", "");
    if (!UrlRules.isAbsolute(href)) {
      inspection.report("RelativeSelf", link, href);
    } else if (inspection.location().filter(location -> !location.equals(href)).isPresent()) {
      inspection.report("SelfDoesntMatchLocation", link, href);
    }
  }
}

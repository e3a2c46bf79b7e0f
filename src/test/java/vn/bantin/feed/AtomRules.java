package vn.bantin.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The rules for an Atom feed (RFC 4287 §4.1.1). */
final class AtomRules {

  static final Namespace ATOM = Namespace.getNamespace(NamespaceRules.ATOM);

  /** What a feed, and the source of an entry, may say of itself. */
  private static final Vocabulary METADATA =
      Vocabulary.of(
              Slot.text("id", UrlRules::canonical).also(TextRules::unpadded),
              Slot.text("updated", DateRules::timestamp).also(TextRules::unpadded),
              Slot.text("icon", UrlRules::reference).also(TextRules::unpadded),
              Slot.text("logo", UrlRules::reference).also(TextRules::unpadded),
              Slot.text("generator", TextRules::title)
                  .may("uri", UrlRules::reference)
                  .may("version", ValueCheck.anything()),
              AtomTexts.text("title"),
              AtomTexts.text("subtitle"),
              AtomTexts.text("rights"),
              AtomTexts.person("author"),
              AtomTexts.person("contributor"),
              category(),
              LinkRules.slot("link"))
          .and(ExtensionRules.ofFeed());

  private static final Vocabulary FEED =
      METADATA.and(
          Vocabulary.of(
              Slot.tree("entry", AtomEntryRules::check).many(), TombstoneRules.slot().many()));

  private static final Slot ROOT = Slot.empty("feed");

  private AtomRules() {}

  /** Checks a feed from its root. */
  static void check(Element feed, Inspection inspection) {
    needs("MissingElement", feed, inspection, "id", "title", "updated");
    LinkRules.needsSelf("MissingSelf", feed, inspection);
    LinkRules.distinctAlternates(feed, inspection);
    LinkRules.archive(feed, inspection);
    Vocabulary.checkAttributes(feed, ROOT, inspection);
    FEED.check(feed, inspection);
    checkOrder(feed, inspection);
    TombstoneRules.distinct(feed, inspection);
    checkDistinct("id", "DuplicateEntries", feed, inspection);
    checkDistinct("updated", "DuplicateUpdated", feed, inspection);
  }

  /** The feed that an entry was taken from (RFC 4287 §4.2.11). */
  static void checkSource(Element source, Inspection inspection) {
    needs("MissingSourceElement", source, inspection, "id", "title", "updated");
    LinkRules.distinctAlternates(source, inspection);
    METADATA.check(source, inspection);
  }

  /** The place for categories. */
  static Slot category() {
    return Slot.empty("category")
        .many()
        .needs("term", TextRules::notBlank)
        .may("scheme", UrlRules::absolute)
        .may("label", TextRules::plain);
  }

  /** Reports every child of the given names that an element lacks. */
  static void needs(String code, Element element, Inspection inspection, String... names) {
    for (String name : names) {
      if (element.getChild(name, ATOM) == null) {
        inspection.report(code, element, name);
      }
    }
  }

  private static void checkOrder(Element feed, Inspection inspection) {
    boolean entries = false;
    for (Element child : feed.getChildren()) {
      boolean own = child.getNamespace().equals(ATOM);
      if (own && child.getName().equals("entry")) {
        entries = true;
      } else if (own && entries) {
        inspection.report("MisplacedMetadata", child, "after an entry");
      }
    }
  }

  private static void checkDistinct(String name, String code, Element feed, Inspection inspection) {
    Set<String> seen = new HashSet<>();
    List<Element> entries = feed.getChildren("entry", ATOM);
    for (Element entry : entries) {
      Element value = entry.getChild(name, ATOM);
      if (value != null && !seen.add(value.getTextTrim())) {
        inspection.report(code, value, value.getTextTrim());
      }
    }
  }
}

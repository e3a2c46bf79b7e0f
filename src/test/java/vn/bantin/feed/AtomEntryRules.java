package vn.bantin.feed;

import java.time.OffsetDateTime;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The rules for an entry of an Atom feed (RFC 4287 §4.1.2). */
final class AtomEntryRules {

  private static final Namespace ATOM = Namespace.getNamespace(NamespaceRules.ATOM);

  private static final Vocabulary ENTRY =
      Vocabulary.of(
              Slot.text("id", UrlRules::canonical).also(TextRules::unpadded),
              Slot.text("published", DateRules::timestamp).also(TextRules::unpadded),
              Slot.text("updated", DateRules::timestamp).also(TextRules::unpadded),
              AtomTexts.text("title"),
              AtomTexts.text("summary"),
              AtomTexts.text("rights"),
              AtomTexts.content("content"),
              AtomTexts.person("author"),
              AtomTexts.person("contributor"),
              AtomRules.category(),
              LinkRules.slot("link"),
              Slot.tree("source", AtomRules::checkSource))
          .and(ExtensionRules.ofItem());

  private AtomEntryRules() {}

  /** Checks one entry. */
  static void check(Element entry, Inspection inspection) {
    AtomRules.needs("MissingElement", entry, inspection, "id", "title", "updated");
    ENTRY.check(entry, inspection);
    LinkRules.distinctAlternates(entry, inspection);
    checkAuthor(entry, inspection);
    checkContent(entry, inspection);
    checkDates(entry, inspection);
  }

  private static void checkAuthor(Element entry, Inspection inspection) {
    Element source = entry.getChild("source", ATOM);
    boolean written =
        has(entry, "author")
            || has(entry.getParentElement(), "author")
            || (source != null && has(source, "author"));
    if (!written) {
      inspection.report("MissingElement", entry, "author, here or in the feed");
    }
  }

  private static void checkContent(Element entry, Inspection inspection) {
    Element content = entry.getChild("content", ATOM);
    if (content == null) {
      if (!has(entry, "summary")) {
        inspection.report("MissingTextualContent", entry, "neither content nor summary");
      }
      if (!LinkRules.has(entry, "alternate")) {
        inspection.report("MissingContentOrAlternate", entry, "nothing to read anywhere");
      }
    } else if (content.getAttribute("src") != null && !has(entry, "summary")) {
      inspection.report("MissingSummary", entry, "the content lies elsewhere");
    }
  }

  private static void checkDates(Element entry, Inspection inspection) {
    String published = entry.getChildTextTrim("published", ATOM);
    String updated = entry.getChildTextTrim("updated", ATOM);
    if (published == null
        || updated == null
        || !DateRules.isTimestamp(published)
        || !DateRules.isTimestamp(updated)) {
      return;
    }
    if (OffsetDateTime.parse(updated).isBefore(OffsetDateTime.parse(published))) {
      inspection.report("UpdatedBeforePublished", entry, updated);
    }
  }

  private static boolean has(Element element, String name) {
    return element.getChild(name, ATOM) != null;
  }
}

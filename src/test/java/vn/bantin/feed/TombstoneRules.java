package vn.bantin.feed;

import java.util.HashSet;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The rules for what a feed says of entries that were taken out of it (RFC 6721 §3). */
final class TombstoneRules {

  private static final Namespace TOMBSTONES =
      Namespace.getNamespace("http://purl.org/atompub/tombstones/1.0");

  private static final Vocabulary INSIDE =
      Vocabulary.of(
          Slot.open("at:by", (by, inspection) -> {}),
          Slot.text("at:comment", ValueCheck.anything()).may("type", ValueCheck.anything()),
          LinkRules.slot("link"));

  private TombstoneRules() {}

  /** The place for a tombstone. */
  static Slot slot() {
    return Slot.tree("at:deleted-entry", INSIDE::check)
        .needs("ref", UrlRules::canonical)
        .needs("when", DateRules::timestamp);
  }

  /** Reports an entry that went twice at one moment, and one that is here and gone. */
  static void distinct(Element feed, Inspection inspection) {
    Set<String> seen = new HashSet<>();
    Set<String> gone = new HashSet<>();
    for (Element tombstone : feed.getChildren("deleted-entry", TOMBSTONES)) {
      String ref = tombstone.getAttributeValue("ref");
      gone.add(ref);
      if (!seen.add(ref + " " + tombstone.getAttributeValue("when"))) {
        inspection.report("DuplicateTombstones", tombstone, ref);
      }
    }
    for (Element entry : feed.getChildren("entry", AtomRules.ATOM)) {
      String id = entry.getChildText("id", AtomRules.ATOM);
      if (gone.contains(id)) {
        inspection.report("HereAndGone", entry, id);
      }
    }
  }
}

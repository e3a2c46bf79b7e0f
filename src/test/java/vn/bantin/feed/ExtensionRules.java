package vn.bantin.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdom2.Element;

/** The rules of the small modules: Dublin Core, syndication, feed history, slash. */
final class ExtensionRules {

  private static final ValueCheck PERIOD =
      TextRules.oneOf("InvalidUpdatePeriod", "hourly", "daily", "weekly", "monthly", "yearly");

  private static final Vocabulary EVERYWHERE =
      Vocabulary.of(
          Slot.text("dc:title", ValueCheck.anything()),
          Slot.text("dc:description", ValueCheck.anything()),
          Slot.text("dc:creator", ValueCheck.anything()).many(),
          Slot.text("dc:contributor", ValueCheck.anything()).many(),
          Slot.text("dc:publisher", ValueCheck.anything()).many(),
          Slot.text("dc:subject", ValueCheck.anything()).many(),
          Slot.text("dc:identifier", ValueCheck.anything()).many(),
          Slot.text("dc:relation", ValueCheck.anything()).many(),
          Slot.text("dc:coverage", ValueCheck.anything()).many(),
          Slot.text("dc:type", ValueCheck.anything()),
          Slot.text("dc:format", ValueCheck.anything()),
          Slot.text("dc:source", ValueCheck.anything()),
          Slot.text("dc:language", TextRules::language),
          Slot.text("dc:rights", TextRules::plain),
          Slot.text("dc:date", DateRules::partial),
          Slot.text("dcterms:abstract", ValueCheck.anything()),
          Slot.text("dcterms:alternative", ValueCheck.anything()).many(),
          Slot.text("dcterms:created", DateRules::partial),
          Slot.text("dcterms:issued", DateRules::partial),
          Slot.text("dcterms:modified", DateRules::partial),
          Slot.text("dcterms:valid", ValueCheck.anything()),
          Slot.text("dcterms:available", ValueCheck.anything()));

  private static final Vocabulary OF_FEED =
      Vocabulary.of(
          Slot.text("sy:updatePeriod", PERIOD),
          Slot.text("sy:updateFrequency", NumberRules.positive()),
          Slot.text("sy:updateBase", DateRules::partial),
          Slot.empty("fh:archive"),
          Slot.empty("fh:complete"),
          Slot.text("opensearch:totalResults", NumberRules.nonNegative()),
          Slot.text("opensearch:startIndex", NumberRules.nonNegative()),
          Slot.text("opensearch:itemsPerPage", NumberRules.nonNegative()));

  private static final Vocabulary OF_ITEM =
      Vocabulary.of(
          Slot.text("slash:comments", NumberRules.nonNegative()),
          Slot.text("slash:section", ValueCheck.anything()).many(),
          Slot.text("wfw:commentRss", UrlRules::absolute),
          Slot.text("thr:total", NumberRules.nonNegative()));

  /** Two elements of RSS that say the same of their parent. */
  private record Twice(String core, String extension) {}

  private static final List<Twice> SAID_TWICE =
      List.of(
          new Twice("author", "dc:creator"),
          new Twice("managingEditor", "dc:creator"),
          new Twice("webMaster", "dc:publisher"),
          new Twice("category", "dc:subject"),
          new Twice("pubDate", "dc:date"),
          new Twice("pubDate", "atom:published"),
          new Twice("lastBuildDate", "dcterms:modified"),
          new Twice("language", "dc:language"),
          new Twice("copyright", "dc:rights"),
          new Twice("source", "dc:source"),
          new Twice("guid", "atom:id"));

  private ExtensionRules() {}

  /** What may be said of anything. */
  static Vocabulary everywhere() {
    return EVERYWHERE;
  }

  /** What may be said of a channel or a feed. */
  static Vocabulary ofFeed() {
    return EVERYWHERE.and(OF_FEED).and(MediaRules.ofFeed());
  }

  /** What may be said of an item or an entry. */
  static Vocabulary ofItem() {
    return EVERYWHERE.and(OF_ITEM).and(MediaRules.ofItem());
  }

  /** Reports a fact that an RSS element states both in its own words and in those of a module. */
  static void saidTwice(Element element, Inspection inspection) {
    Set<String> present =
        element.getChildren().stream()
            .map(Vocabulary::key)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    for (Twice twice : SAID_TWICE) {
      if (present.contains(twice.core()) && present.contains(twice.extension())) {
        inspection.report(
            "DuplicateSemantics", element, twice.core() + " and " + twice.extension());
      }
    }
  }
}

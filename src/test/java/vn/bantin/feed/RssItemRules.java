package vn.bantin.feed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdom2.Element;

/** The rules for an item of an RSS 2.0 channel. */
final class RssItemRules {

  private static final Pattern NO_PERMALINK = Pattern.compile("(?i)(tag|urn):.*");
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,8}");

  private static final Vocabulary ITEM =
      Vocabulary.of(
              Slot.text("title", TextRules::title),
              Slot.text("link", UrlRules::absolute),
              Slot.text("description", HtmlRules::check),
              Slot.text("content:encoded", HtmlRules::check),
              Slot.text("author", TextRules::contact),
              Slot.text("category", TextRules::title).many().may("domain", ValueCheck.anything()),
              Slot.text("comments", UrlRules::absolute),
              Slot.text("pubDate", DateRules::mail),
              Slot.text("guid", RssItemRules::guid)
                  .may("isPermaLink", TextRules.oneOf("InvalidBooleanAttribute", "true", "false")),
              Slot.text("source", TextRules::plain).needs("url", UrlRules::absolute),
              Slot.empty("enclosure")
                  .repeatedIs("DuplicateEnclosure")
                  .needs("url", UrlRules::web)
                  .needs("length", NumberRules.nonNegative())
                  .needs("type", TextRules::mediaType),
              LinkRules.slot("atom:link"),
              AtomTexts.person("atom:author"),
              AtomTexts.person("atom:contributor"),
              AtomTexts.text("atom:summary"),
              AtomTexts.text("atom:title").also(RssItemRules::saidAlready),
              AtomTexts.content("atom:content").also(RssItemRules::saidAlready),
              Slot.text("atom:id", UrlRules::absolute),
              Slot.text("atom:published", DateRules::timestamp),
              Slot.text("atom:updated", DateRules::timestamp))
          .and(ExtensionRules.ofItem());

  private RssItemRules() {}

  /** Checks one item. */
  static void check(Element item, Inspection inspection) {
    if (item.getChild("title") == null && item.getChild("description") == null) {
      inspection.report("ItemMustContainTitleOrDescription", item, "neither is there");
    }
    if (item.getChild("guid") == null) {
      inspection.report("MissingGuid", item, "nothing tells this item from others");
    }
    ITEM.check(item, inspection);
    ExtensionRules.saidTwice(item, inspection);
    checkOrder(item, inspection);
    checkComments(item, inspection);
  }

  private static void checkOrder(Element item, Inspection inspection) {
    List<String> keys =
        item.getChildren().stream().map(Vocabulary::key).flatMap(Optional::stream).toList();
    int content = keys.indexOf("content:encoded");
    int description = keys.indexOf("description");
    if (content >= 0 && (description < 0 || description > content)) {
      inspection.report("NeedDescriptionBeforeContent", item, "content:encoded comes second");
    }
  }

  private static void checkComments(Element item, Inspection inspection) {
    boolean counted =
        item.getChildren().stream()
            .anyMatch(child -> Vocabulary.key(child).equals(Optional.of("slash:comments")));
    if (counted && item.getParentElement().getChild("lastBuildDate") == null) {
      inspection.report("SlashDate", item, "the channel needs lastBuildDate");
    }
  }

  private static void guid(String value, Element guid, Inspection inspection) {
    TextRules.notBlank(value, guid, inspection);
    boolean permalink = !"false".equals(guid.getAttributeValue("isPermaLink"));
    if (permalink && NO_PERMALINK.matcher(value).matches()) {
      inspection.report("InvalidPermalink", guid, value);
    } else if (permalink && !UrlRules.problem(value).isEmpty()) {
      inspection.report("InvalidHttpGUID", guid, value);
    } else if (!permalink && SHORT_NUMBER.matcher(value).matches()) {
      inspection.report("NotSufficientlyUnique", guid, value);
    }
  }

  private static void saidAlready(Element element, Inspection inspection) {
    inspection.report("DuplicateDescriptionSemantics", element, "RSS has a word of its own for it");
  }
}

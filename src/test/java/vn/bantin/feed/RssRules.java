package vn.bantin.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;

/** The rules for an RSS 2.0 channel. */
final class RssRules {

  private static final Pattern PICTURE = Pattern.compile(".*\\.(jpe?g|png|gif)");
  private static final Pattern ANY_EXTENSION = Pattern.compile(".*\\.\\w+");

  private static final Vocabulary IMAGE =
      Vocabulary.of(
          Slot.text("title", TextRules::title),
          Slot.text("link", UrlRules::absolute),
          Slot.text("url", RssRules::picture),
          Slot.text("width", NumberRules.upTo("InvalidWidth", 144)),
          Slot.text("height", NumberRules.upTo("InvalidHeight", 400)),
          Slot.text("description", TextRules::plain));

  private static final Vocabulary HOURS =
      Vocabulary.of(Slot.text("hour", NumberRules.hour()).many());
  private static final Vocabulary DAYS =
      Vocabulary.of(
          Slot.text(
                  "day",
                  TextRules.oneOf(
                      "InvalidDay",
                      "Monday",
                      "Tuesday",
                      "Wednesday",
                      "Thursday",
                      "Friday",
                      "Saturday",
                      "Sunday"))
              .many());

  private static final Vocabulary CHANNEL =
      Vocabulary.of(
              Slot.text("title", TextRules::title),
              Slot.text("link", UrlRules::absolute),
              Slot.text("description", TextRules::plain),
              Slot.text("language", TextRules::language),
              Slot.text("copyright", TextRules::plain),
              Slot.text("managingEditor", TextRules::contact),
              Slot.text("webMaster", TextRules::contact),
              Slot.text("pubDate", DateRules::mail),
              Slot.text("lastBuildDate", DateRules::mail),
              Slot.text("category", TextRules::plain).many().may("domain", ValueCheck.anything()),
              Slot.text("generator", ValueCheck.anything()),
              Slot.text("docs", UrlRules::absolute),
              Slot.text("ttl", NumberRules.positive()),
              Slot.text("rating", ValueCheck.anything()),
              Slot.tree("image", IMAGE::check).also(RssRules::image),
              Slot.empty("cloud")
                  .needs("domain", TextRules::notBlank)
                  .needs("port", NumberRules.positive())
                  .needs("path", ValueCheck.anything())
                  .needs("registerProcedure", ValueCheck.anything())
                  .needs("protocol", TextRules::notBlank),
              Slot.open("textInput", RssRules::textInput),
              Slot.tree("skipHours", HOURS::check).also(inner("hour")),
              Slot.tree("skipDays", DAYS::check).also(inner("day")),
              LinkRules.slot("atom:link"),
              AtomTexts.person("atom:author"),
              AtomTexts.person("atom:contributor"),
              Slot.text("atom:id", UrlRules::absolute),
              Slot.text("atom:updated", DateRules::timestamp),
              Slot.text("atom:icon", UrlRules::reference),
              Slot.text("atom:logo", UrlRules::reference),
              Slot.tree("item", RssItemRules::check).many())
          .and(ExtensionRules.ofFeed());

  private static final Vocabulary RSS = Vocabulary.of(Slot.tree("channel", RssRules::checkChannel));

  /** Elements of other namespaces that count as a channel's own when the order is checked. */
  private static final Set<String> OWN_ALL_THE_SAME = Set.of("atom:link");

  private static final Slot ROOT = Slot.empty("rss").may("version", ValueCheck.anything());

  private RssRules() {}

  /** Checks a feed from its root. */
  static void check(Element rss, Inspection inspection) {
    if (!"2.0".equals(rss.getAttributeValue("version"))) {
      inspection.report("InvalidRSSVersion", rss, rss.getAttributeValue("version", "none"));
    }
    if (rss.getChild("channel") == null) {
      inspection.report("MissingElement", rss, "channel");
    }
    Vocabulary.checkAttributes(rss, ROOT, inspection);
    RSS.check(rss, inspection);
  }

  private static void checkChannel(Element channel, Inspection inspection) {
    for (String name : List.of("title", "link", "description")) {
      if (channel.getChild(name) == null) {
        inspection.report("MissingElement", channel, name);
      }
    }
    LinkRules.needsSelf("MissingAtomSelfLink", channel, inspection);
    LinkRules.archive(channel, inspection);
    ExtensionRules.saidTwice(channel, inspection);
    CHANNEL.check(channel, inspection);
    checkOrder(channel, inspection);
    checkGuids(channel, inspection);
  }

  private static void checkOrder(Element channel, Inspection inspection) {
    boolean items = false;
    for (Element child : channel.getChildren()) {
      boolean own =
          child.getNamespaceURI().isEmpty()
              || Vocabulary.key(child).filter(OWN_ALL_THE_SAME::contains).isPresent();
      if (child.getName().equals("item") && child.getNamespaceURI().isEmpty()) {
        items = true;
      } else if (own && items) {
        inspection.report("MisplacedItem", child, "after an item");
      }
    }
  }

  private static void checkGuids(Element channel, Inspection inspection) {
    Set<String> seen = new HashSet<>();
    for (Element item : channel.getChildren("item")) {
      Element guid = item.getChild("guid");
      if (guid != null && !seen.add(guid.getTextTrim())) {
        inspection.report("DuplicateValue", guid, guid.getTextTrim());
      }
    }
  }

  private static void picture(String value, Element where, Inspection inspection) {
    UrlRules.absolute(value, where, inspection);
    String lowerCase = value.toLowerCase(Locale.ROOT);
    if (ANY_EXTENSION.matcher(lowerCase).matches() && !PICTURE.matcher(lowerCase).matches()) {
      inspection.report("ImageUrlFormat", where, value);
    }
  }

  private static void image(Element image, Inspection inspection) {
    for (String name : List.of("title", "link", "url")) {
      if (image.getChild(name) == null) {
        inspection.report("MissingElement", image, name);
      }
    }
    sameAsChannel("title", "ImageTitleDoesntMatch", image, inspection);
    sameAsChannel("link", "ImageLinkDoesntMatch", image, inspection);
  }

  private static void sameAsChannel(
      String name, String code, Element image, Inspection inspection) {
    String own = image.getChildTextTrim(name);
    String channels = image.getParentElement().getChildTextTrim(name);
    if (own != null && channels != null && !own.equals(channels)) {
      inspection.report(code, image, own);
    }
  }

  private static void textInput(Element textInput, Inspection inspection) {
    inspection.report("AvoidTextInput", textInput, "nobody shows it");
  }

  private static ElementCheck inner(String name) {
    return (element, inspection) -> {
      Set<String> seen = new HashSet<>();
      for (Element child : element.getChildren(name)) {
        if (!seen.add(child.getTextTrim())) {
          inspection.report("DuplicateValue", child, child.getTextTrim());
        }
      }
      if (seen.isEmpty()) {
        inspection.report("MissingElement", element, name);
      }
    };
  }
}

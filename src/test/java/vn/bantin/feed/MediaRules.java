package vn.bantin.feed;

import org.jdom2.Element;
import org.jdom2.Namespace;

/** The rules of Media RSS. */
final class MediaRules {

  private static final Namespace NAMESPACE = Namespace.getNamespace(NamespaceRules.MEDIA);
  private static final ValueCheck TEXT_TYPE =
      TextRules.oneOf("InvalidMediaTextType", "plain", "html");
  private static final ValueCheck ROLE =
      TextRules.oneOf(
          "InvalidCreditRole",
          "actor",
          "anchor person",
          "artist",
          "author",
          "broadcast journalist",
          "camera operator",
          "composer",
          "correspondent",
          "director",
          "editor",
          "graphic designer",
          "illustrator",
          "interviewer",
          "musician",
          "news reader",
          "performer",
          "photographer",
          "producer",
          "production company",
          "publishing company",
          "reporter",
          "singer",
          "sound recordist",
          "translation",
          "visual editor");

  /** What describes a medium, wherever one is described. */
  private static final Vocabulary DESCRIPTION =
      Vocabulary.of(
          Slot.text("media:category", TextRules::plain)
              .many()
              .may("scheme", UrlRules::absolute)
              .may("label", TextRules::plain),
          Slot.text("media:copyright", TextRules::plain).many().may("url", UrlRules::absolute),
          Slot.text("media:credit", ValueCheck.anything())
              .many()
              .may("role", ValueCheck.anything())
              .may("scheme", ValueCheck.anything())
              .also(MediaRules::credit),
          described("media:title"),
          described("media:description"),
          described("media:text").many().may("lang", TextRules::language),
          Slot.text("media:keywords", ValueCheck.anything()).many(),
          Slot.text("media:rating", TextRules.oneOf("InvalidMediaRating", "adult", "nonadult"))
              .many(),
          sized(Slot.empty("media:player").many().needs("url", UrlRules::absolute)),
          sized(Slot.empty("media:thumbnail").many().needs("url", UrlRules::absolute))
              .may("time", ValueCheck.anything()));

  private static final Slot CONTENT =
      sized(Slot.tree("media:content", DESCRIPTION.and(ExtensionRules.everywhere())::check))
          .many()
          .may("url", UrlRules::absolute)
          .may("fileSize", NumberRules.positive())
          .may("type", TextRules::mediaType)
          .may(
              "medium",
              TextRules.oneOf(
                  "InvalidMediaMedium", "image", "audio", "video", "document", "executable"))
          .may("isDefault", TextRules.oneOf("InvalidTrueFalse", "true", "false"))
          .may("expression", TextRules.oneOf("InvalidMediaExpression", "sample", "full", "nonstop"))
          .may("bitrate", NumberRules.decimal())
          .may("framerate", NumberRules.decimal())
          .may("samplingrate", NumberRules.decimal())
          .may("channels", NumberRules.nonNegative())
          .may("duration", NumberRules.decimal())
          .may("lang", TextRules::language);

  private MediaRules() {}

  /** What a channel or a feed may say of media. */
  static Vocabulary ofFeed() {
    return DESCRIPTION;
  }

  /** What an item or an entry may say of media. */
  static Vocabulary ofItem() {
    Vocabulary inGroup = DESCRIPTION.and(Vocabulary.of(CONTENT));
    Slot group = Slot.tree("media:group", inGroup::check).many().also(MediaRules::group);
    return inGroup.and(Vocabulary.of(group));
  }

  private static Slot described(String name) {
    return Slot.text(name, MediaRules::describe).may("type", TEXT_TYPE);
  }

  private static Slot sized(Slot slot) {
    return slot.may("width", NumberRules.positive()).may("height", NumberRules.positive());
  }

  private static void describe(String value, Element where, Inspection inspection) {
    if ("html".equals(where.getAttributeValue("type"))) {
      HtmlRules.check(value, where, inspection);
    } else {
      TextRules.declaredPlain(value, where, inspection);
    }
  }

  private static void credit(Element credit, Inspection inspection) {
    String role = credit.getAttributeValue("role");
    String scheme = credit.getAttributeValue("scheme", "urn:ebu");
    if (!scheme.equals("urn:ebu")) {
      UrlRules.absolute(scheme, credit, inspection);
    } else if (role != null) {
      ROLE.check(role, credit, inspection);
    }
  }

  private static void group(Element group, Inspection inspection) {
    if (group.getChildren("content", NAMESPACE).size() < 2) {
      inspection.report("MediaGroupWithoutAlternatives", group, "fewer than two contents");
    }
  }
}

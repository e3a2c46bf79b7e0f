package vn.bantin.feed;

import java.util.List;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The rules for text constructs, content and persons in Atom (RFC 4287 §3.1, §3.2, §4.1.3). */
final class AtomTexts {

  private static final Set<String> TEXT_TYPES = Set.of("text", "html", "xhtml");
  private static final Vocabulary PERSON =
      Vocabulary.of(
          Slot.text("name", TextRules::name),
          Slot.text("email", TextRules::mail),
          Slot.text("uri", UrlRules::reference).also(TextRules::unpadded));
  private static final Vocabulary PERSON_IN_RSS =
      Vocabulary.of(
          Slot.text("atom:name", TextRules::name),
          Slot.text("atom:email", TextRules::mail),
          Slot.text("atom:uri", UrlRules::reference).also(TextRules::unpadded));

  private AtomTexts() {}

  /** A place for a text construct. */
  static Slot text(String name) {
    return Slot.open(name, AtomTexts::checkText);
  }

  /** A place for the content of an entry. */
  static Slot content(String name) {
    return Slot.open(name, AtomTexts::checkContent);
  }

  /** A place for people. */
  static Slot person(String name) {
    Vocabulary inside = name.startsWith("atom:") ? PERSON_IN_RSS : PERSON;
    return Slot.tree(name, inside::check).many().also(AtomTexts::needsName);
  }

  private static void needsName(Element person, Inspection inspection) {
    if (person.getChild("name", person.getNamespace()) == null) {
      inspection.report("MissingElement", person, "name");
    }
  }

  private static void checkText(Element element, Inspection inspection) {
    checkAttributes(element, Set.of("type"), inspection);
    String type = element.getAttributeValue("type", "text");
    if (TEXT_TYPES.contains(type)) {
      checkBody(type, element, inspection);
    } else {
      inspection.report("InvalidTextType", element, type);
    }
  }

  private static void checkContent(Element element, Inspection inspection) {
    checkAttributes(element, Set.of("type", "src"), inspection);
    String type = element.getAttributeValue("type", "text");
    String src = element.getAttributeValue("src");
    if (src != null) {
      UrlRules.reference(src, element, inspection);
      if (element.getAttribute("type") == null) {
        inspection.report("MissingTypeAttr", element, "what does src lead to?");
      }
      if (!element.getContent().isEmpty()) {
        inspection.report("UnexpectedText", element, "content lies at src");
      }
    } else if (TEXT_TYPES.contains(type)) {
      checkBody(type, element, inspection);
    } else if (!TextRules.isMediaType(type) || type.startsWith("multipart/")) {
      inspection.report("InvalidMIMEType", element, type);
    }
  }

  private static void checkBody(String type, Element element, Inspection inspection) {
    if (type.equals("xhtml")) {
      checkXhtml(element, inspection);
      return;
    }
    for (Element child : element.getChildren()) {
      inspection.report("UndefinedElement", child, "in a text of type " + type);
    }
    TextRules.notBlank(element.getText(), element, inspection);
    if (type.equals("html")) {
      HtmlRules.check(element.getText(), element, inspection);
    } else {
      TextRules.declaredPlain(element.getText(), element, inspection);
    }
  }

  private static void checkXhtml(Element element, Inspection inspection) {
    List<Element> children = element.getChildren();
    Namespace xhtml = Namespace.getNamespace(NamespaceRules.XHTML);
    boolean oneDiv = children.size() == 1 && element.getChild("div", xhtml) != null;
    if (!oneDiv || !element.getTextTrim().isEmpty()) {
      inspection.report("MissingXhtmlDiv", element, "one div in the XHTML namespace");
    }
    children.forEach(child -> HtmlRules.checkXhtml(child, inspection));
    if (element.getValue().isBlank()) {
      inspection.report("NotBlank", element, "says nothing");
    }
  }

  private static void checkAttributes(Element element, Set<String> allowed, Inspection inspection) {
    for (Attribute attribute : element.getAttributes()) {
      boolean plain = attribute.getNamespace().equals(Namespace.NO_NAMESPACE);
      if (plain && !allowed.contains(attribute.getName())) {
        inspection.report("UnexpectedAttribute", element, attribute.getName());
      }
    }
  }
}

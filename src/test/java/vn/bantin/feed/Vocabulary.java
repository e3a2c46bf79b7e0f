package vn.bantin.feed;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The children that an element may have, and the rules for each of them. */
final class Vocabulary {

  /** Atom elements that a reader of RSS may come to terms with, but should not have to. */
  private static final Set<String> QUESTIONABLE_IN_RSS =
      Set.of("atom:category", "atom:generator", "atom:rights", "atom:subtitle");

  private final Map<String, Slot> slots;

  private Vocabulary(Map<String, Slot> slots) {
    this.slots = slots;
  }

  /** The vocabulary of the given places. */
  static Vocabulary of(Slot... places) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    for (Slot slot : places) {
      slots.put(slot.name(), slot);
    }
    return new Vocabulary(slots);
  }

  /** Both vocabularies; where they differ the other one counts. */
  Vocabulary and(Vocabulary other) {
    Map<String, Slot> both = new LinkedHashMap<>(slots);
    both.putAll(other.slots);
    return new Vocabulary(both);
  }

  /** Checks every child of an element, the feed's own namespace being that of the root. */
  void check(Element parent, Inspection inspection) {
    Set<String> seen = new HashSet<>();
    for (Element child : parent.getChildren()) {
      Optional<String> key = key(child);
      if (key.isEmpty()) {
        continue;
      }
      Slot slot = slots.get(key.get());
      if (slot == null) {
        inspection.report(unknown(key.get(), child), child, key.get() + " does not belong here");
        continue;
      }
      if (!seen.add(key.get()) && !slot.repeatable()) {
        inspection.report(slot.repeated(), child, "only one may stand here");
      }
      checkAttributes(child, slot, inspection);
      slot.check(child, inspection);
    }
  }

  /** How rules name an element; empty for one in a namespace that nobody knows. */
  static Optional<String> key(Element element) {
    String own = rootNamespace(element);
    String uri = element.getNamespaceURI();
    if (uri.equals(own)) {
      return Optional.of(element.getName());
    }
    if (uri.isEmpty()) {
      return Optional.of(":" + element.getName());
    }
    return NamespaceRules.prefix(uri).map(prefix -> prefix + ":" + element.getName());
  }

  private static String rootNamespace(Element element) {
    return element.getDocument().getRootElement().getNamespaceURI();
  }

  private static String unknown(String key, Element child) {
    if (key.startsWith(":")) {
      return "UndeterminableVocabulary";
    }
    if (key.startsWith("xhtml:")) {
      return "MisplacedXHTMLContent";
    }
    boolean rss = rootNamespace(child).isEmpty();
    return rss && QUESTIONABLE_IN_RSS.contains(key) ? "QuestionableUsage" : "UndefinedElement";
  }

  /** Reports attributes that an element in the given place must not have. */
  static void checkAttributes(Element element, Slot slot, Inspection inspection) {
    if (slot.shape() == Slot.Shape.OPEN) {
      return;
    }
    for (Attribute attribute : element.getAttributes()) {
      Namespace namespace = attribute.getNamespace();
      if (namespace.equals(Namespace.XML_NAMESPACE)) {
        continue;
      }
      boolean known =
          namespace.getURI().isEmpty() || NamespaceRules.prefix(namespace.getURI()).isPresent();
      if (!known && element.getNamespaceURI().isEmpty()) {
        inspection.report("UseOfExtensionAttr", element, attribute.getQualifiedName());
      } else if (known && slot.attribute(attribute.getQualifiedName()).isEmpty()) {
        inspection.report("UnexpectedAttribute", element, attribute.getQualifiedName());
      }
    }
  }
}

package vn.bantin.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;

/** A place for one kind of child element: how often it may stand there and what it may hold. */
record Slot(
    String name,
    boolean repeatable,
    String repeated,
    Shape shape,
    ValueCheck text,
    List<Slot.Attribute> attributes,
    List<ElementCheck> checks) {

  /** What may stand between the tags. */
  enum Shape {
    TEXT,
    EMPTY,
    TREE,
    OPEN
  }

  /** An attribute that an element may or must have. */
  record Attribute(String name, boolean required, ValueCheck check) {}

  Slot {
    attributes = List.copyOf(attributes);
    checks = List.copyOf(checks);
  }

  /** A place for an element that holds text only. */
  static Slot text(String name, ValueCheck text) {
    return new Slot(name, false, "DuplicateElement", Shape.TEXT, text, List.of(), List.of());
  }

  /** A place for an element that says everything in its attributes. */
  static Slot empty(String name) {
    return new Slot(
        name, false, "DuplicateElement", Shape.EMPTY, ValueCheck.anything(), List.of(), List.of());
  }

  /** A place for an element that holds elements only. */
  static Slot tree(String name, ElementCheck inside) {
    return new Slot(
        name,
        false,
        "DuplicateElement",
        Shape.TREE,
        ValueCheck.anything(),
        List.of(),
        List.of(inside));
  }

  /** A place for an element that sees to its own content. */
  static Slot open(String name, ElementCheck inside) {
    return new Slot(
        name,
        false,
        "DuplicateElement",
        Shape.OPEN,
        ValueCheck.anything(),
        List.of(),
        List.of(inside));
  }

  /** The same place, for any number of elements. */
  Slot many() {
    return new Slot(name, true, repeated, shape, text, attributes, checks);
  }

  /** The same place, with another code for the second element in it. */
  Slot repeatedIs(String code) {
    return new Slot(name, repeatable, code, shape, text, attributes, checks);
  }

  /** The same place, its element needing one more attribute. */
  Slot needs(String attribute, ValueCheck check) {
    return with(new Attribute(attribute, true, check));
  }

  /** The same place, its element allowed one more attribute. */
  Slot may(String attribute, ValueCheck check) {
    return with(new Attribute(attribute, false, check));
  }

  /** The same place with one more rule about the element as a whole. */
  Slot also(ElementCheck check) {
    List<ElementCheck> more = new ArrayList<>(checks);
    more.add(check);
    return new Slot(name, repeatable, repeated, shape, text, attributes, more);
  }

  private Slot with(Attribute attribute) {
    List<Attribute> more = new ArrayList<>(attributes);
    more.add(attribute);
    return new Slot(name, repeatable, repeated, shape, text, more, checks);
  }

  /** Reports what is wrong with an element that stands in this place. */
  void check(Element element, Inspection inspection) {
    checkShape(element, inspection);
    for (Attribute attribute : attributes) {
      String value = element.getAttributeValue(attribute.name());
      if (value != null) {
        attribute.check().check(value, element, inspection);
      } else if (attribute.required()) {
        inspection.report("MissingAttribute", element, attribute.name());
      }
    }
    checks.forEach(check -> check.check(element, inspection));
  }

  /** The attribute of the given name, when the element may have it. */
  Optional<Attribute> attribute(String wanted) {
    return attributes.stream().filter(a -> a.name().equals(wanted)).findFirst();
  }

  private void checkShape(Element element, Inspection inspection) {
    boolean hasText = !element.getTextTrim().isEmpty();
    switch (shape) {
      case TEXT -> {
        for (Element child : element.getChildren()) {
          inspection.report("UndefinedElement", child, "no element may stand here");
        }
        text.check(element.getText().strip(), element, inspection);
      }
      case EMPTY -> {
        if (hasText) {
          inspection.report("UnexpectedText", element, "must be empty");
        }
      }
      case TREE -> {
        if (hasText) {
          inspection.report("UnexpectedText", element, "no text may stand here");
        }
      }
      case OPEN -> {}
    }
  }
}

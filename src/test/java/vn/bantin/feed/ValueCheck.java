package vn.bantin.feed;

import org.jdom2.Element;

/** A rule about one value: the text of an element or one of its attributes. */
@FunctionalInterface
interface ValueCheck {

  /** Reports to {@code inspection} what is wrong with {@code value}, found at {@code where}. */
  void check(String value, Element where, Inspection inspection);

  /** Both rules, this one first. */
  default ValueCheck and(ValueCheck other) {
    return (value, where, inspection) -> {
      check(value, where, inspection);
      other.check(value, where, inspection);
    };
  }

  /** The rule that nothing is wrong with. */
  static ValueCheck anything() {
    return (value, where, inspection) -> {};
  }
}

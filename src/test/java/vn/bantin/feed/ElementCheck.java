package vn.bantin.feed;

import org.jdom2.Element;

/** A rule about one element as a whole. */
@FunctionalInterface
interface ElementCheck {

  /** Reports to {@code inspection} what is wrong with {@code element}. */
  void check(Element element, Inspection inspection);
}

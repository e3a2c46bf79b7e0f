package vn.bantin.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.located.Located;

/** One reading of one feed: its source, where it was fetched, and everything found wrong so far. */
final class Inspection {

  private final List<String> lines;
  private final Optional<String> location;
  private final Instant now;
  private final List<String> findings = new ArrayList<>();

  Inspection(String source, Optional<String> location, Instant now) {
    this.lines = source.lines().toList();
    this.location = location;
    this.now = now;
  }

  /** The address that the feed came from, when it matters. */
  Optional<String> location() {
    return location;
  }

  /** The moment that dates are compared with. */
  Instant now() {
    return now;
  }

  /** Everything found wrong, in the order of finding. */
  List<String> findings() {
    return List.copyOf(findings);
  }

  /** Adds a finding about the document as a whole. */
  void report(String code, String detail) {
    findings.add(code + " in the document: " + detail);
  }

  /** Adds a finding about one element. */
  void report(String code, Element where, String detail) {
    findings.add(code + " at " + path(where) + ": " + detail);
  }

  /** Whether the lines that hold an element write some character as a hexadecimal reference. */
  boolean writesHexReferences(Element element) {
    if (!(element instanceof Located located)) {
      return false;
    }
    int first = Math.max(0, located.getLine() - 1);
    int last = first + (int) element.getText().chars().filter(c -> c == '\n').count();
    return lines.subList(Math.min(first, lines.size()), Math.min(last + 1, lines.size())).stream()
        .anyMatch(line -> line.contains("&#x"));
  }

  private static String path(Element element) {
    Element parent = element.getParentElement();
    if (parent == null) {
      return "/" + element.getQualifiedName();
    }
    List<Element> alike = parent.getChildren(element.getName(), element.getNamespace());
    String ordinal = alike.size() > 1 ? "[" + (alike.indexOf(element) + 1) + "]" : "";
    return path(parent) + "/" + element.getQualifiedName() + ordinal;
  }
}

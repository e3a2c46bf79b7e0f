package vn.bantin.yaml;

import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What every kind of node of the YAML engine's tree can be asked. */
final class Nodes {

  private static final Set<String> NOTHING = Set.of("", "~", "null");

  private Nodes() {}

  /** The line that a node starts on, in a file whose line {@code firstLine} the text starts on. */
  static int line(Node node, int firstLine) {
    return node.getStartMark().map(mark -> firstLine + mark.getLine()).orElse(firstLine);
  }

  /** Whether a node stands for no value. */
  static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.isPlain() ? NOTHING.contains(scalar.getValue()) : scalar.getValue().isBlank());
  }
}

package vn.bantin.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The way from text to a {@link YamlMap}: YAML 1.2 in the part that people write by hand, which is
 * one document with a map at its root, without anchors, aliases and tags.
 */
public final class YamlReader {

  static final int MAX_CODE_POINTS = 3 * 1024 * 1024;

  // With the failsafe schema a scalar stays the text that it is.
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new FailsafeSchema())
          .setCodePointLimit(MAX_CODE_POINTS)
          .setAllowNonScalarKeys(true)
          .build();

  private YamlReader() {}

  /**
   * Reads a text; never throws, whatever it holds.
   *
   * @param firstLine the line of the file that the text starts on, from 1
   * @param mistakes takes what is wrong, now and in the getters of the map
   * @return the map; after a mistake of syntax an empty one, which adds no more mistakes
   */
  public static YamlMap read(String text, int firstLine, List<Mistake> mistakes) {
    List<Event> events = new ArrayList<>();
    Mistake mistake = Limits.check(text, firstLine, SETTINGS, events);
    if (mistake == null) {
      Node root = new Composer(SETTINGS, new KnownEvents(events)).getSingleNode().orElse(null);
      if (root instanceof MappingNode map) {
        return new YamlMap(map, firstLine, mistakes);
      }
      mistake = noMap(root, firstLine);
    }
    mistakes.add(mistake);
    MappingNode empty = (MappingNode) new Compose(SETTINGS).composeString("{}").orElseThrow();
    return new YamlMap(empty, firstLine, new ArrayList<>());
  }

  private static Mistake noMap(@Nullable Node root, int firstLine) {
    if (root == null || Nodes.isNothing(root)) {
      return new Mistake(firstLine, "nothing is written here", "write lines such as title: \"…\"");
    }
    return new Mistake(
        Nodes.line(root, firstLine),
        "this is not a list of keys and values",
        "write lines such as title: \"…\"");
  }
}

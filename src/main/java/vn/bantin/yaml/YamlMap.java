package vn.bantin.yaml;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Keys and values of one YAML map, with their lines.
 *
 * <p>A getter never throws: it adds a {@link Mistake} and answers as if the key were absent. A
 * scalar is the text as written, so {@code 2026}, {@code yes} and {@code 2026-01-14} are texts. No
 * value, a blank one, {@code ~} and {@code null} without quotes are the same as no key.
 */
public final class YamlMap {

  /** More than that tells a person nothing, and a hostile file could ask for a million. */
  static final int MAX_MISTAKES = 100;

  private final int line;
  private final int firstLine;
  private final List<Mistake> mistakes;
  private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final Map<String, List<YamlMap>> opened = new LinkedHashMap<>();

  YamlMap(MappingNode node, int firstLine, List<Mistake> mistakes) {
    this.line = Nodes.line(node, firstLine);
    this.firstLine = firstLine;
    this.mistakes = mistakes;
    for (NodeTuple field : node.getValue()) {
      add(field);
    }
  }

  private void add(NodeTuple field) {
    int at = Nodes.line(field.getKeyNode(), firstLine);
    if (!(field.getKeyNode() instanceof ScalarNode key) || key.getValue().isBlank()) {
      add(at, "a key is a single word", "write KEY: VALUE");
      return;
    }
    NodeTuple first = fields.putIfAbsent(key.getValue(), field);
    if (first != null && !isFull()) {
      String before = "it is on line " + Nodes.line(first.getKeyNode(), firstLine) + " already";
      add(at, Mistake.quoted(key.getValue()) + " stands here again", before + ": keep one");
    }
  }

  /** The text; null when absent or after a mistake. */
  public @Nullable String text(String key) {
    Node value = value(key);
    return value == null ? null : scalar(key, value);
  }

  /** The text; "" when absent, which is a mistake, and after another mistake. */
  public String requiredText(String key) {
    Node value = value(key);
    if (value == null) {
      String wrong = fields.containsKey(key) ? " is empty" : " is missing";
      mistake(key, key + wrong, "write a line " + key + ": …");
      return "";
    }
    return Objects.requireNonNullElse(scalar(key, value), "");
  }

  /** The texts of a list, or of a single scalar; empty when absent. */
  public List<String> texts(String key) {
    Node value = value(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof ScalarNode scalar) {
      return List.of(scalar.getValue());
    }
    if (!(value instanceof SequenceNode list)) {
      mistake(key, key + " is not a list", "write " + key + ": [one, another]");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (item instanceof ScalarNode scalar && !Nodes.isNothing(item)) {
        texts.add(scalar.getValue());
      } else {
        String wrong = Nodes.isNothing(item) ? "is empty" : "is not a text";
        add(
            Nodes.line(item, firstLine),
            "an item of " + key + " " + wrong,
            "write " + key + ": [one, another]");
      }
    }
    return List.copyOf(texts);
  }

  /** The whole number within {@code min} to {@code max}; null when absent or after a mistake. */
  public @Nullable Integer integer(String key, int min, int max) {
    Long number = longInteger(key, min, max);
    return number == null ? null : Math.toIntExact(number);
  }

  /** The whole number within {@code min} to {@code max}; null when absent or after a mistake. */
  public @Nullable Long longInteger(String key, long min, long max) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    if (text.matches("[+-]?[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    mistake(
        key, key + " cannot be " + Mistake.quoted(text), "write a number, " + min + " to " + max);
    return null;
  }

  /** Whether a map stands under the key, for keys that take a list as well. */
  public boolean isMap(String key) {
    return value(key) instanceof MappingNode;
  }

  /** The map under the key; null when absent or after a mistake. */
  public @Nullable YamlMap map(String key) {
    Node value = value(key);
    if (value == null) {
      return null;
    }
    if (!(value instanceof MappingNode map)) {
      mistake(key, key + " has no keys of its own", "indent them by two spaces below " + key + ":");
      return null;
    }
    return opened.computeIfAbsent(key, _ -> List.of(child(map))).getFirst();
  }

  /** The maps of the list under the key; empty when absent. */
  public List<YamlMap> maps(String key) {
    Node value = value(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      mistake(key, key + " is not a list", "start each of its items with a hyphen and a space");
      return List.of();
    }
    if (!opened.containsKey(key)) {
      List<YamlMap> maps = new ArrayList<>();
      for (Node item : list.getValue()) {
        if (item instanceof MappingNode map) {
          maps.add(child(map));
        } else {
          add(
              Nodes.line(item, firstLine),
              "an item of " + key + " has no keys",
              "write - KEY: VALUE");
        }
      }
      opened.put(key, List.copyOf(maps));
    }
    return opened.getOrDefault(key, List.of());
  }

  /** One of the given words; null when absent or after a mistake. */
  public @Nullable String oneOf(String key, List<String> words) {
    String text = text(key);
    if (text == null || words.contains(text)) {
      return text;
    }
    String choice = "write one of " + String.join(", ", words);
    mistake(key, key + " cannot be " + Mistake.quoted(text), didYouMean(text, words, choice));
    return null;
  }

  /** A length of time such as {@code 90s}, {@code 5m}, {@code 1h}, {@code 1d}; null as above. */
  public @Nullable Duration duration(String key, Duration min, Duration max) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    Duration duration = Durations.parse(text);
    if (duration != null && duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
      return duration;
    }
    String range = Durations.format(min) + " to " + Durations.format(max);
    mistake(
        key,
        key + " cannot be " + Mistake.quoted(text),
        "write " + range + ", such as 90s, 5m or 1h");
    return null;
  }

  /** An absolute http or https address in ASCII; null when absent or after a mistake. */
  public @Nullable URI address(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    URI address = WebAddress.parse(text);
    if (address == null) {
      String wrong = key + " is no address: " + Mistake.quoted(text);
      mistake(key, wrong, "write all of it, from https:// on");
    }
    return address;
  }

  /** All keys in their order, each once. */
  public List<String> keys() {
    return List.copyOf(fields.keySet());
  }

  /** The line of a key; of the map when it is absent. */
  public int line(String key) {
    NodeTuple field = fields.get(key);
    return field == null ? line : Nodes.line(field.getKeyNode(), firstLine);
  }

  /** The line of one of the {@link #texts} of a key; of the key when it has no such text. */
  public int line(String key, String item) {
    if (value(key) instanceof SequenceNode list) {
      for (Node node : list.getValue()) {
        if (node instanceof ScalarNode scalar && scalar.getValue().equals(item)) {
          return Nodes.line(node, firstLine);
        }
      }
    }
    return line(key);
  }

  /** The line that the map starts on. */
  public int line() {
    return line;
  }

  /** Adds a mistake at the line of a key. */
  public void mistake(String key, String message, String hint) {
    add(line(key), message, hint);
  }

  /** Adds a mistake at the line of one of the {@link #texts} of a key. */
  public void mistake(String key, String item, String message, String hint) {
    add(line(key, item), message, hint);
  }

  /** Adds a mistake for every key, here and in the maps opened from here, that nobody asked for. */
  public void rejectUnknownKeys() {
    for (String key : fields.keySet()) {
      if (!asked.contains(key) && !isFull()) {
        String all = "the keys are " + String.join(", ", asked);
        mistake(key, "unknown key " + Mistake.quoted(key), didYouMean(key, asked, all));
      }
    }
    opened.values().forEach(maps -> maps.forEach(YamlMap::rejectUnknownKeys));
  }

  private @Nullable Node value(String key) {
    asked.add(key);
    NodeTuple field = fields.get(key);
    return field == null || Nodes.isNothing(field.getValueNode()) ? null : field.getValueNode();
  }

  private @Nullable String scalar(String key, Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    mistake(key, key + " is not a text", "write it on one line, in quotes: " + key + ": \"…\"");
    return null;
  }

  private YamlMap child(MappingNode node) {
    return new YamlMap(node, firstLine, mistakes);
  }

  private void add(int at, String message, String hint) {
    if (!isFull()) {
      mistakes.add(new Mistake(at, message, hint));
    }
  }

  private boolean isFull() {
    return mistakes.size() >= MAX_MISTAKES;
  }

  private static String didYouMean(String word, Collection<String> known, String otherwise) {
    return NearestWord.to(word, known).map(near -> "did you mean " + near + "?").orElse(otherwise);
  }
}

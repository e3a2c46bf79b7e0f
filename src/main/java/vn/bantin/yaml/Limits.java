package vn.bantin.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What keeps a text from becoming a tree: mistakes of syntax, and what YAML allows but a file
 * written by hand does not need.
 */
final class Limits {

  private static final int MAX_DEPTH = 32;

  private final int firstLine;
  private int line;
  private int depth;
  private int documents;

  private Limits(int firstLine) {
    this.firstLine = firstLine;
    this.line = firstLine;
  }

  /**
   * The first obstacle; null when there is none.
   *
   * @param events takes those of the text up to there
   */
  static @Nullable Mistake check(
      String text, int firstLine, LoadSettings settings, List<Event> events) {
    if (text.startsWith("\uFEFF")) {
      return new Mistake(
          firstLine, "the text starts with a byte order mark", "save it as UTF-8 without BOM");
    }
    if (text.codePointCount(0, text.length()) > YamlReader.MAX_CODE_POINTS) {
      return new Mistake(
          firstLine,
          "the text is longer than " + YamlReader.MAX_CODE_POINTS + " characters",
          "make it shorter");
    }
    Limits limits = new Limits(firstLine);
    try {
      return limits.check(new Parse(settings).parseString(text), events);
    } catch (YamlEngineException e) {
      return SyntaxMistake.of(e, text, firstLine);
    } catch (RuntimeException _) {
      // NumberFormatException, for one, escapes from the engine when it meets "\UFFFFFFFF".
      return SyntaxMistake.unknown(limits.line);
    }
  }

  private @Nullable Mistake check(Iterable<Event> parsed, List<Event> events) {
    for (Event event : parsed) {
      events.add(event);
      line = event.getEndMark().map(mark -> firstLine + mark.getLine()).orElse(line);
      Mistake mistake = check(event);
      if (mistake != null) {
        return mistake;
      }
    }
    return null;
  }

  private @Nullable Mistake check(Event event) {
    switch (event) {
      case DocumentStartEvent _ -> documents++;
      case CollectionStartEvent _ -> depth++;
      case CollectionEndEvent _ -> depth--;
      default -> {}
    }
    return switch (event) {
      case DocumentStartEvent _ when documents > 1 ->
          mistake(event, "a second document starts here", "remove the line --- and keep one");
      case CollectionStartEvent _ when depth > MAX_DEPTH ->
          mistake(event, "nested deeper than " + MAX_DEPTH + " levels", "nest less");
      case AliasEvent _ ->
          mistake(event, "*alias is not used here", "write the value again, or quote the text");
      case NodeEvent node when node.getAnchor().isPresent() ->
          mistake(event, "&anchor is not used here", "remove it, or quote the text");
      case CollectionStartEvent node when node.getTag().isPresent() -> tag(event);
      case ScalarEvent node when node.getTag().isPresent() -> tag(event);
      default -> null;
    };
  }

  private Mistake tag(Event event) {
    return mistake(event, "!tag is not used here", "remove it, or quote the text");
  }

  private Mistake mistake(Event event, String message, String hint) {
    int line = event.getStartMark().map(mark -> firstLine + mark.getLine()).orElse(firstLine);
    return new Mistake(line, message, hint);
  }
}

package vn.bantin.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A refusal of the YAML engine, told to a person. */
final class SyntaxMistake {

  private static final String QUOTE = "put texts that hold : # or \" into quotes, 'like this'";

  private SyntaxMistake() {}

  /** For what the engine gives no reason for. */
  static Mistake unknown(int line) {
    return new Mistake(line, "not YAML from here on", QUOTE);
  }

  static Mistake of(YamlEngineException e, String text, int firstLine) {
    return switch (e) {
      case ReaderException reader ->
          new Mistake(
              firstLine + breaksBefore(text, reader.getPosition()),
              "the character U+%04X is not allowed".formatted(reader.getCodePoint()),
              "remove it");
      case MarkedYamlEngineException marked -> marked(marked, firstLine);
      default -> new Mistake(firstLine, "not YAML: " + oneLine(e.getMessage()), QUOTE);
    };
  }

  private static Mistake marked(MarkedYamlEngineException e, int firstLine) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    int line = mark.map(at -> firstLine + at.getLine()).orElse(firstLine);
    String problem = oneLine(e.getProblem());
    if (problem.contains("\\t") || problem.contains("TAB")) {
      return new Mistake(line, "a tab stands here", "indent with spaces");
    }
    return new Mistake(line, "not YAML: " + problem, hint(problem));
  }

  private static String hint(String problem) {
    if (problem.contains("escape")) {
      return "put texts that hold \\ into quotes, 'like this'";
    }
    return problem.contains("end of stream") || problem.contains("stream end")
        ? "close the quote or the bracket that is open"
        : QUOTE;
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "it cannot be read" : text.replaceAll("\\s+", " ").strip();
  }

  /** Line breaks among the first {@code codePoints} characters. */
  private static int breaksBefore(String text, int codePoints) {
    int length = text.codePointCount(0, text.length());
    int end = text.offsetByCodePoints(0, Math.clamp(codePoints, 0, length));
    return (int)
        text.substring(0, end)
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .chars()
            .filter(c -> c == '\n')
            .count();
  }
}

package vn.bantin.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text split at its fences: a first line {@code ---}, YAML, a line {@code ---} or {@code ...},
 * the body.
 *
 * @param yaml what stands between the fences; its first line is line 2 of the text
 * @param body what stands behind
 */
record FrontMatter(String yaml, String body) {

  /** The line of the text that the YAML starts on. */
  static final int FIRST_LINE = 2;

  private static final Pattern OPENING = Pattern.compile("---[ \\t]*(?:\\n|$)");
  private static final Pattern CLOSING = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$");

  /** The two parts; null when a fence is missing. */
  static @Nullable FrontMatter split(String text) {
    Matcher opening = OPENING.matcher(text);
    if (!opening.lookingAt()) {
      return null;
    }
    Matcher closing = CLOSING.matcher(text);
    if (!closing.find(opening.end())) {
      return null;
    }
    return new FrontMatter(
        text.substring(opening.end(), closing.start()), text.substring(closing.end()));
  }
}

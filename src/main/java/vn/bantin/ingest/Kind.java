package vn.bantin.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of text that an article can be read from. */
public enum Kind {
  /** What a text extraction of a news page looks like: dateline, paragraphs, byline. */
  PAGE_TEXT,
  /** Markdown with YAML front matter. */
  MARKDOWN,
  /** One object, as the API takes it. */
  JSON;

  private static final Pattern FENCE = Pattern.compile("---[ \t]*(\n|$)");
  private static final Pattern OBJECT = Pattern.compile("\\s*\\{\\s*[\"}]");
  private static final Pattern OTHER_FORMAT =
      Pattern.compile(
          "\\s*(?:<(?:!doctype|!--|\\?xml|[a-z][a-z0-9:]*[\\s>/])"
              + "|\\[\\s*[{\"\\[]|\\{\\\\rtf|%PDF-)",
          Pattern.CASE_INSENSITIVE);

  /** The name used outside: {@code page-text}, {@code markdown}, {@code json}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with the given {@link #wireName()}; empty when there is none. */
  public static Optional<Kind> ofWireName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }

  /** The names of all kinds, in order. */
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(Kind::wireName).toList();
  }

  /** The kind of a text, found out by what it begins with; empty for HTML, XML and such. */
  static Optional<Kind> of(String text) {
    if (FENCE.matcher(text).lookingAt()) {
      return Optional.of(MARKDOWN);
    }
    if (OBJECT.matcher(text).lookingAt()) {
      return Optional.of(JSON);
    }
    return OTHER_FORMAT.matcher(text).lookingAt() ? Optional.empty() : Optional.of(PAGE_TEXT);
  }
}

package vn.bantin.field;

import java.util.List;
import vn.bantin.snapshot.Validators;

/**
 * The comparison of {@code If-Match} and {@code If-None-Match} lines with one representation (RFC
 * 9110 §8.8.3, §13.1.1, §13.1.2).
 *
 * <p>A comma within quotes belongs to its tag. No tag of this server holds one, so a line may be
 * cut at every comma all the same: a piece that is not one of our tags is passed over, be it
 * another tag, half a tag with a comma in it, or a broken member. An open quote therefore costs its
 * own member and not the line. Two tags without a comma between them are one broken member. {@code
 * *} counts only as the whole field; in a list, or on one of several lines, it is a broken member
 * too. Passing over costs at most a full answer, never a false 304.
 */
public final class EntityTags {
  /** What proxies append to the tag of a response that they compress. */
  private static final List<String> PROXY_CODINGS = List.of("gzip", "br", "zstd", "deflate");

  private enum Comparison {
    STRONG,
    WEAK
  }

  private EntityTags() {}

  /**
   * Whether {@code If-Match} holds: some strong member equals the selected representation's tag.
   *
   * <p>Another coding of the same version does not match: §13.1.1 compares with the selected
   * representation alone.
   */
  public static boolean matchStrongly(List<String> lines, Validators selected) {
    return match(lines, selected, Comparison.STRONG);
  }

  /**
   * Whether some member of {@code If-None-Match} names the version of the representation.
   *
   * <p>Every coding of a version says the same, so a client that holds any of them is up to date.
   * Behind the version's tag this reads what this server and proxies append, as often as they do:
   * {@code -gzip} (also twice, by Apache in front of us), {@code --gzip}, {@code ;gzip}, {@code
   * -br} and their like, each with the hash of the coded bytes behind a dot or without.
   */
  public static boolean matchWeakly(List<String> lines, Validators selected) {
    return match(lines, selected, Comparison.WEAK);
  }

  private static boolean match(List<String> lines, Validators selected, Comparison comparison) {
    if (lines.size() == 1 && isAsterisk(lines.get(0))) {
      return true;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lineMatches(lines.get(i), selected, comparison)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAsterisk(String line) {
    int at = FieldSyntax.afterBlanks(line, 0);
    return line.startsWith("*", at) && FieldSyntax.afterBlanks(line, at + 1) == line.length();
  }

  private static boolean lineMatches(String line, Validators selected, Comparison comparison) {
    int end;
    for (int at = 0; at < line.length(); at = end + 1) {
      end = FieldSyntax.nextComma(line, at);
      int start = FieldSyntax.afterBlanks(line, at);
      boolean weak = line.startsWith("W/", start);
      int open = weak ? start + 2 : start;
      int close = FieldSyntax.beforeBlanks(line, end) - 1;
      if (open < close && line.charAt(open) == '"' && line.charAt(close) == '"') {
        boolean matches =
            switch (comparison) {
              case STRONG -> !weak && isExactly(selected, line, open + 1, close);
              case WEAK -> isSameVersion(selected, line, open + 1, close);
            };
        if (matches) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isExactly(Validators selected, String line, int from, int to) {
    String own = selected.entityTag();
    return to - from == own.length() - 2 && line.startsWith(own, from - 1);
  }

  private static boolean isSameVersion(Validators selected, String line, int from, int to) {
    if (!line.startsWith(selected.version(), from)) {
      return false;
    }
    int at = from + selected.version().length();
    while (at >= 0 && at < to) {
      at = afterCodingMark(line, at);
    }
    return at == to;
  }

  /** The index behind a coding's mark at {@code at}, or -1; no mark reaches over a quote. */
  private static int afterCodingMark(String line, int at) {
    if (line.charAt(at) != '-' && line.charAt(at) != ';') {
      return -1;
    }
    int name = at + (line.startsWith("--", at) ? 2 : 1);
    for (int i = 0; i < PROXY_CODINGS.size(); i++) {
      if (line.startsWith(PROXY_CODINGS.get(i), name)) {
        return afterHash(line, name + PROXY_CODINGS.get(i).length());
      }
    }
    return -1;
  }

  /** The index behind the hash at {@code at}, or {@code at} itself where there is none. */
  private static int afterHash(String line, int at) {
    if (line.charAt(at) != '.') {
      return at;
    }
    int end = at + 1;
    while (Validators.isHashChar(line.charAt(end))) {
      end++;
    }
    return end == at + 1 ? at : end;
  }
}

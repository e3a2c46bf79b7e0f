package vn.bantin.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The older version of a feed that a client holds, as a member of {@code If-None-Match} names it.
 *
 * <p>Our tags begin with the version in base 36 and a hyphen. The version alone says what has
 * changed since; the rest, be it of another format, of a coding, or a proxy's, is only handed back
 * in {@code Delta-Base}, and is therefore held to letters, digits and the marks that codings are
 * appended with. As in {@link EntityTags}, a line is cut at every comma, and what is not one of our
 * tags is passed over.
 *
 * @param version larger than 0
 * @param entityTag the tag as the client sent it, made strong
 */
public record DeltaBase(long version, String entityTag) {

  /** The most digits of a version; all numbers of so many fit a long. */
  private static final int MAX_DIGITS = 12;

  /**
   * The latest version, older than the current one, that some member names; null when none does.
   *
   * @param lines the lines of {@code If-None-Match}
   */
  public static @Nullable DeltaBase latest(List<String> lines, long current) {
    long latest = 0;
    String tag = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int end;
      for (int at = 0; at < line.length(); at = end + 1) {
        end = FieldSyntax.nextComma(line, at);
        int start = FieldSyntax.afterBlanks(line, at);
        int open = line.startsWith("W/", start) ? start + 2 : start;
        int close = FieldSyntax.beforeBlanks(line, end) - 1;
        long version = version(line, open, close);
        if (version > latest && version < current) {
          latest = version;
          tag = line.substring(open, close + 1);
        }
      }
    }
    return latest == 0 ? null : new DeltaBase(latest, tag);
  }

  /** The version that a quoted tag begins with; 0 when it is none of ours. */
  private static long version(String line, int open, int close) {
    if (open >= close || line.charAt(open) != '"' || line.charAt(close) != '"') {
      return 0;
    }
    int at = open + 1;
    long number = 0;
    for (int digit = digit(line.charAt(at));
        digit >= 0 && at <= open + MAX_DIGITS;
        digit = digit(line.charAt(++at))) {
      number = number * Character.MAX_RADIX + digit;
    }
    boolean ours = line.charAt(open + 1) != '0' && line.charAt(at) == '-' && at + 1 < close;
    while (ours && at < close) {
      ours = isTagChar(line.charAt(at++));
    }
    return ours ? number : 0;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'a' && c <= 'z' ? c - 'a' + 10 : -1;
  }

  private static boolean isTagChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == ';'
        || c == '.'
        || c == '_';
  }
}

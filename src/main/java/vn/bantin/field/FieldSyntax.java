package vn.bantin.field;

/** The lexical rules that field values share (RFC 9110 §5.6), as index scans that copy nothing. */
public final class FieldSyntax {
  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

  private FieldSyntax() {}

  /** The first index from {@code at} on that holds neither space nor tab, or the end. */
  public static int afterBlanks(String line, int at) {
    int end = at;
    while (end < line.length() && isBlank(line.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The index behind the last character before {@code to} that is neither space nor tab, or 0. */
  public static int beforeBlanks(String line, int to) {
    int end = to;
    while (end > 0 && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The index of the first comma from {@code at} on, or the end. */
  public static int nextComma(String line, int at) {
    int comma = line.indexOf(',', at);
    return comma < 0 ? line.length() : comma;
  }

  /** Whether only blanks stand between {@code at} and the next comma or the end. */
  static boolean endsMember(String line, int at) {
    int end = afterBlanks(line, at);
    return end == line.length() || line.charAt(end) == ',';
  }

  /** The index behind the token at {@code at}; {@code at} itself when none stands there. */
  static int afterToken(String line, int at) {
    int end = at;
    while (end < line.length() && isTokenChar(line.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The index behind the quoted-string at {@code at} (§5.6.4), or -1 when none stands there. */
  static int afterQuotedString(String line, int at) {
    if (at >= line.length() || line.charAt(at) != '"') {
      return -1;
    }
    for (int end = at + 1; end < line.length(); end++) {
      char c = line.charAt(end);
      if (c == '"') {
        return end + 1;
      }
      if (c == '\\') {
        end++;
      }
      if (end == line.length() || !isTextChar(line.charAt(end))) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the stretch is the given word, in any case. */
  public static boolean isWord(String line, int from, int to, String word) {
    return to - from == word.length() && line.regionMatches(true, from, word, 0, word.length());
  }

  /** The qvalue (§12.4.2) that fills the stretch, in thousandths, or -1 when it is none. */
  static int qvalue(String line, int from, int to) {
    if (from >= to || (to - from > 1 && line.charAt(from + 1) != '.')) {
      return -1;
    }
    int thousandths = thousandths(line, Math.min(from + 2, to), to);
    return switch (line.charAt(from)) {
      case '0' -> thousandths;
      case '1' -> thousandths == 0 ? 1000 : -1;
      default -> -1;
    };
  }

  /** The up to three digits behind a decimal point, in thousandths, or -1. */
  static int thousandths(String line, int from, int to) {
    if (to - from > 3) {
      return -1;
    }
    int sum = 0;
    int unit = 100;
    for (int at = from; at < to; at++, unit /= 10) {
      int digit = line.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      sum += digit * unit;
    }
    return sum;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isTokenChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_SIGNS.indexOf(c) >= 0;
  }

  private static boolean isTextChar(char c) {
    return c == '\t' || (c >= ' ' && c != 0x7f);
  }
}

package vn.bantin.field;

/**
 * A reader of one {@code Accept} line, media range by media range (RFC 9110 §12.5.1).
 *
 * <p>Parameters other than {@code q} are read and left aside. A member that breaks the grammar is
 * skipped up to the first comma behind its beginning. One leniency: {@code q=.5} is read as 0.5,
 * because the HTTP client of older Java versions sends {@code q=.2} and nothing better.
 */
public final class MediaRanges {
  private final String line;
  private int next;
  private int start;
  private int slash;
  private int end;
  private int weight;

  public MediaRanges(String line) {
    this.line = line;
  }

  /** Moves on to the next well-formed member; false when there is none. */
  public boolean advance() {
    while (next < line.length()) {
      start = FieldSyntax.afterBlanks(line, next);
      int behind = readMember();
      next = FieldSyntax.nextComma(line, behind < 0 ? start : behind) + 1;
      if (behind >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The member's weight in thousandths. */
  public int weight() {
    return weight;
  }

  /** Whether the member is the given media type or range, in any case. */
  boolean is(String mediaRange) {
    return FieldSyntax.isWord(line, start, end, mediaRange);
  }

  /** Whether the member is {@code type/*} for the type of the given media type. */
  boolean isAnyOfType(String mediaType) {
    int length = mediaType.indexOf('/') + 1;
    return FieldSyntax.isWord(line, slash + 1, end, "*")
        && slash + 1 - start == length
        && line.regionMatches(true, start, mediaType, 0, length);
  }

  /** Reads the member at the start; the index behind it, or -1 when it is malformed. */
  private int readMember() {
    slash = FieldSyntax.afterToken(line, start);
    if (slash == start || slash == line.length() || line.charAt(slash) != '/') {
      return -1;
    }
    end = FieldSyntax.afterToken(line, slash + 1);
    boolean anyType = FieldSyntax.isWord(line, start, slash, "*");
    if (end == slash + 1 || (anyType && !FieldSyntax.isWord(line, slash + 1, end, "*"))) {
      return -1;
    }
    return readParameters();
  }

  private int readParameters() {
    weight = 1000;
    boolean weighed = false;
    int at = end;
    while (!FieldSyntax.endsMember(line, at)) {
      int semicolon = FieldSyntax.afterBlanks(line, at);
      if (line.charAt(semicolon) != ';') {
        return -1;
      }
      int name = FieldSyntax.afterBlanks(line, semicolon + 1);
      int equals = FieldSyntax.afterToken(line, name);
      if (equals == name) {
        at = semicolon + 1;
        continue;
      }
      int value = equals + 1;
      at = afterValue(equals);
      if (at < 0) {
        return -1;
      }
      if (FieldSyntax.isWord(line, name, equals, "q")) {
        if (weighed || !readWeight(value, at)) {
          return -1;
        }
        weighed = true;
      }
    }
    return at;
  }

  /** The index behind {@code =} and a token or quoted-string, or -1. */
  private int afterValue(int equals) {
    if (equals >= line.length() || line.charAt(equals) != '=') {
      return -1;
    }
    int behind = FieldSyntax.afterToken(line, equals + 1);
    return behind > equals + 1 ? behind : FieldSyntax.afterQuotedString(line, equals + 1);
  }

  private boolean readWeight(int from, int to) {
    boolean bare = line.charAt(from) == '.' && to - from > 1;
    weight =
        bare ? FieldSyntax.thousandths(line, from + 1, to) : FieldSyntax.qvalue(line, from, to);
    return weight >= 0;
  }
}

package vn.bantin.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reading of {@code A-IM}: which instance manipulations a client accepts (RFC 3229 §10.5.3).
 *
 * <p>The one that there is, {@code feed}, takes no parameter but its weight. A member that has
 * another, or is broken, is skipped up to the first comma that is not within quotes.
 */
public final class Manipulations {

  /**
   * A feed that holds the entries alone that the client may lack, which its reader merges by id.
   */
  public static final String FEED = "feed";

  private Manipulations() {}

  /**
   * Whether some member accepts {@link #FEED}.
   *
   * @param lines the field's lines; null when it was not sent
   */
  public static boolean includeFeed(@Nullable List<String> lines) {
    for (int i = 0; lines != null && i < lines.size(); i++) {
      if (includesFeed(lines.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean includesFeed(String line) {
    for (int at = 0; at < line.length(); at = afterMember(line, at) + 1) {
      int name = FieldSyntax.afterBlanks(line, at);
      int nameEnd = FieldSyntax.afterToken(line, name);
      if (FieldSyntax.isWord(line, name, nameEnd, FEED)
          && AcceptEncoding.memberWeight(line, nameEnd) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The index of the comma that ends the member, or the end of the line. */
  private static int afterMember(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) != ',') {
      int quoted = FieldSyntax.afterQuotedString(line, at);
      at = quoted < 0 ? at + 1 : quoted;
    }
    return at;
  }
}

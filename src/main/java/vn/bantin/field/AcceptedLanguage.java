package vn.bantin.field;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Page;

/**
 * The choice of a page's language by {@code Accept-Language} (RFC 9110 §12.5.4).
 *
 * <p>A language has the weight of the range that is the language itself or begins with it and a
 * hyphen, the best of several, or else that of {@code *}. Without the field, with nothing readable
 * in it, or when none will do, the first page is sent: a text in another language is better than
 * none. A broken member is skipped up to its comma.
 */
public final class AcceptedLanguage {

  private AcceptedLanguage() {}

  /**
   * The page to send.
   *
   * @param lines the field's lines; null when it was not sent
   * @param pages what there is, the one that the newsroom likes best first
   */
  public static Page choose(@Nullable List<String> lines, List<Page> pages) {
    Page best = pages.getFirst();
    int bestWeight = 0;
    for (Page page : pages) {
      int weight = lines == null ? 0 : weight(lines, page);
      if (weight > bestWeight) {
        best = page;
        bestWeight = weight;
      }
    }
    return best;
  }

  private static int weight(List<String> lines, Page page) {
    int named = -1;
    int any = 0;
    for (String line : lines) {
      int end;
      for (int at = 0; at < line.length(); at = end + 1) {
        end = FieldSyntax.nextComma(line, at);
        int from = FieldSyntax.afterBlanks(line, at);
        int to = FieldSyntax.afterToken(line, from);
        int weight = weight(line, to, end);
        if (weight >= 0 && isRangeOf(line, from, to, page.language())) {
          named = Math.max(named, weight);
        } else if (weight >= 0 && FieldSyntax.isWord(line, from, to, "*")) {
          any = Math.max(any, weight);
        }
      }
    }
    return named < 0 ? any : named;
  }

  private static boolean isRangeOf(String line, int from, int to, String language) {
    int length = language.length();
    return FieldSyntax.isWord(line, from, Math.min(to, from + length), language)
        && (to == from + length || line.charAt(from + length) == '-');
  }

  /** The weight behind a range in thousandths; -1 when something else stands there. */
  private static int weight(String line, int at, int end) {
    int semicolon = FieldSyntax.afterBlanks(line, at);
    if (semicolon >= end) {
      return 1000;
    }
    int name = FieldSyntax.afterBlanks(line, semicolon + 1);
    int value = name + "q=".length();
    return line.charAt(semicolon) == ';' && FieldSyntax.isWord(line, name, value, "q=")
        ? FieldSyntax.qvalue(line, value, FieldSyntax.beforeBlanks(line, end))
        : -1;
  }
}

package vn.bantin.field;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bantin.snapshot.Coding;

/**
 * The choice of a content coding by {@code Accept-Encoding} (RFC 9110 §12.5.3).
 *
 * <p>A coding that is named has the best weight among its members, one that is not has that of
 * {@code *}. Identity that neither names is acceptable, but comes after everything asked for.
 * Without the field, or with nothing readable in it, the answer goes out as it is. A broken member
 * is skipped up to its comma.
 */
public final class AcceptEncoding {
  /** The weight of a coding that must not be sent. */
  private static final int REFUSED = -1;

  // One object for each answer, so that a request allocates none.
  private static final Map<Coding, Optional<Coding>> CHOICES = new EnumMap<>(Coding.class);

  static {
    for (Coding coding : Coding.values()) {
      CHOICES.put(coding, Optional.of(coding));
    }
  }

  private AcceptEncoding() {}

  /**
   * The coding to send; empty when the client refuses every one that there is.
   *
   * @param lines the field's lines; null when it was not sent
   * @param available what there is, the one that the server likes best first
   */
  public static Optional<Coding> choose(@Nullable List<String> lines, List<Coding> available) {
    Coding best = null;
    int bestWeight = REFUSED;
    for (int i = 0; i < available.size(); i++) {
      Coding coding = available.get(i);
      int weight = weight(lines, coding);
      if (weight > bestWeight) {
        best = coding;
        bestWeight = weight;
      }
    }
    return best == null ? Optional.empty() : CHOICES.getOrDefault(best, Optional.empty());
  }

  private static int weight(@Nullable List<String> lines, Coding coding) {
    int named = -1;
    int any = -1;
    for (int i = 0; lines != null && i < lines.size(); i++) {
      String line = lines.get(i);
      int end;
      for (int at = 0; at < line.length(); at = end + 1) {
        end = FieldSyntax.nextComma(line, at);
        int name = FieldSyntax.afterBlanks(line, at);
        int nameEnd = FieldSyntax.afterToken(line, name);
        if (FieldSyntax.isWord(line, name, nameEnd, coding.token())
            || FieldSyntax.isWord(line, name, nameEnd, coding.alias())) {
          named = Math.max(named, memberWeight(line, nameEnd));
        } else if (FieldSyntax.isWord(line, name, nameEnd, "*")) {
          any = Math.max(any, memberWeight(line, nameEnd));
        }
      }
    }
    int weight = named >= 0 ? named : any;
    if (weight < 0) {
      return coding == Coding.IDENTITY ? 0 : REFUSED;
    }
    return weight == 0 ? REFUSED : weight;
  }

  /** The weight behind a member's name, 1000 when none is given, -1 when it is malformed. */
  static int memberWeight(String line, int at) {
    if (FieldSyntax.endsMember(line, at)) {
      return 1000;
    }
    int semicolon = FieldSyntax.afterBlanks(line, at);
    int name = FieldSyntax.afterBlanks(line, semicolon + 1);
    if (line.charAt(semicolon) != ';' || !line.regionMatches(true, name, "q=", 0, 2)) {
      return -1;
    }
    int end = FieldSyntax.afterToken(line, name + 2);
    return FieldSyntax.endsMember(line, end) ? FieldSyntax.qvalue(line, name + 2, end) : -1;
  }
}

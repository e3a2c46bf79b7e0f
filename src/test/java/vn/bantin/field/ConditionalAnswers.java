package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.bantin.field.ConditionalGet.Outcome;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Validators;

/**
 * Rows of a table of conditional requests, held against {@link ConditionalGet}.
 *
 * <p>The columns are method, answer, header lines (with {@code &} between them), reason. Visible
 * signs stand for what cannot be seen: {@code ␣} space, {@code ␉} tab, {@code ␁} a control
 * character, {@code ␡} delete. Unless a test says otherwise, the gzip coding of {@code k3f-9a1b2c}
 * with the hash {@code 5e1f} is selected, changed on Wednesday 7 January 2026 at 06:45:10; now is
 * 09:00:00 on that day, and a half second.
 */
final class ConditionalAnswers {
  static final Instant NOW = Instant.parse("2026-01-07T09:00:00.5Z");
  static final Validators GZIP =
      new Validators("k3f-9a1b2c", Coding.GZIP, "5e1f", Instant.parse("2026-01-07T06:45:10Z"));

  private ConditionalAnswers() {}

  static void assertAnswer(
      Validators selected, String method, int answer, String headers, String why) {
    Outcome expected =
        switch (answer) {
          case 200 -> Outcome.SEND;
          case 304 -> Outcome.NOT_MODIFIED;
          case 412 -> Outcome.PRECONDITION_FAILED;
          default -> throw new IllegalArgumentException("no answer: " + answer);
        };
    assertThat(decide(selected, method, fields(headers))).as(why).isEqualTo(expected);
  }

  static Outcome decide(Validators selected, String method, Map<String, List<String>> fields) {
    return ConditionalGet.decide(method, Preconditions.of(fields::get), selected, NOW);
  }

  private static Map<String, List<String>> fields(String headers) {
    Map<String, List<String>> fields = new HashMap<>();
    String seen =
        headers.replace('␣', ' ').replace('␉', '\t').replace('␁', '\u0001').replace('␡', '\u007f');
    for (String header : Pattern.compile(" ?& ").splitAsStream(seen).toList()) {
      if (!header.equals("-")) {
        int colon = header.indexOf(':');
        String line = header.substring(Math.min(colon + 2, header.length()));
        fields.computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>()).add(line);
      }
    }
    return fields;
  }
}

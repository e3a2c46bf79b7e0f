package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.field.ConditionalAnswers.GZIP;
import static vn.bantin.field.ConditionalAnswers.assertAnswer;
import static vn.bantin.field.ConditionalAnswers.decide;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.field.ConditionalGet.Outcome;

/** The columns and signs of the table are explained at {@link ConditionalAnswers}. */
final class EntityTagsTest {
  @ParameterizedTest(name = "{0} {2} → {1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # well-formed
          GET | 304 | If-None-Match: "k3f-9a1b2c", "a"      | first
          GET | 304 | If-None-Match: "a", "k3f-9a1b2c"      | last
          GET | 304 | If-None-Match: "a",W/"k3f-9a1b2c","b" | between, no blanks
          GET | 304 | If-None-Match: "a"␉,␉"k3f-9a1b2c"␉    | tabs
          GET | 304 | If-None-Match: ,,␣,"k3f-9a1b2c",      | empty members
          GET | 200 | If-None-Match: "a", "b"               | none is ours
          GET | 304 | If-None-Match: "a" & If-None-Match: "k3f-9a1b2c" | second line
          GET | 304 | If-None-Match: "a & If-None-Match: "k3f-9a1b2c"  | no quote spans lines
          GET | 304 | If-None-Match: "k3f-9a1b2c" & If-None-Match: "a  | a later line harms none
          GET | 304 | If-None-Match: & If-None-Match: "k3f-9a1b2c"     | empty line
          GET | 200 | If-None-Match: "k3f & If-None-Match: 9a1b2c"     | no tag spans lines
          GET | 304 | If-None-Match: "a,b", "k3f-9a1b2c"    | a comma in quotes is the tag's
          GET | 304 | If-None-Match: "a,", "k3f-9a1b2c"     | so it is before the quote
          GET | 200 | If-None-Match: "a,k3f-9a1b2c,b"       | within quotes no member begins
          GET | 304 | If-None-Match: "a\\", "k3f-9a1b2c"    | a backslash escapes nothing
          GET | 304 | If-None-Match: "é,à", "k3f-9a1b2c"    | obs-text is legal in a tag

          # malformed members are skipped, the rest is not
          GET | 200 | If-None-Match: k3f-9a1b2c             | no quotes
          GET | 200 | If-None-Match: 'k3f-9a1b2c'           | wrong quotes
          GET | 304 | If-None-Match: a, "k3f-9a1b2c"        | no quotes before ours
          GET | 304 | If-None-Match: "k3f-9a1b2c", b        | no quotes behind ours
          GET | 200 | If-None-Match: "k3f-9a1b2c            | never closed
          GET | 200 | If-None-Match: k3f-9a1b2c"            | never opened
          GET | 304 | If-None-Match: k3e", "k3f-9a1b2c"     | never opened before ours
          GET | 304 | If-None-Match: "k3e, "k3f-9a1b2c"     | never closed before ours
          GET | 304 | If-None-Match: "k3e,"k3f-9a1b2c"      | never closed, no blank
          GET | 304 | If-None-Match: "k3f-9a1b2c", "k3e     | never closed behind ours
          GET | 200 | If-None-Match: "a" "k3f-9a1b2c"       | no comma: one broken member
          GET | 200 | If-None-Match: "k3f-9a1b2c""a"        | no comma, ours first
          GET | 304 | If-None-Match: "a" "b", "k3f-9a1b2c"  | no comma before ours
          GET | 200 | If-None-Match: "k3f-9a1b2c"x          | stray letter behind
          GET | 200 | If-None-Match: x"k3f-9a1b2c"          | stray letter before
          GET | 200 | If-None-Match: "k3f-9a1b2c";q=1       | a tag has no parameters
          GET | 304 | If-None-Match: "a";q=1, "k3f-9a1b2c"  | parameters before ours
          GET | 200 | If-None-Match: w/"k3f-9a1b2c"         | the weak mark is a capital
          GET | 200 | If-None-Match: W/␣"k3f-9a1b2c"        | no blank in a weak tag
          GET | 200 | If-None-Match: W"k3f-9a1b2c"          | no slash
          GET | 200 | If-None-Match: W/k3f-9a1b2c           | weak without quotes
          GET | 304 | If-None-Match: W/, "k3f-9a1b2c"       | weak without anything
          GET | 200 | If-None-Match: "k3f-9a1b2c␣"          | no blank in quotes
          GET | 304 | If-None-Match: "a␣b", "k3f-9a1b2c"    | a blank in quotes before ours
          GET | 304 | If-None-Match: "a␁", "k3f-9a1b2c"     | control character
          GET | 304 | If-None-Match: "a␡", "k3f-9a1b2c"     | delete
          GET | 304 | If-None-Match: é, "k3f-9a1b2c"        | obs-text without quotes
          GET | 200 | If-None-Match: "k3f-9a1b2cé"          | obs-text behind ours
          GET | 200 | If-None-Match: ",                     | a lonely quote
          """)
  void listsOfTags(String method, int answer, String headers, String why) {
    assertAnswer(GZIP, method, answer, headers, why);
  }

  @Test
  void hostileLinesComeToAnEnd() {
    for (String part :
        List.of("\"", "\"a,", ",", " ", "\t,", "W/", "\"a\" ", "\"k3f-9a1b2c-gzip ")) {
      for (int length : new int[] {1 << 16, 1 << 22}) {
        String line = part.repeat(length / part.length());
        assertThat(decide(GZIP, "GET", Map.of("If-None-Match", List.of(line))))
            .isEqualTo(Outcome.SEND);
        assertThat(decide(GZIP, "GET", Map.of("If-None-Match", List.of(line + ",\"k3f-9a1b2c\""))))
            .isIn(Outcome.SEND, Outcome.NOT_MODIFIED);
        assertThat(decide(GZIP, "GET", Map.of("If-Modified-Since", List.of(line))))
            .isEqualTo(Outcome.SEND);
      }
    }
    for (String mark : List.of("-gzip", "-gzip.5e1f", ";br." + "0".repeat(1 << 10))) {
      String marks = "\"k3f-9a1b2c" + mark.repeat((1 << 22) / mark.length());
      assertThat(decide(GZIP, "GET", Map.of("If-None-Match", List.of(marks + '"'))))
          .isEqualTo(Outcome.NOT_MODIFIED);
      assertThat(decide(GZIP, "GET", Map.of("If-None-Match", List.of(marks))))
          .isEqualTo(Outcome.SEND);
    }
  }
}

package vn.bantin.field;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeltaBaseTest {

  /** {@code k3f} in base 36. */
  private static final long CURRENT = 26_043;

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # one tag
          "k3e-9a1b2c"                        | "k3e-9a1b2c"           | as it was sent
          "k3e-9a1b2c-gzip"                   | "k3e-9a1b2c-gzip"      | of a coding
          W/"k3e-9a1b2c"                      | "k3e-9a1b2c"           | weak by a proxy
          "k3e-9a1b2c-gzip;gzip--br"          | "k3e-9a1b2c-gzip;gzip--br" | by many proxies
          "1-0"                               | "1-0"                  | the first version there is
          "k3e-x"                             | "k3e-x"                | the version is enough
          ␣␉"k3e-9a1b2c"␉                     | "k3e-9a1b2c"           | blanks

          # several
          "k3c-aa", "k3e-bb", "k3d-cc"        | "k3e-bb"               | the latest
          "k3e-aa", "k3e-bb"                  | "k3e-aa"               | the first of the same
          "k3c-aa" & W/"k3d-bb"               | "k3d-bb"               | on two lines
          "k3c-aa", "k3f-bb", "k3g-cc"        | "k3c-aa"               | not the current, nor later
          "x", k3d-aa, "k3c-aa", *            | "k3c-aa"               | among broken ones
          "a,b", "k3c-aa"                     | "k3c-aa"               | behind a comma within a tag
          "k3e-aa "k3c-aa"                    |                        | two without a comma
          "k3d-aa", "k3e-b b"                 | "k3d-aa"               | a blank within a tag

          # none
          ``                                  |                        | nothing
          *                                   |                        | any
          "k3f-9a1b2c"                        |                        | the current version
          "k3g-9a1b2c"                        |                        | later than the current
          "zzzzzzzzzzzz-9a1b2c"               |                        | far later
          "zzzzzzzzzzzzz-9a1b2c"              |                        | too long a number
          "3w5e11264sgsg-9a1b2c"              |                        | 2 to the 64th and 16
          "0-9a1b2c"                          |                        | before all
          "0k3e-9a1b2c"                       |                        | not as we write it
          "K3E-9a1b2c"                        |                        | nor so
          "k3e"                               |                        | no hyphen
          "k3e-"                              |                        | nothing behind it
          "-9a1b2c"                           |                        | no number
          "k3e_9a1b2c"                        |                        | another mark
          "k3e-9a1b\\2c"                      |                        | not ours
          "k3e-9a1b2c                         |                        | an open quote
          k3e-9a1b2c                          |                        | no quotes
          "                                   |                        | half a tag
          ""                                  |                        | an empty tag
          W/                                  |                        | nothing weak
          w/"k3e-9a1b2c"                      |                        | weak has letter case
          """)
  void findsTheLatestOlderVersion(String lines, String tag, String why) {
    List<String> received =
        Arrays.stream(lines.split(" & ", -1))
            .map(line -> line.replace('␣', ' ').replace('␉', '\t'))
            .toList();
    DeltaBase base = DeltaBase.latest(received, CURRENT);
    assertThat(base == null ? null : base.entityTag()).as(why).isEqualTo(tag);
  }

  @Test
  void readsTheNumber() {
    assertThat(requireNonNull(DeltaBase.latest(List.of("\"k3e-aa\""), CURRENT)).version())
        .isEqualTo(CURRENT - 1);
    assertThat(
            requireNonNull(DeltaBase.latest(List.of("\"zzzzzzzzzzzz-aa\""), Long.MAX_VALUE))
                .version())
        .isEqualTo(Long.parseLong("zzzzzzzzzzzz", 36));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\",", "\"k3e-", "\"zzzzzzzzzzzzzzzzzzzzzz\", ", "\"k3e-aa\",", "W/\""})
  void aLineOfAnyLengthIsReadOnce(String member) {
    String line = member.repeat(2_000_000 / member.length());
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> DeltaBase.latest(List.of(line), CURRENT));
  }
}

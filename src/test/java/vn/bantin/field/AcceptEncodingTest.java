package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.Allocation;
import vn.bantin.snapshot.Coding;

final class AcceptEncodingTest {
  private static final List<Coding> AVAILABLE = List.of(Coding.GZIP, Coding.IDENTITY);
  private static final List<Coding> ALL = List.of(Coding.BROTLI, Coding.GZIP, Coding.IDENTITY);

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # what clients send
          gzip                                | GZIP     | asked for
          gzip, deflate                       | GZIP     | browsers of old
          gzip, deflate, br                   | GZIP     | browsers
          gzip, deflate, br, zstd             | GZIP     | browsers of today
          gzip;q=1.0,deflate;q=0.6,identity;q=0.3 | GZIP | Ruby
          deflate, gzip;q=1.0, *;q=0.5        | GZIP     | from a book
          identity                            | IDENTITY | range readers
          ``                                  | IDENTITY | empty: nothing but identity
          x-gzip                              | GZIP     | the old name
          X-GZip;q=0.5                        | GZIP     | in any case
          br, zstd                            | IDENTITY | nothing that there is

          # weights
          gzip;q=0                            | IDENTITY | refused
          gzip;q=0.0                          | IDENTITY | refused at length
          gzip;q=0.000                        | IDENTITY | refused at full length
          gzip;q=0.001                        | GZIP     | the least weight
          gzip;q=0.5, identity;q=0.6          | IDENTITY | the heavier
          gzip;q=0.6, identity;q=0.5          | GZIP     | the heavier
          gzip;q=0.5, identity;q=0.5          | GZIP     | equal: the smaller
          identity, gzip                      | GZIP     | order means nothing
          gzip;q=0.2                          | GZIP     | identity unnamed comes last
          gzip;q=0.899, identity;q=0.9        | IDENTITY | three digits count
          gzip;q=1.000                        | GZIP     | full length
          gzip;q=1., identity;q=0.            | GZIP     | no digit behind the point
          gzip ; q=0.5␉,identity;␣Q=0.6       | IDENTITY | blanks, capital Q
          gzip;q=0, gzip                      | GZIP     | named twice: the best counts

          # the asterisk
          *                                   | GZIP     | everything, so the smaller
          *;q=0                               | 406      | nothing at all
          *;q=0, gzip                         | GZIP     | nothing else
          *;q=0, identity                     | IDENTITY | nothing else
          gzip;q=0, *                         | IDENTITY | all but
          gzip;q=0.5, *;q=0.8                 | IDENTITY | it covers identity
          gzip, *;q=0                         | GZIP     | identity refused
          identity;q=0, *                     | GZIP     | all but identity
          identity;q=0.5, *;q=0.1             | IDENTITY | gzip has the asterisk's weight

          # refusals
          identity;q=0                        | 406      | refused and nothing named
          identity;q=0, br                    | 406      | refused, and br there is none
          identity;q=0, gzip;q=0              | 406      | both refused
          identity;q=0, gzip                  | GZIP     | one left

          # broken members are skipped
          gzip;q=2                            | IDENTITY | more than one
          gzip;q=1.001                        | IDENTITY | more than one
          gzip;q=-1                           | IDENTITY | less than nothing
          gzip;q=.5                           | IDENTITY | no digit before the point
          gzip;q=0.1234                       | IDENTITY | four digits
          gzip;q=0,5                          | IDENTITY | a comma is no point
          gzip;q=x                            | IDENTITY | no number
          gzip;q=0.x                          | IDENTITY | no number
          gzip;q=                             | IDENTITY | no weight
          gzip;q                              | IDENTITY | no weight
          gzip;                               | IDENTITY | no weight
          gzip;q = 1                          | IDENTITY | blanks within
          gzip;q="1"                          | IDENTITY | quotes
          gzip;level=9                        | IDENTITY | no such parameter
          gzip;q=1;q=1                        | IDENTITY | twice
          gzip deflate                        | IDENTITY | no comma
          "gzip"                              | IDENTITY | quotes
          gzip/1.0                            | IDENTITY | no token
          gzipx, xgzip, gzi                   | IDENTITY | other words
          é;q=1, gzip                         | GZIP     | the rest counts
          gzip;q=9, gzip;q=0.5                | GZIP     | the rest counts
          identity;q=0;x, gzip;q=0            | IDENTITY | a broken refusal is none
          ,, ,gzip,                           | GZIP     | empty members

          # several lines are one list
          br & gzip                           | GZIP     | second line
          gzip;q=0 & *                        | IDENTITY | they are weighed together
          """)
  void chooses(String lines, String coding, String why) {
    assertThat(choose(lines.replace('␣', ' ').replace('␉', '\t'), AVAILABLE))
        .as(why)
        .isEqualTo(coding);
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          gzip, deflate, br, zstd             | BROTLI   | equal: the server's choice
          br                                  | BROTLI   | nothing else
          BR;q=0.5                            | BROTLI   | in any case
          brotli                              | IDENTITY | not its name
          b, r                                | IDENTITY | nor are these
          *                                   | BROTLI   | everything
          gzip                                | GZIP     | not asked for
          gzip, br;q=0.9                      | GZIP     | the heavier
          gzip;q=0.9, br                      | BROTLI   | the heavier
          br;q=0, *                           | GZIP     | all but
          gzip, *;q=0                         | GZIP     | nothing else
          gzip;q=0.5, *;q=0.8                 | BROTLI   | it covers br
          identity, br;q=0.1                  | IDENTITY | the heavier
          identity;q=0, gzip;q=0, br          | BROTLI   | one left
          identity;q=0, gzip;q=0, br;q=0      | 406      | none left
          br;q=2                              | IDENTITY | broken
          """)
  void choosesAmongAll(String lines, String coding, String why) {
    assertThat(choose(lines, ALL)).as(why).isEqualTo(coding);
  }

  @Test
  void sendsIdentityWhenNothingWasAsked() {
    assertThat(AcceptEncoding.choose(null, AVAILABLE)).contains(Coding.IDENTITY);
    assertThat(AcceptEncoding.choose(List.of(), AVAILABLE)).contains(Coding.IDENTITY);
  }

  @Test
  void choosesOnlyWhatThereIs() {
    List<Coding> identity = List.of(Coding.IDENTITY);
    assertThat(AcceptEncoding.choose(List.of("gzip"), identity)).contains(Coding.IDENTITY);
    assertThat(AcceptEncoding.choose(List.of("gzip, identity;q=0"), identity)).isEmpty();
    assertThat(AcceptEncoding.choose(List.of("*"), List.of())).isEmpty();
  }

  @Test
  void equalWeightsGoByTheServersPreference() {
    List<Coding> reversed = List.of(Coding.IDENTITY, Coding.GZIP);
    assertThat(AcceptEncoding.choose(List.of("*"), reversed)).contains(Coding.IDENTITY);
    assertThat(AcceptEncoding.choose(List.of("gzip"), reversed)).contains(Coding.GZIP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "gzip, deflate",
        "gzip, deflate, br",
        "gzip, deflate, br, zstd",
        "*;q=0.5"
      })
  void commonFieldsAllocateNothing(String line) {
    List<String> lines = List.of(line);
    assertThat(Allocation.bytesPerRun(() -> AcceptEncoding.choose(lines, ALL).isPresent()))
        .isLessThan(1);
  }

  @Test
  void hostileLinesComeToAnEnd() {
    for (String part : List.of(",", " ", "a", "gzip", "gzip;", ";q=0.1", "gzip;q=0.5 x,", "\",")) {
      for (int length : new int[] {1 << 16, 1 << 22}) {
        String line = part.repeat(length / part.length());
        assertThat(AcceptEncoding.choose(List.of(line), AVAILABLE)).contains(Coding.IDENTITY);
        assertThat(AcceptEncoding.choose(List.of(line + ",gzip"), AVAILABLE)).contains(Coding.GZIP);
      }
    }
  }

  private static String choose(String lines, List<Coding> available) {
    return AcceptEncoding.choose(Pattern.compile(" & ").splitAsStream(lines).toList(), available)
        .map(Coding::name)
        .orElse("406");
  }
}

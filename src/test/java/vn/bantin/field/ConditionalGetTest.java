package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.field.ConditionalAnswers.GZIP;
import static vn.bantin.field.ConditionalAnswers.assertAnswer;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.Allocation;
import vn.bantin.field.ConditionalGet.Outcome;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Validators;

/** The columns and signs of the tables are explained at {@link ConditionalAnswers}. */
final class ConditionalGetTest {
  @ParameterizedTest(name = "{0} {2} → {1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # the version that the client holds
          GET  | 200 | -                                         | nothing asked
          GET  | 304 | If-None-Match: "k3f-9a1b2c-gzip.5e1f"     | its own tag
          HEAD | 304 | If-None-Match: "k3f-9a1b2c-gzip.5e1f"     | HEAD is answered as GET is
          GET  | 304 | If-None-Match: W/"k3f-9a1b2c-gzip.5e1f"   | weak comparison
          GET  | 304 | If-None-Match: "k3f-9a1b2c-gzip.00000000" | other bytes of the same text
          GET  | 304 | If-None-Match: "k3f-9a1b2c-br.5e1f"       | another coding with its hash
          GET  | 304 | If-None-Match: "k3f-9a1b2c-gzip"          | a hash that got lost
          GET  | 304 | If-None-Match: "k3f-9a1b2c"               | the version without coding
          GET  | 304 | If-None-Match: W/"k3f-9a1b2c"             | nginx weakens when it compresses
          GET  | 304 | If-None-Match: "k3f-9a1b2c-br"            | another coding of the version
          GET  | 304 | If-None-Match: "k3f-9a1b2c-zstd"          | a proxy's own coding
          GET  | 304 | If-None-Match: "k3f-9a1b2c-deflate"       | an old proxy's own coding
          GET  | 304 | If-None-Match: "k3f-9a1b2c;gzip"          | semicolon form
          GET  | 304 | If-None-Match: "k3f-9a1b2c--gzip"         | two hyphens, Jetty's form
          GET  | 304 | If-None-Match: W/"k3f-9a1b2c--br"         | two hyphens and weak
          GET  | 304 | If-None-Match: "k3f-9a1b2c-gzip.5e1f-gzip" | Apache marks a marked tag again
          GET  | 304 | If-None-Match: W/"k3f-9a1b2c-br.5e1f;gzip" | whatever was marked before
          GET  | 304 | If-None-Match: "k3f-9a1b2c-gzip-gzip"     | and without the hash
          GET  | 304 | If-None-Match: "k3f-9a1b2c-gzip;gzip--br" | a chain of proxies

          # versions that are not this one
          GET  | 200 | If-None-Match: "k3e-9a1b2c-gzip"          | an older version
          GET  | 200 | If-None-Match: "k3f-9a1b2d-gzip"          | other bytes
          GET  | 200 | If-None-Match: "k3f-9a1b2"                | only the beginning
          GET  | 200 | If-None-Match: "k3f-9a1b2c0"              | longer than ours
          GET  | 200 | If-None-Match: "xk3f-9a1b2c"              | ours is only the end
          GET  | 200 | If-None-Match: "K3F-9A1B2C"               | tags have letter case
          GET  | 200 | If-None-Match: "k3f-9a1b2c-GZIP"          | so have the marks
          GET  | 200 | If-None-Match: "k3f-9a1b2c-"              | a mark without a coding
          GET  | 200 | If-None-Match: "k3f-9a1b2c;"              | a mark without a coding
          GET  | 200 | If-None-Match: "k3f-9a1b2c---gzip"        | one hyphen too many
          GET  | 200 | If-None-Match: "k3f-9a1b2c-gzi"           | half a coding
          GET  | 200 | If-None-Match: "k3f-9a1b2c-gzipx"         | more than a coding
          GET  | 200 | If-None-Match: "k3f-9a1b2c-lzma"          | a coding that nobody appends
          GET  | 200 | If-None-Match: "k3f-9a1b2cgzip"           | a coding without a mark
          GET  | 200 | If-None-Match: "k3f-9a1b2c.5e1f"          | a hash without a coding
          GET  | 200 | If-None-Match: "k3f-9a1b2c-gzip."         | a dot without a hash
          GET  | 200 | If-None-Match: "k3f-9a1b2c-gzip.5E1F"     | a hash has no capitals
          GET  | 200 | If-None-Match: "k3f-9a1b2c-gzip.5e.1f"    | nor a dot
          GET  | 200 | If-None-Match: "k3f-9a1b2c-gzip.-br"      | a dot without a hash, and a mark
          GET  | 200 | If-None-Match: "k3f-9a1b2c-gzip.          | never closed
          GET  | 200 | If-None-Match: ""                         | the empty tag is a tag

          # the asterisk
          GET  | 304 | If-None-Match: *                          | a representation exists
          HEAD | 304 | If-None-Match: ␣␉*␉␣                      | blanks around are no part of it
          GET  | 200 | If-None-Match: *, "k3e-000000"            | in a list it is malformed
          GET  | 304 | If-None-Match: *, "k3f-9a1b2c"            | and the rest of the list counts
          GET  | 200 | If-None-Match: *,                         | so it is before a comma
          GET  | 200 | If-None-Match: "*"                        | quoted it is a tag
          GET  | 200 | If-None-Match: W/*                        | and never weak
          GET  | 200 | If-None-Match: * & If-None-Match: *       | two lines are one list
          """)
  void oneTag(String method, int answer, String headers, String why) {
    assertAnswer(GZIP, method, answer, headers, why);
  }

  @ParameterizedTest(name = "{0} {2} → {1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET  | 304 | If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT     | that very second
          HEAD | 304 | If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT     | HEAD as GET
          GET  | 304 | If-Modified-Since: Wed, 07 Jan 2026 06:45:11 GMT     | any later date will do
          GET  | 200 | If-Modified-Since: Wed, 07 Jan 2026 06:45:09 GMT     | a second too early
          GET  | 304 | If-Modified-Since: Wednesday, 07-Jan-26 06:45:10 GMT | RFC 850
          GET  | 200 | If-Modified-Since: Wednesday, 07-Jan-26 06:45:09 GMT | RFC 850, too early
          GET  | 304 | If-Modified-Since: Wed Jan  7 06:45:10 2026          | asctime
          GET  | 200 | If-Modified-Since: Wed Jan  7 06:45:09 2026          | asctime, too early
          GET  | 304 | If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT␣␉   | blanks behind
          GET  | 304 | If-Modified-Since: Wed, 07 Jan 2026 09:00:00 GMT     | the second that is now
          GET  | 200 | If-Modified-Since: Wed, 07 Jan 2026 09:00:01 GMT     | yet to come: ignored
          GET  | 200 | If-Modified-Since: Fri, 31 Dec 9999 23:59:59 GMT     | far to come: ignored
          GET  | 200 | If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT     | long ago
          GET  | 200 | If-Modified-Since: Tue, 07 Jan 2026 06:45:10 GMT     | it was a Wednesday
          GET  | 200 | If-Modified-Since: Wed, 07 Jan 2026 06:45:10 UTC     | no such zone here
          GET  | 200 | If-Modified-Since: wed, 07 jan 2026 06:45:10 gmt     | wrong case
          GET  | 200 | If-Modified-Since: 2026-01-07T06:45:10Z              | RFC 3339 is none
          GET  | 200 | If-Modified-Since: 1767768310                        | nor is a number
          GET  | 200 | If-Modified-Since: garbage                           | nor is this
          GET  | 200 | If-Modified-Since:                                   | nor is nothing
          GET  | 200 | If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT; length=1 | nor is more
          GET  | 200 | If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT \
          & If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT | two lines are no date
          GET  | 200 | If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT, \
          Wed, 07 Jan 2026 06:45:10 GMT | nor is a list

          GET  | 200 | If-Unmodified-Since: Wed, 07 Jan 2026 06:45:10 GMT     | unmodified since
          GET  | 200 | If-Unmodified-Since: Wed, 07 Jan 2026 08:00:00 GMT     | nor since later
          GET  | 200 | If-Unmodified-Since: Wed, 07 Jan 2026 10:00:00 GMT     | nor since to come
          GET  | 412 | If-Unmodified-Since: Wed, 07 Jan 2026 06:45:09 GMT     | modified since
          HEAD | 412 | If-Unmodified-Since: Wed, 07 Jan 2026 06:45:09 GMT     | HEAD as GET
          GET  | 412 | If-Unmodified-Since: Wednesday, 07-Jan-26 06:45:09 GMT | RFC 850
          GET  | 412 | If-Unmodified-Since: Wed Jan  7 06:45:09 2026          | asctime
          GET  | 200 | If-Unmodified-Since: Tue, 07 Jan 2026 06:45:09 GMT     | no date: ignored
          GET  | 200 | If-Unmodified-Since: garbage                           | no date: ignored
          GET  | 200 | If-Unmodified-Since: Wed, 07 Jan 2026 06:45:09 GMT \
          & If-Unmodified-Since: Wed, 07 Jan 2026 06:45:09 GMT | two lines: ignored
          """)
  void dates(String method, int answer, String headers, String why) {
    assertAnswer(GZIP, method, answer, headers, why);
  }

  @ParameterizedTest(name = "{0} {2} → {1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET  | 200 | If-Match: "k3f-9a1b2c-gzip.5e1f"           | the selected representation
          HEAD | 412 | If-Match: "k3e-9a1b2c-gzip.5e1f"           | an older version
          GET  | 412 | If-Match: W/"k3f-9a1b2c-gzip.5e1f"         | weak tags never match strongly
          GET  | 412 | If-Match: "k3f-9a1b2c-gzip"                | a hash that got lost
          GET  | 412 | If-Match: "k3f-9a1b2c-gzip.5e1e"           | other bytes of the same text
          GET  | 412 | If-Match: "k3f-9a1b2c-gzip.5e1"            | half a hash
          GET  | 412 | If-Match: "k3f-9a1b2c-gzip.5e1f0"          | more than a hash
          GET  | 412 | If-Match: "k3f-9a1b2c-br.5e1f"             | another coding, other bytes
          GET  | 412 | If-Match: "k3f-9a1b2c"                     | another coding, other bytes
          GET  | 412 | If-Match: "k3f-9a1b2c-br"                  | another coding, other bytes
          GET  | 412 | If-Match: "k3f-9a1b2c-gzip.5e1f-gzip"      | a proxy's bytes, not ours
          GET  | 412 | If-Match: "k3f-9a1b2c-gzip.5e1f;gzip"      | a proxy's bytes, not ours
          GET  | 200 | If-Match: *                                | a representation exists
          GET  | 412 | If-Match: *, "a"                           | in a list it is malformed
          GET  | 200 | If-Match: "a", b, "k3f-9a1b2c-gzip.5e1f"   | in a list with a broken member
          GET  | 200 | If-Match: "a, "k3f-9a1b2c-gzip.5e1f"       | behind an open quote
          GET  | 412 | If-Match: "a" "k3f-9a1b2c-gzip.5e1f"       | no comma
          GET  | 200 | If-Match: "a" & If-Match: "k3f-9a1b2c-gzip.5e1f" | second line
          GET  | 412 | If-Match: garbage                          | sent, and nothing matches
          GET  | 412 | If-Match:                                  | sent, and nothing matches

          # which field goes before which
          GET  | 200 | If-Match: "k3f-9a1b2c-gzip.5e1f" \
          & If-Unmodified-Since: Wed, 07 Jan 2026 06:45:09 GMT | If-Match silences the date
          GET  | 412 | If-Match: garbage \
          & If-Unmodified-Since: Wed, 07 Jan 2026 06:45:10 GMT | even when it is unreadable
          GET  | 304 | If-Match: "k3f-9a1b2c-gzip.5e1f" & If-None-Match: "k3f-9a1b2c" | both hold
          GET  | 412 | If-Match: "a" & If-None-Match: "k3f-9a1b2c"   | If-Match goes first
          GET  | 200 | If-Match: * & If-None-Match: "a"              | nothing to stop it
          GET  | 304 | If-Match: * \
          & If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT | then the other date
          GET  | 412 | If-Unmodified-Since: Wed, 07 Jan 2026 06:45:09 GMT \
          & If-None-Match: "k3f-9a1b2c" | the date goes before If-None-Match
          GET  | 304 | If-Unmodified-Since: Wed, 07 Jan 2026 06:45:10 GMT \
          & If-None-Match: "k3f-9a1b2c" | and lets it speak when it holds
          GET  | 304 | If-Unmodified-Since: Wed, 07 Jan 2026 06:45:10 GMT \
          & If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT | both dates hold
          GET  | 200 | If-None-Match: "k3e-9a1b2c" \
          & If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT | If-None-Match silences the date
          GET  | 304 | If-None-Match: "k3f-9a1b2c" \
          & If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT | in both directions
          GET  | 200 | If-None-Match: garbage \
          & If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT | even when it is unreadable
          GET  | 200 | If-None-Match: \
          & If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT | even when it is empty

          # methods that neither read nor reach this server's feeds
          PUT    | 412 | If-None-Match: "k3f-9a1b2c"               | 304 is for GET and HEAD
          PUT    | 412 | If-None-Match: *                          | it exists already
          PUT    | 200 | If-None-Match: "a"                        | go ahead
          DELETE | 200 | If-Modified-Since: Wed, 07 Jan 2026 06:45:10 GMT | ignored
          get    | 412 | If-None-Match: "k3f-9a1b2c"               | methods have letter case
          """)
  void ifMatchAndPrecedence(String method, int answer, String headers, String why) {
    assertAnswer(GZIP, method, answer, headers, why);
  }

  @ParameterizedTest(name = "{0} {2} → {1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET | 304 | If-None-Match: "k3f-9a1b2c"      | its own tag
          GET | 304 | If-None-Match: "k3f-9a1b2c-gzip" | a client that asked for gzip before
          GET | 304 | If-None-Match: "k3f-9a1b2c-br.77" | or for brotli
          GET | 200 | If-Match: "k3f-9a1b2c"           | its own tag
          GET | 412 | If-Match: "k3f-9a1b2c-gzip.5e1f" | other bytes
          """)
  void identityIsSelected(String method, int answer, String headers, String why) {
    assertAnswer(
        new Validators("k3f-9a1b2c", Coding.IDENTITY, "", GZIP.lastModified()),
        method,
        answer,
        headers,
        why);
  }

  @ParameterizedTest(name = "{0} {2} → {1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET | 200 | If-Modified-Since: Wed, 07 Jan 2026 09:00:00 GMT   | before the change
          GET | 200 | If-Modified-Since: Wed, 07 Jan 2026 09:00:02 GMT   | yet to come: ignored
          GET | 200 | If-Modified-Since: Wed, 07 Jan 2026 09:00:03 GMT   | ignored however fitting
          GET | 412 | If-Unmodified-Since: Wed, 07 Jan 2026 09:00:02 GMT | to come, and counted
          GET | 200 | If-Unmodified-Since: Wed, 07 Jan 2026 09:00:03 GMT | and may hold
          GET | 304 | If-None-Match: "k3f-9a1b2c"                        | tags know no clock
          """)
  void theChangesSecondIsAheadOfTheClock(String method, int answer, String headers, String why) {
    Instant ahead = Instant.parse("2026-01-07T09:00:03Z");
    assertAnswer(
        new Validators("k3f-9a1b2c", Coding.GZIP, "5e1f", ahead), method, answer, headers, why);
  }

  @Test
  void oneTagIsComparedWithoutAllocation() {
    for (String tag :
        List.of("\"k3f-9a1b2c-gzip.5e1f\"", "W/\"k3f-9a1b2c\"", "\"k3e-77f001-gzip.5e1f\"")) {
      Preconditions asked = new Preconditions(List.of(), List.of(tag), List.of(), List.of());
      assertThat(
              Allocation.bytesPerRun(() ->
                  ConditionalGet.decide("GET", asked, GZIP, ConditionalAnswers.NOW)
                      != Outcome.PRECONDITION_FAILED))
          .as(tag)
          .isLessThan(1);
    }
  }
}

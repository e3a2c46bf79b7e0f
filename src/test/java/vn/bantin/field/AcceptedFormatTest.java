package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.feed.Format;

final class AcceptedFormatTest {
  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # one range
          application/atom+xml                | ATOM | its media type
          application/rss+xml                 | RSS  | its media type
          application/feed+json               | JSON | its media type
          APPLICATION/RSS+XML                 | RSS  | in any case
          application/json                    | JSON | plain JSON
          application/xml                     | ATOM | plain XML
          text/xml                            | ATOM | plain XML
          */*                                 | ATOM | anything
          application/*                       | ATOM | any of the type
          Application/*                       | ATOM | in any case
          text/*                              | 406  | no feed is text
          text/html                           | 406  | nor a page
          image/avif                          | 406  | nor a picture
          application/rdf+xml                 | 406  | a format that there is not

          # weights
          application/rss+xml, application/atom+xml                   | ATOM | order means nothing
          application/rss+xml, application/feed+json                  | RSS  | RSS before JSON
          application/rss+xml, application/atom+xml;q=0.9             | RSS  | the heavier
          application/rss+xml;q=0.8, application/feed+json;q=0.801    | JSON | three digits count
          application/atom+xml;q=0                                    | 406  | refused
          application/atom+xml;q=0, */*                               | RSS  | all but
          application/atom+xml;q=0, application/rss+xml;q=0, */*;q=.1 | JSON | all but two
          application/json, application/rss+xml;q=0.9                 | JSON | a plain name's weight
          application/json;q=0.5, application/rss+xml;q=0.9           | RSS  | a plain name's weight
          text/xml;q=0.4, application/xml;q=0.6, application/json;q=0.5 | ATOM | best of its names
          */*;q=0                                                     | 406  | nothing at all

          # the closest range decides
          */*, application/atom+xml;q=0.5                             | RSS  | Atom has its own
          application/*;q=0.2, */*, application/feed+json;q=0.3       | JSON | type before anything
          application/xml;q=0.2, application/atom+xml, */*;q=0.5 | ATOM | own name first
          application/atom+xml;q=0.2, application/xml, */*;q=0.5 | RSS | own name first
          application/xml;q=0, */*;q=0.1                              | RSS  | plain before any
          application/json;q=0, application/feed+json                 | JSON | own name before plain
          application/atom+xml;q=0.1, application/atom+xml, */*;q=0.5 | ATOM | the best of two

          # what clients send
          application/rss+xml, application/rdf+xml;q=0.8, application/atom+xml;q=0.6, \
          application/xml;q=0.4, text/xml;q=0.4 | RSS | a reader that prefers RSS
          application/atom+xml, application/rss+xml, application/xml;q=0.8, text/xml;q=0.7, \
          */*;q=0.5 | ATOM | a reader
          application/feed+json, application/atom+xml;q=0.9, */*;q=0.1 | JSON | a modern reader
          text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | ATOM | a browser
          text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | ATOM | an old Java client

          # parameters
          application/rss+xml;charset=utf-8                           | RSS  | left aside
          application/rss+xml ; charset=utf-8 ; q=0.5, application/json;q=0.4 | RSS | and q behind
          application/rss+xml;q=0.5;v=1, application/json;q=0.6       | JSON | and q before
          application/rss+xml;;q=0.5;, application/json;q=0.6         | JSON | empty ones
          application/rss+xml;v="a,b;q=0";q=0.5, application/json;q=0.4 | RSS | quoted commas
          application/rss+xml;v="\\"";q=0.5, application/json;q=0.4   | RSS  | quoted quotes
          application/rss+xml;Q=0.5, application/json;q=0.6           | JSON | capital Q
          application/rss+xml;q=0.5;v="", application/json;q=0.6      | JSON | empty quotes

          # broken members are skipped
          application/rss+xml;q=2, application/json;q=0.1             | JSON | more than one
          application/rss+xml;q=0.1234, application/json;q=0.1        | JSON | four digits
          application/atom+xml;q=., */*                               | ATOM | no digits
          application/rss+xml;q="1", application/json;q=0.1           | JSON | quotes
          application/rss+xml;q=1;q=1, application/json;q=0.1         | JSON | weighed twice
          application/rss+xml;q, application/json;q=0.1               | JSON | no weight
          application/rss+xml;q =1, application/json;q=0.1            | JSON | blank within
          application/rss+xml;v="a, application/json;q=0.1            | JSON | never closed
          application/rss+xml;v="a"b, application/json;q=0.1          | JSON | stray letter
          application/rss+xml;v="\\, application/json;q=0.1           | JSON | ends in an escape
          application/rss+xml x, application/json;q=0.1               | JSON | stray word
          application / rss+xml, application/json;q=0.1               | JSON | blanks within
          application/, /rss+xml, */rss+xml, *, application/json      | JSON | not whole
          é/é, "application/rss+xml", application/json                | JSON | no tokens
          ,, ,application/rss+xml,                                    | RSS  | empty members

          # nothing readable says nothing
          ``                                                          | ATOM | empty
          ,                                                           | ATOM | empty members
          garbage                                                     | ATOM | no media range

          # several lines are one list
          text/html & application/rss+xml                             | RSS  | second line
          application/atom+xml;q=0 & */*                              | RSS  | weighed together
          */rss+xml                                                   | ATOM | no media range either
          garbage & text/html                                         | 406  | one can be read
          """)
  void chooses(String lines, String format, String why) {
    assertThat(
            AcceptedFormat.choose(Pattern.compile(" & ").splitAsStream(lines).toList())
                .map(Format::name)
                .orElse("406"))
        .as(why)
        .isEqualTo(format);
  }

  @Test
  void sendsAtomWhenNothingWasAsked() {
    assertThat(AcceptedFormat.choose(null)).contains(Format.ATOM);
    assertThat(AcceptedFormat.choose(List.of())).contains(Format.ATOM);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatCanBeAskedForByItsMediaType(Format format) {
    assertThat(AcceptedFormat.choose(List.of(format.mediaType()))).contains(format);
  }

  @Test
  void hostileLinesComeToAnEnd() {
    for (String part :
        List.of(
            ",",
            " ",
            "a",
            "a/b",
            "a/b;",
            "a/b;c=\",",
            "a/b;c=\"\\",
            "a/b;c=\",\";",
            ";c=\",\"",
            "\"")) {
      for (int length : new int[] {1 << 16, 1 << 22}) {
        String line = part.repeat(length / part.length());
        assertThat(AcceptedFormat.choose(List.of(line, "application/rss+xml")))
            .contains(Format.RSS);
        assertThat(AcceptedFormat.choose(List.of("a/b" + line, "application/rss+xml")))
            .contains(Format.RSS);
      }
    }
  }
}

package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManipulationsTest {

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          feed                        | true  | what feed readers send
          FEED                        | true  | in any case
          ␣␉feed␉                     | true  | blanks
          feed, gzip                  | true  | the order of the server
          vcdiff, diffe, feed         | true  | the last of them
          gzip, diffe;q=0.5, feed;q=0.1 | true | weighed
          feed;q=0.001                | true  | the least weight
          feed ; Q=1.000              | true  | blanks, capital Q
          feed;q=0, feed              | true  | named twice: the best counts
          ;;;, feed                   | true  | behind a broken member
          "feed, feed                 | true  | behind an open quote
          x="a,b", feed               | true  | behind a comma within quotes
          x & feed                    | true  | on the second line

          ``                          | false | nothing
          vcdiff, gzip, range         | false | none of ours
          feed;q=0                    | false | refused
          feed;q=0.000                | false | refused at full length
          feed;q=2                    | false | no weight
          feed;q=                     | false | no weight
          feed;version=2              | false | a parameter that there is not
          feeds                       | false | another word
          feed channel                | false | two words
          "feed"                      | false | quoted
          feed/1                      | false | no token
          *                           | false | there is no asterisk
          x;y="a, feed, b"            | false | within quotes
          ,,,                         | false | empty members
          """)
  void findsFeed(String lines, boolean included, String why) {
    List<String> received =
        Arrays.stream(lines.split(" & ", -1))
            .map(line -> line.replace('␣', ' ').replace('␉', '\t'))
            .toList();
    assertThat(Manipulations.includeFeed(received)).as(why).isEqualTo(included);
  }

  @Test
  void aFieldThatWasNotSentIncludesNothing() {
    assertThat(Manipulations.includeFeed(null)).isFalse();
  }
}

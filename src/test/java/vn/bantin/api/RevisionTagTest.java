package vn.bantin.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RevisionTagTest {

  private static final long SEQ = 46;

  @Test
  void isTheNumberOfTheChange() {
    assertThat(RevisionTag.of(SEQ)).isEqualTo("\"1a\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"1a\"`           | true  | true",
        "`\"x\", \"1a\"`    | true  | true",
        "`*`                | true  | true",
        "`W/\"1a\"`         | false | true",
        "`\"1b\"`           | false | false",
        "`1a`               | false | false",
        "`\"1a`             | false | false",
        "`\"1A\"`           | false | false",
        "`\"-1a\"`          | false | false",
        "`\"zzzzzzzzzzzzzzzzzzzzzzzz\"` | false | false",
        "``                 | false | false"
      })
  void isFoundInWhatIsAsked(String field, boolean strongly, boolean weakly) {
    assertThat(RevisionTag.matches(field, SEQ)).isEqualTo(strongly);
    assertThat(RevisionTag.isKnown(field, SEQ)).isEqualTo(weakly);
  }

  @Test
  void whoAsksForNothingKnowsNothing() {
    assertThat(RevisionTag.isKnown(null, SEQ)).isFalse();
  }
}

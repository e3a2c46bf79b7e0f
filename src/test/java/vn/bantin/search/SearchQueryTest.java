package vn.bantin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchQueryTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "dân vận | [dan] [van]",
        "`\"dân vận\" khéo` | [dan van] [kheo]",
        "“dân vận” „khéo” | [dan van] [kheo]",
        "`\"dân vận` | [dan van]",
        "`a\"b c\"d` | [a] [b c] [d]",
        "24/7 | [24 7]",
        "lúa -lũ | [lua] -[lu]",
        "`lúa -\"lũ quét\"` | [lua] -[lu quet]",
        "kinh-tế | [kinh te]",
        "author:mận | @[man]",
        "`AUTHOR: \"Lê Thị Mận\" lúa` | @[le thi man] [lua]",
        "lúa -author:mận | [lua] -@[man]",
        "author: lúa | @[lua]",
        "lúa author: | [lua]",
        "lúa - \"\" ! | [lua]",
        "authority:lúa | [authority lua]"
      },
      delimiter = '|')
  void readsTerms(String typed, String terms) {
    assertThat(SearchQuery.read(typed)).isInstanceOf(SearchQuery.class);
    assertThat(spelled((SearchQuery) SearchQuery.read(typed))).isEqualTo(terms);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!", "\"\"", "author:", "- -", "\uD800"})
  void wantsAWord(String typed) {
    assertThat(SearchQuery.read(typed)).isEqualTo(Unsearchable.EMPTY);
  }

  @Test
  void wantsMoreThanWhatMustNotBeThere() {
    assertThat(SearchQuery.read("-lũ -\"quét\"")).isEqualTo(Unsearchable.ONLY_EXCLUDED);
  }

  @Test
  void takesNoMoreThanItCanLookFor() {
    assertThat(SearchQuery.read("a ".repeat(SearchQuery.MAX_WORDS)))
        .isInstanceOf(SearchQuery.class);
    assertThat(SearchQuery.read("a ".repeat(SearchQuery.MAX_WORDS + 1)))
        .isEqualTo(Unsearchable.TOO_MANY_WORDS);
    assertThat(SearchQuery.read("a".repeat(SearchQuery.MAX_LENGTH)))
        .isInstanceOf(SearchQuery.class);
    assertThat(SearchQuery.read("a".repeat(SearchQuery.MAX_LENGTH + 1)))
        .isEqualTo(Unsearchable.TOO_LONG);
  }

  @Test
  void isOneHoweverItIsTyped() {
    assertThat(SearchQuery.read("  dân\t vận ")).isEqualTo(SearchQuery.read("da\u0302n vận"));
  }

  @Test
  void readsWhateverIsTyped() {
    Random random = new Random(7);
    String alphabet = "aâđ \"“-:().*^{}+\uD800\uDC00\u0301\u0000\nauthor:AND NOT OR NEAR";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder typed = new StringBuilder();
      random
          .ints(random.nextInt(40), 0, alphabet.length())
          .forEach(at -> typed.append(alphabet.charAt(at)));
      if (SearchQuery.read(typed.toString()) instanceof SearchQuery query) {
        assertThat(query.terms()).anyMatch(term -> !term.excluded());
        assertThat(query.terms()).noneMatch(term -> term.words().isEmpty());
      }
    }
  }

  private static String spelled(SearchQuery query) {
    return query.terms().stream()
        .map(term ->
            (term.excluded() ? "-" : "")
                + (term.field() == Term.Field.AUTHOR ? "@" : "")
                + "["
                + term.words().folded()
                + "]")
        .collect(Collectors.joining(" "));
  }
}

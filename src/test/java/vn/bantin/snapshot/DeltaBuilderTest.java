package vn.bantin.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.article.ArticleId;
import vn.bantin.store.FeedEntry;
import vn.bantin.store.LoggedEntry;

final class DeltaBuilderTest {

  /** Windows and changes are named by article, with the number of the last change. */
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          c9 b2 a1       | c9          | c     | a new article
          c3 b9 a1       | b9          | b     | a corrected one
          c3 b2 a1       | x9          | a     | one that left lets one in at the end
          c3 b2 a1       | y9 x8       | b a   | two that left let two in
          c3 b2 a1       | z9 y8 x7    | c b a | three
          c3 b2 a1       | z9 y8 x7 w6 | c b a | more than there are
          d9 c3 b2 a1    | d9 x8       | d a   | one came and one left
          c3 b2 a9       | a9          | a     | a changed one at the end
          d4 c3 b2 a9    | a9 x8       | b a   | it takes nobody's place there
          d4 c9 b2 a8    | c9 a8 y7 x6 | d c b a | nor in between
          """)
  void whatIsLackingIsWhatChangedAndWhatCameUpFromBelow(
      String window, String changes, String lacking, String why) {
    assertThat(DeltaBuilder.lacking(entries(window), log(changes)))
        .as(why)
        .extracting(article -> article.id().value())
        .containsExactly(lacking.split(" "));
  }

  private static List<FeedEntry> entries(String window) {
    return Arrays.stream(window.split(" "))
        .map(entry -> new FeedEntry(article(entry.substring(0, 1), "dan-van", 1), 1, seq(entry)))
        .toList();
  }

  private static List<LoggedEntry> log(String changes) {
    return Arrays.stream(changes.split(" "))
        .map(entry ->
            new LoggedEntry(new ArticleId(entry.substring(0, 1)), seq(entry), Instant.EPOCH, true))
        .toList();
  }

  private static long seq(String entry) {
    return Long.parseLong(entry.substring(1));
  }
}

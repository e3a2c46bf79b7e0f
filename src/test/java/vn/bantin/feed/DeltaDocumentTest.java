package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.saying;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;

/** A feed that holds what is new and names what is gone. */
final class DeltaDocumentTest {

  private static final List<Tombstone> GONE =
      List.of(
          new Tombstone(new ArticleId("z"), Instant.parse("2026-02-03T04:05:06Z")),
          new Tombstone(new ArticleId("songmay.example:y"), Instant.parse("2026-02-03T04:05:05Z")));

  private final FeedBuilder builder = new FeedBuilder();

  @ParameterizedTest
  @EnumSource(value = Format.class, mode = Mode.EXCLUDE, names = "RSS")
  void writesTheGoldenFile(Format format) throws IOException {
    FeedSource source = delta(GONE, article("b", "dan-van", 3));
    assertThat(text(source, format)).isEqualTo(golden("delta." + format.extension()));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void breaksNoRuleOfItsFormat(Format format) {
    for (FeedSource source : List.of(delta(GONE, article("b", "dan-van", 3)), delta(GONE))) {
      assertThat(
              FeedRules.violations(
                  builder.build(source, format).bytes(),
                  format.contentType(),
                  source.addresses().feed("dan-van", format)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void isAFeedLikeAnyOtherWhenNothingIsGone(Format format) {
    Article article = article("b", "dan-van", 3);
    assertThat(text(delta(List.of(), article), format))
        .isEqualTo(text(Newsrooms.source(article), format))
        .doesNotContain("tombstones", "_bantin");
  }

  @Test
  void rssHasNoWordForWhatIsGone() {
    Article article = article("b", "dan-van", 3);
    assertThat(text(delta(GONE, article), Format.RSS))
        .isEqualTo(text(Newsrooms.source(article), Format.RSS));
  }

  @Test
  void whatIsGoneIsNamedEvenBesideAnArticleThatCannotBeWritten() {
    Article bad = saying(article("bad", "dan-van", 2), "<p>\u0001</p>");
    FeedSource source = delta(GONE, bad, article("a", "dan-van", 1));
    assertThat(text(source, Format.ATOM))
        .contains("articles/a<", "ref=\"tag:songmay.example,2026:articles/z\"")
        .doesNotContain("articles/bad");
  }

  private static FeedSource delta(List<Tombstone> gone, Article... articles) {
    FeedSource whole = Newsrooms.source(articles);
    return new FeedSource(
        whole.site(),
        whole.definition(),
        whole.addresses(),
        whole.changedAt(),
        whole.articles(),
        gone,
        null);
  }

  private String text(FeedSource source, Format format) {
    return new String(builder.build(source, format).bytes(), StandardCharsets.UTF_8);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = DeltaDocumentTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

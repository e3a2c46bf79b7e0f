package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.saying;
import static vn.bantin.article.Articles.titled;
import static vn.bantin.article.Articles.withMedia;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.article.Article;

/** Feeds as the rules of the formats, and the warnings of validators, want them. */
final class FeedValidityTest {

  private final FeedBuilder builder = new FeedBuilder();

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFeedOfAllSortsBreaksNoRule(Format format) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Article plain = article("a" + i, i % 2 == 0 ? "dan-van" : "kinh-te", i / 3);
      articles.add(i % 4 == 0 ? withMedia(plain) : plain);
    }
    articles.add(
        saying(
            titled(article("b", "dan-van", 1), "“Dân vận khéo” & R&D – số 1"), "<p>a &amp; b</p>"));
    assertThat(violations(Newsrooms.source(articles.toArray(Article[]::new)), format)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void fiveHundredArticlesOfOneMomentBreakNoRule(Format format) {
    Article[] articles =
        IntStream.range(0, FeedDefinition.MAX_LIMIT)
            .mapToObj(i -> article("a" + i, "dan-van", 0))
            .toArray(Article[]::new);
    assertThat(violations(Newsrooms.source(articles), format)).isEmpty();
  }

  @Test
  void everySpellingOfAMomentIsReadAsThatMoment() {
    Article[] articles =
        IntStream.range(0, FeedDefinition.MAX_LIMIT)
            .mapToObj(i -> article("a" + i, "dan-van", 0))
            .toArray(Article[]::new);
    String feed =
        new String(
            builder.build(Newsrooms.source(articles), Format.ATOM).bytes(), StandardCharsets.UTF_8);
    List<String> spellings =
        Pattern.compile("    <updated>(.*?)</updated>")
            .matcher(feed)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(spellings).hasSize(articles.length).doesNotHaveDuplicates();
    assertThat(spellings)
        .extracting(text -> OffsetDateTime.parse(text).toInstant())
        .containsOnly(articles[0].updated().toInstant());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void anEmptyFeedBreaksNoRule(Format format) {
    assertThat(violations(Newsrooms.source(), format)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aSummaryFeedBreaksNoRule(Format format) {
    FeedSource full = Newsrooms.source(withMedia(article("a", "dan-van", 1)));
    FeedSource summaries =
        new FeedSource(
            full.site(),
            Newsrooms.summaries(full.definition()),
            full.addresses(),
            full.changedAt(),
            full.articles());
    assertThat(violations(summaries, format)).isEmpty();
  }

  private List<String> violations(FeedSource source, Format format) {
    return FeedRules.violations(
        builder.build(source, format).bytes(),
        format.contentType(),
        source.addresses().feed(source.definition().name(), format));
  }
}

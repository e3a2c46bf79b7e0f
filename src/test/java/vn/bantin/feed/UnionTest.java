package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.withMedia;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.Article;

final class UnionTest {

  private static final Site SITE = Newsrooms.site();
  private static final FeedCatalog CATALOG = Newsrooms.catalog();

  @Test
  void isNamedByItsMembersInOrder() {
    assertThat(Union.of("dan-van+kinh-te", CATALOG).orElseThrow().definition(SITE).name())
        .isEqualTo("dan-van+kinh-te");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dan-van",
        "kinh-te+dan-van",
        "dan-van+dan-van",
        "dan-van+dan-van+kinh-te",
        "dan-van+",
        "+dan-van",
        "dan-van++kinh-te",
        "+",
        "",
        "dan-van+khong-co",
        "dan-van kinh-te"
      })
  void hasNoOtherName(String name) {
    assertThat(Union.of(name, CATALOG)).isEmpty();
  }

  @Test
  void isOfEightFeedsAtMost() {
    FeedCatalog many =
        new FeedCatalog(SITE, IntStream.range(0, 9).mapToObj(i -> feed("f" + i, 50)).toList());
    assertThat(Union.of("f0+f1+f2+f3+f4+f5+f6+f7", many)).isPresent();
    assertThat(Union.of("f0+f1+f2+f3+f4+f5+f6+f7+f8", many)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Union(List.copyOf(many.feeds())));
  }

  @Test
  void suitsEveryMember() {
    FeedDefinition a = definition("a", 10, Content.FULL, Duration.ofMinutes(9), "vi");
    FeedDefinition b = definition("b", 30, Content.SUMMARY, Duration.ofMinutes(2), "vi");
    FeedDefinition union = new Union(List.of(a, b)).definition(SITE);
    assertThat(union.title()).isEqualTo("Mục a + Mục b");
    assertThat(union.description()).isEqualTo("Tin a + Tin b");
    assertThat(union.limit()).isEqualTo(30);
    assertThat(union.content()).isEqualTo(Content.SUMMARY);
    assertThat(union.ttl()).isEqualTo(Duration.ofMinutes(2));
    assertThat(union.language()).isEqualTo("vi");
    assertThat(union.image()).isNull();
  }

  @Test
  void hasTheLanguageOfItsMembersOrElseTheSites() {
    FeedDefinition a = definition("a", 10, Content.FULL, Duration.ofMinutes(9), "jra");
    FeedDefinition b = definition("b", 10, Content.FULL, Duration.ofMinutes(9), "bdq");
    FeedDefinition c = definition("c", 10, Content.FULL, Duration.ofMinutes(9), "jra");
    assertThat(new Union(List.of(a, c)).definition(SITE).language()).isEqualTo("jra");
    assertThat(new Union(List.of(a, b)).definition(SITE).language()).isEqualTo("vi");
  }

  @Test
  void hasEachArticleOnceNewestFirstAndNoMoreThanTheLargestLimit() {
    Union union = new Union(List.of(feed("a", 2), feed("b", 3)));
    Article both = article("both", "x", 5);
    List<Article> merged =
        union.merge(
            Stream.of(
                List.of(both, article("old", "x", 1)),
                List.of(article("new", "x", 9), both, article("older", "x", 0))));
    assertThat(merged).extracting(a -> a.id().value()).containsExactly("new", "both", "old");
  }

  @Test
  void putsArticlesOfOneMomentInOneOrderWhereverTheyComeFrom() {
    Union union = new Union(List.of(feed("a", 9), feed("b", 9)));
    Article one = article("mot", "x", 1);
    Article two = article("hai", "x", 1);
    assertThat(union.merge(Stream.of(List.of(one), List.of(two))))
        .isEqualTo(union.merge(Stream.of(List.of(two), List.of(one))))
        .hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryRuleOfItsFormat(Format format) {
    Union union = Union.of("dan-van+kinh-te+ton-giao", CATALOG).orElseThrow();
    Addresses addresses = Newsrooms.addresses();
    FeedSource source =
        new FeedSource(
            SITE,
            union.definition(SITE),
            addresses,
            Instant.parse("2026-03-01T00:00:00Z"),
            List.of(withMedia(article("a", "dan-van", 2)), article("b", "kinh-te", 1)));
    String self = addresses.feed("dan-van+kinh-te+ton-giao", format);
    BuiltFeed built = new FeedBuilder().build(source, format);
    assertThat(self).endsWith("/feeds/dan-van+kinh-te+ton-giao." + format.extension());
    assertThat(FeedRules.violations(built.bytes(), format.contentType(), self)).isEmpty();
  }

  private static FeedDefinition feed(String name, int limit) {
    return definition(name, limit, Content.FULL, Duration.ofMinutes(5), "vi");
  }

  private static FeedDefinition definition(
      String name, int limit, Content content, Duration ttl, String language) {
    return new FeedDefinition(
        name,
        "Mục " + name,
        "Tin " + name,
        List.of(),
        List.of(),
        List.of(),
        limit,
        content,
        ttl,
        Duration.ZERO,
        language,
        null);
  }
}

package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.pictured;
import static vn.bantin.article.Articles.reportedBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.FoldedText;

/** What a partner gets of a feed. */
final class DeliveryTest {

  private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
  private static final FeedDefinition FEED = Newsrooms.catalog().feed("moi-nhat").orElseThrow();

  private final List<Article> articles =
      IntStream.range(0, 40).mapToObj(i -> article("a" + i, "dan-van", 40 - i)).toList();

  @Test
  void theNewestUpToTheLimitAreSent() {
    Delivery delivery = deliver(Newsrooms.partner(Content.FULL, Profile.NONE, Rights.ALL));
    assertThat(ids(delivery.sent())).hasSize(35).startsWith("a0", "a1").endsWith("a34");
    assertThat(delivery.kept()).isEmpty();
    assertThat(delivery.feed().limit()).isEqualTo(35);
  }

  @Test
  void whatFallsShortIsKeptWithItsReasonsAndItsPlaceStaysEmpty() {
    Partner partner = Newsrooms.partner(Content.FULL, Profile.MSN, Rights.ALL);
    Delivery delivery = deliver(partner);
    assertThat(delivery.sent()).isEmpty();
    assertThat(delivery.kept())
        .hasSize(35)
        .allSatisfy(kept ->
            assertThat(kept.why())
                .extracting(why -> why.rule().code())
                .containsExactly("full-text", "no-picture"));
  }

  @Test
  void whatIsTooManyForTheProfileIsKept() {
    List<Article> good = articles.stream().map(a -> pictured(a, 500, 300)).toList();
    Partner partner = Newsrooms.partner(Content.FULL, Profile.FLIPBOARD, Rights.ALL);
    Delivery delivery = Delivery.of(partner, Newsrooms.site(), FEED, good, NOW);
    assertThat(delivery.sent()).hasSize(30);
    assertThat(delivery.kept())
        .hasSize(5)
        .allSatisfy(kept ->
            assertThat(kept.why()).containsExactly(new Shortfall(Shortfall.Rule.COUNT, 31, 30)));
    assertThat(
            Delivery.of(partner, Newsrooms.site(), FEED, good, NOW.plus(Duration.ofDays(30)))
                .sent())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"songmay.example", "SongMay.example", "Đài Sông Mây", "dai song may"})
  void itsOwnIsWhatTheNewsroomSigns(String source) {
    assertThat(sentOf(reportedBy(articles.getFirst(), source), own())).isTrue();
  }

  @Test
  void whatAnAgencyReportedIsNotItsOwn() {
    Article agency = reportedBy(articles.getFirst(), "Hãng tin Núi Xa");
    assertThat(sentOf(agency, own())).isFalse();
    assertThat(sentOf(agency, Rights.ALL)).isTrue();
    assertThat(sentOf(reportedBy(articles.getFirst(), null), own())).isTrue();
  }

  @Test
  void categoriesAndTagsKeepAnArticleBackWithoutAWord() {
    assertThat(sentOf(articles.getFirst(), new Rights(false, Set.of("dan-van"), Set.of())))
        .isFalse();
    assertThat(sentOf(articles.getFirst(), new Rights(false, Set.of("kinh-te"), Set.of())))
        .isTrue();
    Set<FoldedText> tags = Set.of(FoldedText.of("NONG THON"));
    Partner partner =
        Newsrooms.partner(Content.FULL, Profile.MSN, new Rights(false, Set.of(), tags));
    assertThat(deliver(partner).sent()).isEmpty();
    assertThat(deliver(partner).kept()).isEmpty();
  }

  @Test
  void rightsMakeItLookFurther() {
    assertThat(Newsrooms.partner(Content.FULL, Profile.NONE, Rights.ALL).reach()).isEqualTo(35);
    assertThat(Newsrooms.partner(Content.FULL, Profile.NONE, own()).reach()).isEqualTo(500);
  }

  @Test
  void everyFeedOfAPartnerIsThere() {
    Partner partner = Newsrooms.partner(Content.FULL, Profile.NONE, Rights.ALL);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new FeedCatalog(
                Newsrooms.site(),
                List.of(),
                Signposts.NONE,
                new Partners(List.of(partner), false),
                null))
        .withMessageContaining("moi-nhat");
  }

  @Test
  void whoMayEmbedIsWhoGetsTheFeed() {
    Partner partner = Newsrooms.partner(Content.FULL, Profile.NONE, Rights.ALL);
    assertThat(catalog(new Partners(List.of(partner), false)).embedders("dan-van"))
        .isEqualTo(new Embedders.Anyone());
    FeedCatalog theirs = catalog(new Partners(List.of(partner), true));
    Embedders only = new Embedders.Only(Set.of("https://bao.example"));
    assertThat(theirs.embedders("dan-van")).isEqualTo(only);
    assertThat(theirs.embedders("dan-van+moi-nhat")).isEqualTo(only);
    assertThat(theirs.embedders("dan-van+kinh-te")).isEqualTo(new Embedders.Only(Set.of()));
    assertThat(theirs.embedders("kinh-te")).isEqualTo(new Embedders.Only(Set.of()));
  }

  private static FeedCatalog catalog(Partners partners) {
    FeedCatalog plain = Newsrooms.catalog();
    return new FeedCatalog(plain.site(), plain.feeds(), Signposts.NONE, partners, null);
  }

  private static Rights own() {
    return new Rights(true, Set.of(), Set.of());
  }

  private static boolean sentOf(Article article, Rights rights) {
    Partner partner = Newsrooms.partner(Content.FULL, Profile.NONE, rights);
    return !Delivery.of(partner, Newsrooms.site(), FEED, List.of(article), NOW).sent().isEmpty();
  }

  private Delivery deliver(Partner partner) {
    return Delivery.of(partner, Newsrooms.site(), FEED, articles, NOW);
  }

  private static List<String> ids(List<Article> articles) {
    return articles.stream().map(Article::id).map(ArticleId::value).toList();
  }
}

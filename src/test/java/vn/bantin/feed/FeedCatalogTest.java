package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.saying;
import static vn.bantin.article.Articles.titled;
import static vn.bantin.feed.Newsrooms.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.bantin.article.Article;

final class FeedCatalogTest {

  private final FeedCatalog catalog = Newsrooms.catalog();

  @Test
  void placesByCategory() {
    assertThat(catalog.feedsOf(article("a", "ton-giao", 1)))
        .containsExactlyInAnyOrder("ton-giao", "moi-nhat");
  }

  @Test
  void placesByWordsInTitleSummaryOrBody() {
    Article plain = article("a", "khac", 1);
    assertThat(catalog.feedsOf(titled(plain, "KINH TE tháng này"))).contains("kinh-te");
    assertThat(catalog.feedsOf(saying(plain, "<p>phát triển <b>kinh</b> tế</p>")))
        .contains("kinh-te");
    assertThat(catalog.feedsOf(saying(plain, "<p>kinh &amp; tế</p>"))).contains("kinh-te");
    assertThat(catalog.feedsOf(saying(plain, "<p title=\"kinh tế\">kinh tếp</p>")))
        .containsExactly("moi-nhat");
  }

  @Test
  void excludedCategoriesWinOverWords() {
    FeedDefinition f = feed("kinh-te", List.of("kinh-te"), List.of("kinh tế"));
    FeedDefinition excluding =
        new FeedDefinition(
            f.name(),
            f.title(),
            f.description(),
            f.include(),
            List.of("ton-giao"),
            f.words(),
            f.limit(),
            f.content(),
            f.ttl(),
            f.tombstones(),
            f.language(),
            f.image());
    FeedCatalog other = new FeedCatalog(Newsrooms.site(), List.of(excluding));
    Article both = titled(article("a", "kinh-te", 1), "Kinh tế");
    assertThat(other.feedsOf(both)).containsExactly("kinh-te");
    assertThat(other.feedsOf(both.withCategories(List.of("kinh-te", "ton-giao")))).isEmpty();
  }

  @Test
  void tellsCategoriesFromWords() {
    Article article = saying(article("a", "khac", 1), "<p>Dân vận, tôn giáo</p><p>kinh tế</p>");
    assertThat(catalog.categoriesByWords(article))
        .containsExactly("dan-van", "kinh-te", "ton-giao");
  }

  @Test
  void refusesTwoFeedsOfOneName() {
    FeedDefinition f = feed("a", List.of(), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeedCatalog(Newsrooms.site(), List.of(f, f)));
  }

  @Test
  void refusesSignpostsThatLeadNowhere() {
    List<FeedDefinition> feeds = List.of(feed("a", List.of(), List.of()));
    for (Signposts signposts :
        List.of(
            new Signposts("b", Map.of()),
            new Signposts(null, Map.of("b", new FormerFeed.Renamed("c"))))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FeedCatalog(Newsrooms.site(), feeds, signposts));
    }
    for (String address : List.of("/feeds/a", "https://songmay.example/cũ")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FormerFeed.MovedAway(URI.create(address)));
    }
  }

  @Test
  void refusesDefinitionsOutOfRange() {
    FeedDefinition f = feed("a", List.of(), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new FeedDefinition(
                "a",
                "a",
                "",
                List.of(),
                List.of(),
                List.of(),
                0,
                f.content(),
                f.ttl(),
                Duration.ZERO,
                "vi",
                null));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new FeedDefinition(
                "a",
                "a",
                "",
                List.of(),
                List.of(),
                List.of(),
                1,
                f.content(),
                Duration.ofSeconds(59),
                Duration.ZERO,
                "vi",
                null));
  }

  @Test
  void fingerprintsTellRulesFromLook() {
    FeedDefinition f = feed("a", List.of("x"), List.of("y"));
    FeedDefinition summaries = Newsrooms.summaries(f);
    Site site = Newsrooms.site();
    assertThat(Fingerprint.rules(summaries)).isEqualTo(Fingerprint.rules(f));
    assertThat(Fingerprint.look(summaries, site, "http://a"))
        .isNotEqualTo(Fingerprint.look(f, site, "http://a"));
    assertThat(Fingerprint.look(f, site, "http://b"))
        .isNotEqualTo(Fingerprint.look(f, site, "http://a"));
    assertThat(Fingerprint.rules(feed("a", List.of("x"), List.of("z"))))
        .isNotEqualTo(Fingerprint.rules(f));
  }

  @Test
  void fingerprintsOfAllFeedsAreThoseOfEach() {
    assertThat(Fingerprint.looks(catalog, "http://ạ"))
        .hasSize(4)
        .allSatisfy((name, look) ->
            assertThat(look)
                .isEqualTo(
                    Fingerprint.look(
                        catalog.feed(name).orElseThrow(), catalog.site(), "http://ạ")));
    assertThat(catalog.rules())
        .hasSize(4)
        .allSatisfy((name, rules) ->
            assertThat(rules).isEqualTo(Fingerprint.rules(catalog.feed(name).orElseThrow())));
  }
}

package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.saying;
import static vn.bantin.article.Articles.withMedia;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.article.Article;

/** Articles as partners get them. */
final class PartnerCopyTest {

  private static final String MARKED =
      "https://songmay.example/tin/a?utm_source=bao&utm_campaign=tin%20m%E1%BB%9Bi";

  private final Article article = article("a", "dan-van", 1);

  @Test
  void theLinkIsMarkedAndTheRestIsTheSame() {
    Article copy = copy(Content.FULL, article);
    assertThat(copy.url()).isEqualTo(URI.create(MARKED));
    assertThat(copy.elsewhere(article.url(), article.summary(), article.bodyHtml()))
        .isEqualTo(article);
  }

  @Test
  void aTextEndsWithWhoseItIsAndTheWayBack() {
    Article copy = copy(Content.FULL, article);
    assertThat(copy.bodyHtml()).startsWith(article.bodyHtml());
    Element last = Jsoup.parseBodyFragment(copy.bodyHtml()).select("p").last();
    assertThat(last.text()).isEqualTo("Theo Đài \"Sông Mây\" & bạn – Đọc bài gốc");
    assertThat(last.select("a").attr("href")).isEqualTo(MARKED);
    assertThat(last.select("*").stream().map(Element::tagName)).containsExactly("p", "a");
    assertThat(copy.summary()).isEqualTo("Tóm tắt của bài a Theo Đài \"Sông Mây\" & bạn");
  }

  @Test
  void theNewsroomsWordsAreTextAndNoMarkup() {
    Partner p = Newsrooms.partner(Content.FULL, Profile.NONE, Rights.ALL);
    Partner hostile =
        new Partner(
            p.name(),
            p.title(),
            p.origins(),
            p.feeds(),
            p.content(),
            p.limit(),
            p.utm(),
            "<b>Đài</b> & bạn",
            "</a><script>\"gốc\"",
            p.rights(),
            p.profile());
    Article copy = new PartnerCopy(hostile, Newsrooms.addresses()).of(article);
    Element last = Jsoup.parseBodyFragment(copy.bodyHtml()).select("p").last();
    assertThat(last.text()).isEqualTo("<b>Đài</b> & bạn – </a><script>\"gốc\"");
    assertThat(last.select("*").stream().map(Element::tagName)).containsExactly("p", "a");
  }

  @Test
  void aSummaryThatComesAloneHasTheWayBack() {
    String signed =
        "Tóm tắt của bài a Theo Đài \"Sông Mây\" & bạn – Đọc bài gốc:"
            + " https://songmay.example/tin/a";
    assertThat(copy(Content.SUMMARY, article).summary()).isEqualTo(signed);
    Article bare = copy(Content.FULL, saying(article, ""));
    assertThat(bare.summary()).isEqualTo(signed);
    assertThat(bare.bodyHtml()).isEmpty();
  }

  @Test
  void whoGetsNoTextsGetsNoneInPlaceOfASummaryEither() {
    Article untold = article.elsewhere(article.url(), "", article.bodyHtml());
    Article copy = copy(Content.SUMMARY, untold);
    assertThat(copy.bodyHtml()).isEmpty();
    assertThat(copy.summary()).startsWith("Theo Đài").contains("Đọc bài gốc: https://");
  }

  @Test
  void anArticleThatLivesHereIsLinkedHere() {
    Article here = withoutAddress();
    String address = "https://feeds.songmay.example/articles/a?utm_source=bao";
    assertThat(copy(Content.FULL, here).url().toString()).startsWith(address);
    assertThat(copy(Content.FULL, here).bodyHtml()).contains(address + "&amp;utm_campaign=");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void feedsOfCopiesBreakNoRule(Format format) {
    for (Content content : Content.values()) {
      Partner partner = Newsrooms.partner(content, Profile.NONE, Rights.ALL);
      Addresses keyed = Newsrooms.addresses().withKey("bantin_0123456789abcdef_x");
      List<Article> copies =
          List.of(
              copy(content, withMedia(article("b", "dan-van", 2))),
              copy(content, withoutAddress()));
      FeedDefinition feed = Newsrooms.catalog().feed("dan-van").orElseThrow();
      FeedSource plain = Newsrooms.source();
      FeedSource source =
          new FeedSource(plain.site(), partner.definition(feed), keyed, plain.changedAt(), copies);
      BuiltFeed built = new FeedBuilder().build(source, format);
      assertThat(built.entries()).isEqualTo(2);
      assertThat(
              FeedRules.violations(
                  built.bytes(),
                  format.contentType(),
                  "https://feeds.songmay.example/partners/bantin_0123456789abcdef_x/dan-van."
                      + format.extension()))
          .isEmpty();
    }
  }

  private Article withoutAddress() {
    return new Article(
        article.id(),
        article.title(),
        article.summary(),
        article.bodyHtml(),
        null,
        article.authors(),
        article.categories(),
        article.tags(),
        article.language(),
        article.source(),
        article.published(),
        article.updated(),
        article.media(),
        article.state(),
        article.note(),
        article.schedule());
  }

  private static Article copy(Content content, Article article) {
    Partner partner = Newsrooms.partner(content, Profile.NONE, Rights.ALL);
    return new PartnerCopy(partner, Newsrooms.addresses()).of(article);
  }
}

package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FormerFeed;
import vn.bantin.feed.Newsrooms;
import vn.bantin.feed.Signposts;

final class FeedAliasesTest {

  private static final Signposts SIGNPOSTS =
      new Signposts(
          "moi-nhat",
          Map.of(
              "nong-thon", new FormerFeed.Renamed("dan-van"),
              "the-thao", new FormerFeed.MovedAway(URI.create("https://the-thao.example/feed")),
              "tet-2025", new FormerFeed.Ended("Tết đã qua.")));

  private static final FeedCatalog CATALOG =
      new FeedCatalog(
          Newsrooms.site(),
          List.of(
              Newsrooms.feed("dan-van", List.of("dan-van"), List.of()),
              Newsrooms.feed("moi-nhat", List.of(), List.of())),
          SIGNPOSTS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/category/dan-van                | /feeds/dan-van",
        "/category/dan-van/               | /feeds/dan-van",
        "/category/dan-van/feed           | /feeds/dan-van.rss",
        "/category/dan-van/feed/          | /feeds/dan-van.rss",
        "/category/dan-van/feed/rss/      | /feeds/dan-van.rss",
        "/category/dan-van/feed/rss2/     | /feeds/dan-van.rss",
        "/category/dan-van/feed/atom/     | /feeds/dan-van.atom",
        "/category/dân-vận/feed/          | /feeds/dan-van.rss",
        "/category/Dân Vận                | /feeds/dan-van",
        "/feed                            | /feeds/moi-nhat.rss",
        "/feed/                           | /feeds/moi-nhat.rss",
        "/feed/rss2/                      | /feeds/moi-nhat.rss",
        "/feed/atom/                      | /feeds/moi-nhat.atom",
        "/feed/json                       | /feeds/moi-nhat.json",
        "/rss                             | /feeds/moi-nhat.rss",
        "/RSS                             | /feeds/moi-nhat.rss",
        "/rss.xml                         | /feeds/moi-nhat.rss",
        "/feed.xml                        | /feeds/moi-nhat.rss",
        "/index.xml                       | /feeds/moi-nhat.rss",
        "/atom.xml                        | /feeds/moi-nhat.atom",
        "/atom                            | /feeds/moi-nhat.atom",
        "/feed.json                       | /feeds/moi-nhat.json",
        "/feeds/dan-van/                  | /feeds/dan-van",
        "/feeds/dan-van/feed              | /feeds/dan-van.rss",
        "/feeds/dan-van/feed/atom         | /feeds/dan-van.atom",
        "/feeds/dan-van.rss/              | /feeds/dan-van.rss",
        "/feeds/dan-van.xml               | /feeds/dan-van.rss",
        "/feeds/dan-van.rss2              | /feeds/dan-van.rss",
        "/feeds/Dan-Van.RSS               | /feeds/dan-van.rss",
        "/feeds/DAN-VAN                   | /feeds/dan-van",
        "/feeds/dân-vận.rss               | /feeds/dan-van.rss",
        "/feeds/dân vận.atom              | /feeds/dan-van.atom",
        "/feeds/dan_van.json              | /feeds/dan-van.json",
        "/feeds/nong-thon                 | /feeds/dan-van",
        "/feeds/nong-thon.json            | /feeds/dan-van.json",
        "/feeds/Nông thôn.rss             | /feeds/dan-van.rss",
        "/category/nong-thon/feed/        | /feeds/dan-van.rss",
        "/feeds/the-thao.atom             | https://the-thao.example/feed",
        "/category/the-thao/feed          | https://the-thao.example/feed",
        "/feeds/dan-van.rss               | /feeds/dan-van.rss",
        "/feeds/dan-van                   | /feeds/dan-van"
      })
  void anotherAddressLeadsToTheFeed(String path, String location) {
    assertThat(FeedAliases.find(path, CATALOG)).isEqualTo(new Alias.Moved(location));
  }

  @Test
  void marksMayBeComposedOrNot() {
    String apart = "/feeds/da\u0302n-va\u0323\u0302n.rss";
    assertThat(FeedAliases.find(apart, CATALOG)).isEqualTo(new Alias.Moved("/feeds/dan-van.rss"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds/tet-2025", "/feeds/Tết 2025.rss", "/category/tet-2025/feed/"})
  void anEndedFeedHasEndedUnderAllItsAddresses(String path) {
    assertThat(FeedAliases.find(path, CATALOG)).isEqualTo(new Alias.Ended("Tết đã qua."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "/",
        "//",
        "//evil.example",
        "//evil.example/feed",
        "//feed",
        "/feed//",
        "/feed/evil",
        "/feeds",
        "/feeds/",
        "/feeds//",
        "/feeds//dan-van",
        "/feeds/dan-van//",
        "/feeds/dan-van/../moi-nhat",
        "/feeds/dan-van/archive/1.atom",
        "/feeds/dan-van.rss/feed",
        "/feeds/dan-van.exe",
        "/feeds/dan-van.",
        "/feeds/.rss",
        "/feeds/dan-van+moi-nhat.rss",
        "/feeds/dan+van.rss",
        "/feeds/dan.van.rss",
        "/feeds/dan:van.rss",
        "/feeds/dan-van\r\nX-Evil: yes.rss",
        "/feeds/dan\tvan.rss",
        "/feeds/d\ufffdn-van.rss",
        "/feeds/khong-co.rss",
        "/feeds/---.rss",
        "/category",
        "/category/",
        "/category/khong-co/feed/",
        "/category/tin/dan-van/feed/",
        "/Category/dan-van",
        "/tag/dan-van/feed"
      })
  void whatIsNoFeedLeadsNowhere(String path) {
    assertThat(FeedAliases.find(path, CATALOG)).isEqualTo(Alias.UNKNOWN);
  }

  @Test
  void aNameThatNobodyTypedIsNotFolded() {
    String name = "dan-van" + "-".repeat(400);
    assertThat(FeedAliases.find("/feeds/" + name, CATALOG)).isEqualTo(Alias.UNKNOWN);
  }

  @Test
  void withoutAMainFeedTheWholeNewsroomIsTheFirstThatTakesAll() {
    FeedCatalog catalog =
        new FeedCatalog(
            Newsrooms.site(),
            List.of(
                Newsrooms.feed("a", List.of("a"), List.of()),
                Newsrooms.feed("b", List.of(), List.of("a")),
                Newsrooms.feed("c", List.of(), List.of())));
    assertThat(FeedAliases.find("/rss", catalog)).isEqualTo(new Alias.Moved("/feeds/c.rss"));
    FeedCatalog small =
        new FeedCatalog(Newsrooms.site(), List.of(Newsrooms.feed("b", List.of("a"), List.of())));
    assertThat(FeedAliases.find("/rss", small)).isEqualTo(new Alias.Moved("/feeds/b.rss"));
    FeedCatalog none = new FeedCatalog(Newsrooms.site(), List.of());
    assertThat(FeedAliases.find("/rss", none)).isEqualTo(Alias.UNKNOWN);
  }
}

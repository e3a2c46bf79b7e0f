package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Embed.Form;
import vn.bantin.feed.Embed.Layout;
import vn.bantin.feed.Embed.Theme;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Newsrooms;
import vn.bantin.feed.Page;
import vn.bantin.snapshot.Key;

final class KnownAddressTest {

  private final FeedCatalog catalog = Newsrooms.catalog();

  @Test
  void whatStandsAtAnAddressOfItsOwnIsFound() {
    assertThat(key("feeds/dan-van.atom")).isEqualTo(new Key("dan-van", Format.ATOM));
    assertThat(key("feeds/dan-van.vi.html")).isEqualTo(new Key("dan-van", Page.VI));
    assertThat(key("index.en.html")).isEqualTo(Key.ofFrontPage(Page.EN));
    assertThat(key("embed/dan-van.json")).isEqualTo(new Key("dan-van", Embed.ENTRIES));
    assertThat(key("embed/dan-van")).isEqualTo(new Key("dan-van", Embed.of(Form.FRAME)));
    assertThat(key("embed/dan-van.html?limit=20&layout=ticker&theme=dark"))
        .isEqualTo(new Key("dan-van", new Embed(Form.FRAGMENT, 20, Layout.TICKER, Theme.DARK)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "feeds",
        "feeds/",
        "feeds/dan-van",
        "feeds/dan-van.",
        "feeds/dan-van.html",
        "feeds/dan-van.fr.html",
        "feeds/dan-van.atom?",
        "feeds/dan-van.atom?b",
        "feeds/b/dan-van.atom",
        "feeds//dan-van.atom",
        "/feeds/dan-van.atom",
        "feeds/dan-van.atom/",
        "feeds/dan-van+kinh-te.atom",
        "feeds/no-such.atom",
        "articles/dan-van.atom",
        "index.html",
        "index.",
        "embed/",
        "embed/no-such",
        "embed/dan-van.",
        "embed/dan-van.atom",
        "embed/dan-van.json?limit=5",
        "embed/dan-van?",
        "embed/dan-van?limit=5",
        "embed/dan-van?limit=05",
        "embed/dan-van?limit=0",
        "embed/dan-van?limit=21",
        "embed/dan-van?layout=cards&limit=3",
        "embed/dan-van?limit=3&limit=3",
        "embed/dan-van?limit=3&",
        "embed/dan-van?theme=blue",
        "embed/dan-van?limit=3&utm=x"
      })
  void anyOtherIsNot(String target) {
    assertThat(key(target)).isNull();
  }

  private Key key(String target) {
    return KnownAddress.key(target, catalog);
  }
}

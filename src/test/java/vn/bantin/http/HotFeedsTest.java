package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Embed.Form;
import vn.bantin.feed.Embed.Layout;
import vn.bantin.feed.Embed.Theme;
import vn.bantin.feed.Newsrooms;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.SqlArticleStore;

final class HotFeedsTest {

  private static final String BASE = "https://feeds.songmay.example";
  private static final long MEMORY = 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void eachIsFoundAgainAtItsOwnAddressWhileTheyBecomeMore() {
    String url = "jdbc:sqlite:" + folder.resolve("x.db");
    try (ArticleStore store = SqlArticleStore.open(url, Clock.systemUTC());
        Snapshots snapshots = new Snapshots(store, Newsrooms.catalog(), BASE, MEMORY, _ -> {})) {
      HotFeeds feeds = new HotFeeds(snapshots);
      Map<String, HotFeed> found = new LinkedHashMap<>();
      for (String address : addresses()) {
        HotFeed feed = find(feeds, address);
        assertThat(feed).as(address).isNotNull();
        found.put(address, feed);
      }
      assertThat(found).hasSizeGreaterThan(500);
      assertThat(found.values()).doesNotHaveDuplicates();
      found.forEach((address, feed) -> {
        assertThat(find(feeds, address)).as(address).isSameAs(feed);
        assertThat(Ascii.text(feed.own(), 0, feed.length())).isEqualTo(address);
      });
      assertThat(find(feeds, "feeds/no-such.atom")).isNull();
    }
  }

  // Some are the beginning of others.
  private static List<String> addresses() {
    List<String> all = new ArrayList<>();
    for (String name : List.of("dan-van", "kinh-te")) {
      all.add("feeds/" + name + ".atom");
      for (int limit = 1; limit <= Embed.MAX_LIMIT; limit++) {
        for (Layout layout : Layout.values()) {
          for (Theme theme : Theme.values()) {
            all.add(embed(name, new Embed(Form.FRAME, limit, layout, theme)));
            all.add(embed(name + ".html", new Embed(Form.FRAGMENT, limit, layout, theme)));
          }
        }
      }
    }
    return all;
  }

  private static String embed(String name, Embed embed) {
    String query = embed.query();
    return "embed/" + name + (query.isEmpty() ? "" : "?" + query);
  }

  private static @Nullable HotFeed find(HotFeeds feeds, String address) {
    byte[] bytes = Ascii.bytes("GET /" + address + " HTTP/1.1\r\nHost: a\r\n\r\n");
    PlainRequest request = new PlainRequest();
    assertThat(request.read(bytes, 0, bytes.length)).isEqualTo(bytes.length);
    return feeds.find(request, bytes);
  }
}

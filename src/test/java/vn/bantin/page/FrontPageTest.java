package vn.bantin.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FrontPage;
import vn.bantin.feed.Newsrooms;
import vn.bantin.feed.Page;

final class FrontPageTest {

  @Test
  void aNewsroomOfAThousandFeedsHasAFrontPageAsWell() {
    Document page = page(1_000);
    assertThat(page.select("section.box")).hasSize(FrontPage.MOST_SECTIONS);
    assertThat(page.select(".others li")).hasSize(FrontPage.MOST_OTHERS);
    assertThat(page.select(".others p").text()).isEqualTo("Và 888 chuyên mục nữa (OPML)");
    assertThat(page.outerHtml().length()).isLessThan(200_000);
  }

  @Test
  void aSmallOneNamesNoMoreThanThereAre() {
    Document page = page(FrontPage.MOST_SECTIONS);
    assertThat(page.select("section.box")).hasSize(FrontPage.MOST_SECTIONS);
    assertThat(page.select(".others")).isEmpty();
    assertThat(page.select(".none")).hasSize(FrontPage.MOST_SECTIONS);
  }

  private static Document page(int feeds) {
    List<FeedDefinition> definitions = new ArrayList<>();
    for (int i = 0; i < feeds; i++) {
      definitions.add(Newsrooms.feed("tin-" + i, List.of("kinh-te"), List.of()));
    }
    FeedCatalog catalog = new FeedCatalog(Newsrooms.site(), definitions);
    FrontPage front = FrontPage.of(catalog, Newsrooms.addresses(), Map.of());
    byte[] bytes = new PageWriter().front(front, Page.VI).bytes();
    return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
  }
}

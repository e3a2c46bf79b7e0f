package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.article.State;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Format;
import vn.bantin.http.RawHttp;
import vn.bantin.store.ArticleQuery;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.LoggedEntry;
import vn.bantin.store.SettableClock;

/**
 * Whatever happens in whatever order, a reader that only takes over what has changed shows every
 * entry of the feed as it is, and none that was taken out of it.
 */
final class DeltaPollersPropertyTest {

  private static final int STEPS = 250;
  private static final int ARTICLES = 14;

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private final List<DeltaPoller> pollers =
      Stream.of("dan-van", "moi-nhat")
          .flatMap(feed -> Stream.of(Format.values()).map(f -> new DeltaPoller(feed, f)))
          .toList();
  private int changes;
  private int deltas;
  private int wholes;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20_260_302})
  void whoTakesOverDeltasHoldsTheFeed(long seed) throws IOException {
    Random random = new Random(seed);
    try (ServedNewsroom newsroom = ServedNewsroom.start(folder, clock);
        RawHttp http = RawHttp.connect(newsroom.port())) {
      for (int i = 0; i < ARTICLES; i++) {
        put(random, newsroom, "bai-" + i);
      }
      redefine(random, newsroom);
      for (int step = 0; step < STEPS; step++) {
        step(random, newsroom);
        DeltaPoller poller = pollers.get(random.nextInt(pollers.size()));
        switch (random.nextInt(4)) {
          case 0 -> count(poller.poll(http));
          case 1 -> settle(poller, newsroom, http);
          default -> {}
        }
      }
      pollers.forEach(poller -> settle(poller, newsroom, http));
    }
    assertThat(deltas).isGreaterThan(20);
    assertThat(wholes).isGreaterThan(20);
  }

  private void step(Random random, ServedNewsroom newsroom) {
    switch (random.nextInt(20)) {
      case 0 -> withdraw(random, newsroom);
      case 1 -> redefine(random, newsroom);
      case 2, 3 -> clock.move(Duration.ofMillis(random.nextInt(3_000)));
      default -> put(random, newsroom, id(random));
    }
  }

  // Created, corrected, re-dated and moved to another category and back, all by one.
  private void put(Random random, ServedNewsroom newsroom, String id) {
    String category = random.nextInt(4) == 0 ? "kinh-te" : "dan-van";
    int minutes = random.nextInt(3) == 0 ? random.nextInt(60) : Math.abs(id.hashCode() % 60);
    Article article = Articles.article(id, category, minutes);
    boolean corrected = random.nextBoolean();
    newsroom.change(
        new ArticleChange.Put(
            corrected ? Articles.titled(article, "Lần sửa " + changes++) : article));
  }

  private void withdraw(Random random, ServedNewsroom newsroom) {
    newsroom.change(new ArticleChange.Withdraw(new ArticleId(id(random)), "nhầm lần " + changes++));
  }

  // Ids are used up by withdrawals, so newer ones come up.
  private String id(Random random) {
    return "bai-" + (changes / 12 + random.nextInt(ARTICLES));
  }

  private static void redefine(Random random, ServedNewsroom newsroom) {
    FeedCatalog catalog = newsroom.server().catalog();
    List<FeedDefinition> feeds = new ArrayList<>(catalog.feeds());
    String title = "Tên " + random.nextInt(3);
    int limit = random.nextInt(5, 9);
    feeds.replaceAll(f ->
        new FeedDefinition(
            f.name(),
            f.name().equals("dan-van") ? title : f.title(),
            f.description(),
            f.include(),
            f.exclude(),
            f.words(),
            f.name().equals("dan-van") || f.limit() == 50 ? limit : f.limit(),
            f.content(),
            f.ttl(),
            f.tombstones(),
            f.language(),
            f.image()));
    newsroom.server().redefine(newsroom.app(), new FeedCatalog(catalog.site(), feeds));
  }

  private void settle(DeltaPoller poller, ServedNewsroom newsroom, RawHttp http) {
    newsroom.server().catchUp();
    count(poller.poll(http));
    assertThat(poller.shown()).as("%s", poller).containsAllEntriesOf(poller.whole(http));
    assertThat(poller.shown().keySet())
        .as("%s", poller)
        .doesNotContainAnyElementsOf(gone(poller.feed(), newsroom.app().store()));
    assertThat(poller.poll(http)).as("%s", poller).isEqualTo(304);
  }

  // An id that was never there keeps the list from being empty, which AssertJ does not like.
  private static List<String> gone(String feed, ArticleStore store) {
    Stream<ArticleId> left =
        store.log(feed, 1_000).orElseThrow().entries().stream()
            .filter(LoggedEntry::gone)
            .map(LoggedEntry::article);
    Stream<ArticleId> withdrawn =
        store.list(new ArticleQuery(State.WITHDRAWN, null, null, 1_000)).stream().map(Article::id);
    return Stream.of(left, withdrawn, Stream.of(new ArticleId("never")))
        .flatMap(ids -> ids)
        .map(id -> "tag:songmay.example,2026:articles/" + id)
        .toList();
  }

  private void count(int status) {
    switch (status) {
      case 226 -> deltas++;
      case 200 -> wholes++;
      default -> assertThat(status).isEqualTo(304);
    }
  }
}

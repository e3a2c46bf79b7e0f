package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.bantin.App;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.config.Option;
import vn.bantin.config.Settings;

/**
 * A newsroom to be measured: its files, and its articles in a store.
 *
 * @param feeds its files
 * @param data where the store is
 */
record BenchNewsroom(Path feeds, Path data) {

  /** A feed of 168 KB, 39 KB when compressed. */
  static final String LARGE = "/feeds/moi-nhat.atom";

  /** A feed of 5 KB when compressed. */
  static final String SMALL = "/feeds/tom-tat.atom";

  /** The file of the newsroom itself, up to where its categories follow. */
  static final String SITE =
      """
      title: Đài Sông Mây
      description: Tin tức hằng ngày.
      home: https://songmay.example/
      language: vi
      zone: Asia/Ho_Chi_Minh
      authority: songmay.example,2026
      categories:
      """;

  private static final int ARTICLES = 60;
  private static final int AT_ONCE = 1_000;
  private static final Map<String, String> FEEDS =
      Map.of(
          "moi-nhat",
          """
          title: Mới nhất
          description: Mọi tin, bài.
          limit: 36
          """,
          "tom-tat",
          """
          title: Tóm tắt
          description: Mọi tin, bài, thật ngắn.
          content: summary
          limit: 44
          """);

  /** That of most rows. */
  static BenchNewsroom in(Path folder) throws IOException {
    return in(folder, FEEDS, List.of("tin-tuc"), ARTICLES);
  }

  /**
   * Writes the files and fills the store.
   *
   * @param texts the feeds' files, by the feeds' names
   * @param articles how many, each in one of the categories
   */
  static BenchNewsroom in(
      Path folder, Map<String, String> texts, List<String> categories, int articles)
      throws IOException {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    StringBuilder site = new StringBuilder(SITE);
    categories.forEach(category -> site.append("  ").append(category).append(": Tin\n"));
    Files.writeString(feeds.resolve("site.yaml"), site);
    for (Map.Entry<String, String> feed : texts.entrySet()) {
      Files.writeString(feeds.resolve(feed.getKey() + ".yaml"), feed.getValue());
    }
    BenchNewsroom newsroom =
        new BenchNewsroom(feeds, Files.createDirectories(folder.resolve("data")));
    newsroom.fill(Corpus.articles(articles, categories));
    return newsroom;
  }

  /** Stores one more article of those that most rows have, as another process beside the server. */
  void publish() {
    fill(Corpus.articles(ARTICLES + 1, List.of("tin-tuc")).subList(0, 1));
  }

  private void fill(List<Article> articles) {
    Map<Option, String> flags = new EnumMap<>(Option.class);
    flags.put(Option.FEEDS, feeds.toString());
    flags.put(Option.DATA, data.toString());
    try (App app = App.open(Settings.of(flags, Map.of()), event -> {}, Clock.systemUTC())) {
      app.ingest(Actor.UNKNOWN);
      for (int from = 0; from < articles.size(); from += AT_ONCE) {
        List<Article> some = articles.subList(from, Math.min(from + AT_ONCE, articles.size()));
        app.store()
            .apply(
                some.stream().<ArticleChange>map(ArticleChange.Put::new).toList(),
                app.catalog(),
                Actor.UNKNOWN);
      }
    }
  }
}

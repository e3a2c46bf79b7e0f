package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.bantin.App;
import vn.bantin.article.Actor;
import vn.bantin.article.ArticleChange;
import vn.bantin.config.Option;
import vn.bantin.config.Settings;
import vn.bantin.store.ArticleStore;

/**
 * A newsroom of a thousand feeds, one of which takes every article, and its history in a store.
 *
 * @param feeds its files
 * @param data where the store is
 * @param corpus its articles
 */
record ScaleNewsroom(Path feeds, Path data, ScaleCorpus corpus) {

  private static final int AT_ONCE = 1_000;
  private static final int TELL = 50_000;
  private static final int WITH_WORDS = 10;

  /** Writes the files and fills the store, where that has not been done before. */
  static ScaleNewsroom in(Path folder, int articles) throws IOException {
    ScaleNewsroom newsroom =
        new ScaleNewsroom(
            Files.createDirectories(folder.resolve("feeds")),
            Files.createDirectories(folder.resolve("data")),
            new ScaleCorpus(articles));
    Path filled = folder.resolve("filled");
    if (!Files.exists(filled)) {
      newsroom.writeFiles();
      newsroom.fill();
      Files.createFile(filled);
    }
    return newsroom;
  }

  App open() {
    Map<Option, String> flags = new EnumMap<>(Option.class);
    flags.put(Option.FEEDS, feeds.toString());
    flags.put(Option.DATA, data.toString());
    return App.open(Settings.of(flags, Map.of()), event -> {}, Clock.systemUTC());
  }

  private void writeFiles() throws IOException {
    StringBuilder site = new StringBuilder(BenchNewsroom.SITE);
    for (int i = 0; i < ScaleCorpus.CATEGORIES; i++) {
      site.append("  ").append(ScaleCorpus.category(i)).append(": Loại ").append(i).append('\n');
      Files.writeString(feeds.resolve("tin-" + i + ".yaml"), feed(i));
    }
    Files.writeString(feeds.resolve("site.yaml"), site);
    Files.writeString(
        feeds.resolve("moi-nhat.yaml"), "title: Mới nhất\ndescription: Mọi tin, bài.\n");
  }

  // Some also take what names a place; nothing does, but each has to be looked for.
  private static String feed(int number) {
    String words = number % WITH_WORDS == 0 ? "words: [Đảo Đá %d]\n".formatted(number) : "";
    return """
    title: Loại %d
    description: Tin của loại %d.
    categories:
      include: [%s]
    """
            .formatted(number, number, ScaleCorpus.category(number))
        + words;
  }

  // While some are stored, the next are invented.
  private void fill() {
    long start = System.nanoTime();
    try (App app = open()) {
      app.ingest(Actor.UNKNOWN);
      ArticleStore store = app.store();
      CompletableFuture<List<ArticleChange>> next = batch(1);
      for (int from = 1; from <= corpus.count(); from += AT_ONCE) {
        List<ArticleChange> changes = next.join();
        next = batch(from + AT_ONCE);
        store.apply(changes, app.catalog(), Actor.UNKNOWN);
        int stored = Math.min(from + AT_ONCE - 1, corpus.count());
        if (stored % TELL == 0 || stored == corpus.count()) {
          double seconds = (System.nanoTime() - start) / 1e9;
          System.err.printf(Locale.ROOT, "  %,d articles after %.0f s%n", stored, seconds);
        }
      }
    }
  }

  private CompletableFuture<List<ArticleChange>> batch(int from) {
    int some = Math.clamp(corpus.count() + 1L - from, 0, AT_ONCE);
    return CompletableFuture.supplyAsync(() -> corpus.changes(from, some));
  }
}

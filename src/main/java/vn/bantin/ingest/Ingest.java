package vn.bantin.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.Placement;
import vn.bantin.store.ArticleStore;

/** The only writer of articles. */
public final class Ingest {

  private static final Placement NOWHERE =
      new Placement() {
        @Override
        public Set<String> feedsOf(Article article) {
          return Set.of();
        }

        @Override
        public Map<String, String> rules() {
          return Map.of();
        }

        @Override
        public List<String> categoriesByWords(Article article) {
          return List.of();
        }
      };

  private final ArticleReader reader;
  private final ArticleStore store;
  private final Placement placement;
  private final Actor actor;

  /**
   * Joins a reader to a store.
   *
   * @param placement says which feeds an article enters
   * @param actor who brings the articles
   */
  public Ingest(ArticleReader reader, ArticleStore store, Placement placement, Actor actor) {
    this.actor = actor;
    this.reader = reader;
    this.store = store;
    this.placement = placement;
  }

  /**
   * Reads the items and stores what are articles, in order and in one transaction.
   *
   * @param seen what the run has met before
   * @return what became of each, in order
   * @throws vn.bantin.store.StaleRulesException if the feeds' rules are others by now; then nothing
   *     was stored
   * @throws vn.bantin.store.StoreException if the store cannot; then nothing was stored
   */
  public List<Result> ingest(List<Item> items, SeenIds seen) {
    return store(read(items, seen));
  }

  /**
   * Reads the items and stores nothing.
   *
   * @param seen what the run has met before
   */
  public List<Reading> read(List<Item> items, SeenIds seen) {
    return items.stream()
        .map(i -> seen.admit(i.name(), reader.read(i.bytes(), i.kind(), i.categories())))
        .toList();
  }

  /**
   * Stores what are articles, in order and in one transaction.
   *
   * @return what became of each, in order
   * @throws vn.bantin.store.StaleRulesException as {@link #ingest} does
   * @throws vn.bantin.store.StoreException if the store cannot; then nothing was stored
   */
  public List<Result> store(List<Reading> readings) {
    List<ArticleChange> changes = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Read read) {
        changes.add(new ArticleChange.Put(read.article()));
      }
    }
    List<ChangeOutcome> outcomes =
        changes.isEmpty() ? List.of() : store.apply(changes, placement, actor);
    return results(readings, outcomes.iterator());
  }

  /**
   * Reads one article in JSON and stores it.
   *
   * @param expected as that of an {@link ArticleChange.Put}
   * @throws vn.bantin.store.StaleRulesException as {@link #ingest} does
   * @throws vn.bantin.store.StoreException if the store cannot; then nothing was stored
   */
  public Result put(ObjectNode json, @Nullable Long expected) {
    return switch (reader.read(json)) {
      case Reading.Rejected(Rejection rejection) -> new Result.Rejected(rejection);
      case Reading.Read(Article article) -> {
        ArticleChange put = new ArticleChange.Put(article, expected);
        yield new Result.Stored(article, store.apply(List.of(put), placement, actor).getFirst());
      }
    };
  }

  /**
   * What is known of an article to which a patch is applied: all of it in JSON, but what was made
   * of its own words.
   */
  public ObjectNode given(Article article) {
    return reader.given(article);
  }

  /**
   * Takes an article out of every feed.
   *
   * @param reason for the people who ask why, never blank
   * @param expected as that of an {@link ArticleChange.Withdraw}
   * @param actor who does it
   * @throws IllegalArgumentException if the reason is blank
   * @throws vn.bantin.store.StoreException if the store cannot
   */
  public static ChangeOutcome withdraw(
      ArticleStore store, ArticleId id, String reason, @Nullable Long expected, Actor actor) {
    ArticleChange withdraw = new ArticleChange.Withdraw(id, PlainText.line(reason), expected);
    return store.apply(List.of(withdraw), NOWHERE, actor).getFirst();
  }

  private static List<Result> results(List<Reading> readings, Iterator<ChangeOutcome> outcomes) {
    List<Result> results = new ArrayList<>(readings.size());
    for (Reading reading : readings) {
      results.add(
          switch (reading) {
            case Reading.Read read -> new Result.Stored(read.article(), outcomes.next());
            case Reading.Rejected rejected -> new Result.Rejected(rejected.rejection());
          });
    }
    return List.copyOf(results);
  }
}

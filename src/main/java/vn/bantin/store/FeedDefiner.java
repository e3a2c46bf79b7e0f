package vn.bantin.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.bantin.article.Article;
import vn.bantin.article.Placement;

/** Brings the feeds in the database in line with their definitions. */
final class FeedDefiner {

  private final Transaction transaction;
  private final Placement placement;
  private final EntryLog log;

  FeedDefiner(Transaction transaction, Placement placement) {
    this.transaction = transaction;
    this.placement = placement;
    this.log = new EntryLog(transaction);
  }

  void define(List<FeedDeclaration> feeds) {
    Map<String, FeedDeclaration> before = declared();
    Set<String> replaced = new HashSet<>();
    for (FeedDeclaration feed : feeds) {
      FeedDeclaration old = before.get(feed.name());
      if (old == null) {
        old = insert(feed.name());
      }
      String look = Objects.requireNonNullElse(feed.look(), Objects.requireNonNull(old.look()));
      boolean sameRules = old.rules().equals(feed.rules());
      if (sameRules && look.equals(old.look())) {
        continue;
      }
      if (!sameRules) {
        replaced.add(feed.name());
      }
      redefine(feed.name(), feed.rules(), look);
    }
    if (!replaced.isEmpty()) {
      placeAll(replaced);
    }
  }

  /** Takes the rules of all other feeds away. */
  void retireAllBut(List<FeedDeclaration> feeds) {
    Set<String> kept = feeds.stream().map(FeedDeclaration::name).collect(Collectors.toSet());
    rules().keySet().stream()
        .filter(name -> !kept.contains(name))
        .forEach(name -> redefine(name, "", ""));
  }

  /** The rules that the feeds were defined with, by name. */
  Map<String, String> rules() {
    return declared().values().stream()
        .filter(feed -> !feed.rules().isEmpty())
        .collect(Collectors.toMap(FeedDeclaration::name, FeedDeclaration::rules));
  }

  private FeedDeclaration insert(String name) {
    transaction
        .handle()
        .execute(
            """
            INSERT INTO feed (name, rules, look, next_position, changed_seq, changed_at, look_seq) \
            VALUES (?, '', '', 1, 0, 0, 0)
            """,
            name);
    return new FeedDeclaration(name, "", "");
  }

  private void redefine(String name, String rules, String look) {
    transaction
        .handle()
        .execute("UPDATE feed SET rules = ?, look = ? WHERE name = ?", rules, look, name);
    log.touchLook(name, transaction.next());
  }

  private Map<String, FeedDeclaration> declared() {
    Map<String, FeedDeclaration> feeds = new HashMap<>();
    transaction
        .handle()
        .createQuery("SELECT name, rules, look FROM feed")
        .map((row, context) ->
            new FeedDeclaration(
                row.getString("name"), row.getString("rules"), row.getString("look")))
        .forEach(feed -> feeds.put(feed.name(), feed));
    return feeds;
  }

  private void placeAll(Set<String> feeds) {
    Map<String, Map<Long, Boolean>> entries = new HashMap<>();
    for (String feed : feeds) {
      entries.put(feed, entries(feed));
    }
    try (var articles =
        transaction
            .handle()
            .createQuery(
                "SELECT "
                    + ArticleRows.COLUMNS
                    + " FROM "
                    + ArticleRows.CURRENT
                    + " ORDER BY a.num")
            .map((row, context) -> Map.entry(row.getLong("num"), ArticleRows.read(row, context)))
            .stream()) {
      articles.forEach(a -> place(a.getKey(), a.getValue(), entries));
    }
  }

  private void place(long num, Article article, Map<String, Map<Long, Boolean>> entries) {
    Set<String> in = article.state().isPublic() ? placement.feedsOf(article) : Set.of();
    long publishedAt = article.published().toEpochSecond();
    entries.forEach((feed, present) -> {
      Boolean was = present.get(num);
      boolean is = in.contains(feed);
      if (was == null && is) {
        log.append(feed, num, publishedAt, transaction.next());
      } else if (was != null && was != is) {
        log.write(feed, num, publishedAt, transaction.next(), !is);
      }
    });
  }

  private Map<Long, Boolean> entries(String feed) {
    Map<Long, Boolean> present = new HashMap<>();
    transaction
        .handle()
        .createQuery("SELECT article, gone FROM feed_entry WHERE feed = ?")
        .bind(0, feed)
        .map((row, context) -> Map.entry(row.getLong("article"), row.getInt("gone") == 0))
        .forEach(entry -> present.put(entry.getKey(), entry.getValue()));
    return present;
  }
}

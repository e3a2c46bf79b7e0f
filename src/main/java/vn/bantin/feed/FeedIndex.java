package vn.bantin.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.bantin.article.Article;
import vn.bantin.article.FoldedText;

/**
 * The feeds by what puts an article in: so that to place one costs as much as the feeds that it may
 * be in, not as all that there are.
 */
final class FeedIndex {

  private final List<FeedDefinition> takingAll = new ArrayList<>();
  private final Map<String, List<FeedDefinition>> byCategory = new HashMap<>();
  private final Map<String, List<FeedDefinition>> byFirstWord = new HashMap<>();

  FeedIndex(Collection<FeedDefinition> feeds) {
    for (FeedDefinition feed : feeds) {
      if (feed.takesAll()) {
        takingAll.add(feed);
      }
      feed.include().forEach(category -> add(byCategory, category, feed));
      feed.words().forEach(phrase -> add(byFirstWord, firstWord(phrase), feed));
    }
  }

  /** Every feed that takes the article, by name. */
  Collection<FeedDefinition> taking(Article article, FoldedText text) {
    Map<String, FeedDefinition> feeds = new TreeMap<>();
    takingAll.forEach(feed -> feeds.put(feed.name(), feed));
    for (String category : article.categories()) {
      byCategory.getOrDefault(category, List.of()).forEach(feed -> feeds.put(feed.name(), feed));
    }
    addNamed(text, feeds);
    feeds.values().removeIf(feed -> !feed.takes(article, text));
    return feeds.values();
  }

  /** Every feed of which a word stands in the text, by name. */
  Collection<FeedDefinition> named(FoldedText text) {
    Map<String, FeedDefinition> feeds = new TreeMap<>();
    addNamed(text, feeds);
    feeds.values().removeIf(feed -> !feed.isNamedIn(text));
    return feeds.values();
  }

  // A phrase stands in a text as whole words, so its first word does. Some are here in vain.
  private void addNamed(FoldedText text, Map<String, FeedDefinition> feeds) {
    if (byFirstWord.isEmpty()) {
      return;
    }
    for (String word : text.words().split(" ", -1)) {
      byFirstWord.getOrDefault(word, List.of()).forEach(feed -> feeds.put(feed.name(), feed));
    }
  }

  private static String firstWord(FoldedText phrase) {
    return phrase.words().split(" ", 2)[0];
  }

  private static void add(
      Map<String, List<FeedDefinition>> index, String key, FeedDefinition feed) {
    index.computeIfAbsent(key, _ -> new ArrayList<>()).add(feed);
  }
}

package vn.bantin.article;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every category is a feed of the same name, and {@code all} takes everything. */
public final class CategoryPlacement implements Placement {

  @Override
  public Set<String> feedsOf(Article article) {
    Set<String> feeds = new HashSet<>(article.categories());
    feeds.add("all");
    return feeds;
  }

  @Override
  public Map<String, String> rules() {
    return Map.of();
  }

  @Override
  public List<String> categoriesByWords(Article article) {
    return List.of();
  }
}

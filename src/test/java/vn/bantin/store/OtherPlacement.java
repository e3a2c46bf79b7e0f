package vn.bantin.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.bantin.article.Article;
import vn.bantin.article.Placement;

/**
 * A placement of a test's own making.
 *
 * @param feeds where an article belongs
 * @param rules the rules that it says it goes by
 */
record OtherPlacement(Function<Article, Set<String>> feeds, Map<String, String> rules)
    implements Placement {

  /** One that says nothing of its rules. */
  OtherPlacement(Function<Article, Set<String>> feeds) {
    this(feeds, Map.of());
  }

  @Override
  public Set<String> feedsOf(Article article) {
    return feeds.apply(article);
  }

  @Override
  public List<String> categoriesByWords(Article article) {
    return List.of();
  }
}

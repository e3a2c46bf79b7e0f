package vn.bantin.article;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which feeds an article belongs to by the newsroom's rules, whatever its {@link State}. */
public interface Placement {

  /** Names of the feeds that take the article in. */
  Set<String> feedsOf(Article article);

  /**
   * A fingerprint of the rules of each feed, by name: a store that has been told of others refuses
   * to place by these. The map never changes. Empty when there are no rules that could change.
   */
  Map<String, String> rules();

  /** Categories that the article's own words put it in, for an article that names none. */
  List<String> categoriesByWords(Article article);
}

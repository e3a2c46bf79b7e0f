package vn.bantin.article;

import java.util.List;
import java.util.Set;

/** Which feeds an article belongs to by the newsroom's rules, whatever its {@link State}. */
public interface Placement {

  /** Names of the feeds that take the article in. */
  Set<String> feedsOf(Article article);

  /** Categories that the article's own words put it in, for an article that names none. */
  List<String> categoriesByWords(Article article);
}

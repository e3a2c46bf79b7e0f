package vn.bantin.ingest;

import java.util.HashMap;
import java.util.Map;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;

/**
 * The ids that one run has met. Two items of one id would take turns at every repetition, and the
 * feeds would move each time: the second is refused.
 */
public final class SeenIds {

  private final Map<ArticleId, String> names = new HashMap<>();

  /**
   * The reading of the item of that name, or its refusal when an earlier item had the same id; an
   * item may be read again.
   */
  public Reading admit(String name, Reading reading) {
    if (!(reading instanceof Reading.Read(Article article))) {
      return reading;
    }
    String earlier = names.putIfAbsent(article.id(), name);
    return earlier == null || earlier.equals(name)
        ? reading
        : new Reading.Rejected(
            new Rejection(
                "duplicate-id",
                "the id " + article.id() + " stands in " + earlier + " as well",
                "give each article an id of its own, or take one of the two away"));
  }
}

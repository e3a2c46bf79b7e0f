package vn.bantin.store;

import java.time.Instant;
import java.util.List;
import vn.bantin.article.Article;

/**
 * What was found, at one moment.
 *
 * @param articles a part of it: those with the words as they were typed first, each the newest
 *     first
 * @param total how many were found, at most {@value #MOST}
 * @param isCut whether older articles were not looked for any more, because it took too long
 * @param seq the number of the latest change then
 * @param changedAt the second of the latest change then that could make a difference
 */
public record SearchHits(
    List<Article> articles, int total, boolean isCut, long seq, Instant changedAt) {

  /** The most that are found. */
  public static final int MOST = 1_000;

  /** Copies the list. */
  public SearchHits {
    articles = List.copyOf(articles);
  }
}

package vn.bantin.page;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.State;
import vn.bantin.feed.Page;

/**
 * An article in a list.
 *
 * @param title one line
 * @param href where it is read
 * @param language BCP 47 tag when it is not that of the list; null when it is
 * @param when it was published, as people write it
 * @param datetime the same for programs
 * @param summary one line; may be empty
 * @param byline who signs; may be empty
 * @param picture null when there is none
 * @param isCorrected whether something in it was wrong before
 */
record Entry(
    String title,
    String href,
    @Nullable String language,
    String when,
    String datetime,
    String summary,
    String byline,
    @Nullable Picture picture,
    boolean isCorrected) {

  /** The most names in a byline. */
  private static final int MOST_AUTHORS = 3;

  /**
   * An article in a list.
   *
   * @param language that of the list
   */
  static Entry of(Article article, String href, String language, ZoneId zone, Page page) {
    return new Entry(
        article.title(),
        href,
        article.language().equals(language) ? null : article.language(),
        Dates.text(article.published(), zone, page),
        Dates.machine(article.published(), zone),
        article.summary(),
        byline(article, page),
        Picture.of(article),
        article.state() == State.CORRECTED);
  }

  /** Who signs an article, at most some of them by name. */
  static String byline(Article article, Page page) {
    var authors = article.authors();
    if (authors.size() <= MOST_AUTHORS) {
      return String.join(", ", authors);
    }
    String first = String.join(", ", authors.subList(0, MOST_AUTHORS));
    return Texts.of(page).say("authors.more", first, authors.size() - MOST_AUTHORS);
  }
}

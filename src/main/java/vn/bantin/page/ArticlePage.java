package vn.bantin.page;

import java.util.List;
import vn.bantin.article.Article;
import vn.bantin.article.Media;

/**
 * An article as a page.
 *
 * @param entry what a list shows of it
 * @param language BCP 47 tag
 * @param html its text, safe
 * @param media what its text does not show already, the most telling first
 * @param categories what people call them
 */
record ArticlePage(
    Entry entry, String language, String html, List<Media> media, List<String> categories) {

  /** What of the article's media its text does not show already. */
  static List<Media> beside(Article article) {
    return article.media().stream()
        .filter(media -> !article.bodyHtml().contains(escaped(media)))
        .toList();
  }

  private static String escaped(Media media) {
    return media.url().toASCIIString().replace("&", "&amp;");
  }
}

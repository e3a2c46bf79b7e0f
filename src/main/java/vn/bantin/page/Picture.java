package vn.bantin.page;

import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.Media;

/**
 * An article's picture.
 *
 * @param url absolute address
 * @param alt what it shows; empty when nobody has said
 * @param width in pixels; null when unknown
 * @param height in pixels; null when unknown
 */
record Picture(String url, String alt, @Nullable Integer width, @Nullable Integer height) {

  /** The article's first picture; null when it has none. */
  static @Nullable Picture of(Article article) {
    return article.media().stream()
        .filter(media -> media.kind().equals("image"))
        .findFirst()
        .map(Picture::of)
        .orElse(null);
  }

  private static Picture of(Media media) {
    String caption = media.caption();
    return new Picture(
        media.url().toASCIIString(), caption == null ? "" : caption, media.width(), media.height());
  }
}

package vn.bantin.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;

/**
 * Keeps the articles of each category in the order of their publication, for whoever lists them.
 */
final class CategoryRows {

  private final Handle handle;

  CategoryRows(Handle handle) {
    this.handle = handle;
  }

  /**
   * Puts an article in the place of what it was.
   *
   * @param num its number
   * @param before null when it is new
   */
  void put(long num, @Nullable Article before, Article after) {
    long publishedAt = after.published().toEpochSecond();
    if (before == null) {
      enter(num, publishedAt, after.categories());
      return;
    }
    long publishedBefore = before.published().toEpochSecond();
    if (publishedAt != publishedBefore || !after.categories().equals(before.categories())) {
      remove(num, publishedBefore, before.categories());
      enter(num, publishedAt, after.categories());
    }
  }

  private void enter(long num, long publishedAt, List<String> categories) {
    for (String category : categories) {
      handle.execute(
          "INSERT INTO article_category (category, published_at, article) VALUES (?, ?, ?)",
          category,
          publishedAt,
          num);
    }
  }

  private void remove(long num, long publishedAt, List<String> categories) {
    for (String category : categories) {
      handle.execute(
          "DELETE FROM article_category WHERE category = ? AND published_at = ? AND article = ?",
          category,
          publishedAt,
          num);
    }
  }
}

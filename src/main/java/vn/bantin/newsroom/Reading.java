package vn.bantin.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.FeedCatalog;

/**
 * What came of reading a newsroom's folder.
 *
 * @param catalog its feeds; null exactly when there is a mistake
 * @param mistakes all of them, by file and line
 */
public record Reading(@Nullable FeedCatalog catalog, List<FileMistake> mistakes) {

  /**
   * Sorts a copy of the mistakes.
   *
   * @throws IllegalArgumentException if there is a catalog and a mistake, or neither
   */
  public Reading {
    if ((catalog == null) == mistakes.isEmpty()) {
      throw new IllegalArgumentException("either a catalog or mistakes");
    }
    mistakes = mistakes.stream().sorted().distinct().toList();
  }
}

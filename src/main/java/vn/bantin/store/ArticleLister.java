package vn.bantin.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.State;

/**
 * Lists articles, newest first; each kind of question goes along an index that is in this order,
 * and reads no more of it than it needs.
 */
final class ArticleLister {

  private final Handle handle;

  ArticleLister(Handle handle) {
    this.handle = handle;
  }

  List<Article> list(ArticleQuery query) {
    ArticleId after = query.after();
    Optional<Place> start = after == null ? Optional.empty() : place(after);
    if (after != null && start.isEmpty()) {
      return List.of();
    }
    String category = query.category();
    State state = query.state();
    String publishedAt = category == null ? "r.published_at" : "c.published_at";
    String article = category == null ? "a.num" : "c.article";
    List<String> conditions = new ArrayList<>();
    if (category != null) {
      conditions.add("c.category = :category");
    }
    if (state != null) {
      conditions.add("r.state = :state");
    }
    if (start.isPresent()) {
      conditions.add("(" + publishedAt + ", " + article + ") < (:publishedAt, :article)");
    }
    String sql =
        "SELECT "
            + ArticleRows.COLUMNS
            + " FROM "
            + (category == null ? "" : "article_category c CROSS JOIN ")
            + ArticleRows.CURRENT
            + (category == null ? "" : " AND a.num = c.article")
            + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
            + " ORDER BY "
            + publishedAt
            + " DESC, "
            + article
            + " DESC LIMIT :limit";
    try (var select = handle.createQuery(sql)) {
      if (category != null) {
        select.bind("category", category);
      }
      if (state != null) {
        select.bind("state", state.wireName());
      }
      start.ifPresent(
          place -> select.bind("publishedAt", place.publishedAt).bind("article", place.article));
      return select.bind("limit", query.limit()).map(ArticleRows::read).list();
    }
  }

  private Optional<Place> place(ArticleId id) {
    return handle
        .createQuery("SELECT r.published_at, a.num FROM " + ArticleRows.CURRENT + " WHERE a.id = ?")
        .bind(0, id.value())
        .map((row, context) -> new Place(row.getLong("published_at"), row.getLong("num")))
        .findOne();
  }

  private record Place(long publishedAt, long article) {}
}

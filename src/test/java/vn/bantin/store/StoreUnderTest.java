package vn.bantin.store;

import static vn.bantin.article.Articles.article;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.Articles;
import vn.bantin.article.CategoryPlacement;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.Lifetimes;
import vn.bantin.article.Placement;

/** A store with three feeds, and short words for what tests do with it. */
interface StoreUnderTest {

  Placement PLACEMENT = new CategoryPlacement();
  List<FeedDeclaration> FEEDS =
      Stream.of("all", "dan-van", "kinh-te").map(f -> new FeedDeclaration(f, "1", "1")).toList();

  Duration FRESH = Duration.ofMinutes(5);
  Duration ARCHIVED = Duration.ofDays(1);

  /** Of pages of two articles. */
  Lifetimes LIFETIMES =
      new Lifetimes() {
        @Override
        public int pageSize() {
          return 2;
        }

        @Override
        public Duration of(String feed, boolean archived) {
          return archived ? ARCHIVED : FRESH;
        }
      };

  /** The store, in which {@link #FEEDS} are defined. */
  ArticleStore store();

  /** The clock that it goes by. */
  SettableClock clock();

  /** Opens the same database once more. */
  ArticleStore again();

  default ChangeOutcome put(Article article) {
    return apply(new Put(article));
  }

  default ChangeOutcome apply(ArticleChange change) {
    return store().apply(List.of(change), PLACEMENT, Articles.EDITOR).getFirst();
  }

  default FeedVersion version(String feed) {
    return store().feed(feed, 1).orElseThrow().version();
  }

  default List<FeedEntry> entries(String feed) {
    return store().feed(feed, 100).orElseThrow().entries();
  }

  default List<String> ids(String feed) {
    return entries(feed).stream().map(e -> e.article().id().value()).toList();
  }
}

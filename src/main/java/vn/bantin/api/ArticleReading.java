package vn.bantin.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Lifetimes;
import vn.bantin.article.Revision;
import vn.bantin.article.Slug;
import vn.bantin.article.State;
import vn.bantin.ingest.ArticleJson;
import vn.bantin.ingest.HistoryJson;
import vn.bantin.store.ArticleQuery;
import vn.bantin.store.ArticleStore;

/** The half of the API that changes nothing. */
final class ArticleReading {

  static final String JSON = "application/json";

  private static final List<String> PARAMETERS = List.of("state", "category", "after", "limit");
  private static final int USUAL_LIMIT = 50;

  /** The characters after which a page ends, whatever its limit. */
  private static final int LARGE_PAGE = 8 << 20;

  private final ArticleStore store;
  private final Supplier<? extends Lifetimes> lifetimes;

  ArticleReading(ArticleStore store, Supplier<? extends Lifetimes> lifetimes) {
    this.store = store;
    this.lifetimes = lifetimes;
  }

  Reply one(Call call, ArticleId id) {
    Optional<Revision> found = store.current(id);
    if (found.isEmpty()) {
      return Refusals.NO_ARTICLE;
    }
    Revision revision = found.get();
    boolean isKnown = RevisionTag.isKnown(call.ifNoneMatch(), revision.seq());
    String body = isKnown ? "" : ArticleJson.of(revision.article());
    return new Reply.Content(isKnown ? 304 : 200, JSON, body, RevisionTag.of(revision.seq()), null);
  }

  Reply history(ArticleId id) {
    return store
        .history(id, lifetimes.get())
        .<Reply>map(
            history -> new Reply.Content(200, JSON, HistoryJson.of(id, history), null, null))
        .orElse(Refusals.NO_ARTICLE);
  }

  Reply list(Call call) {
    for (String name : call.query().keySet()) {
      if (!PARAMETERS.contains(name)) {
        return Refusals.parameter(
            "there is no parameter of this name", "use " + String.join(", ", PARAMETERS));
      }
    }
    String state = call.query().get("state");
    String category = call.query().get("category");
    String after = call.query().get("after");
    int limit = limit(call.query().get("limit"));
    if (state != null && State.named(state).isEmpty()) {
      return Refusals.parameter("state is none", "use one of " + State.wireNames());
    }
    if (category != null && !Slug.isValid(category)) {
      return Refusals.parameter("category is no slug", "write it like dan-van");
    }
    if (limit < 1) {
      return Refusals.parameter("limit is out of range", "use 1 to " + ArticleQuery.MAX_LIMIT);
    }
    if (after != null
        && (!ArticleId.isValid(after) || store.find(new ArticleId(after)).isEmpty())) {
      return Refusals.parameter("after is no article", "use the id that next ends with");
    }
    return list(
        new ArticleQuery(
            State.named(state).orElse(null),
            category,
            after == null ? null : new ArticleId(after),
            limit));
  }

  private Reply list(ArticleQuery query) {
    List<Article> articles = store.list(query);
    StringBuilder body = new StringBuilder("{\"articles\":[");
    int count = 0;
    while (count < articles.size() && body.length() < LARGE_PAGE) {
      body.append(count == 0 ? "" : ",").append(ArticleJson.of(articles.get(count)));
      count++;
    }
    boolean isEnd = count == articles.size() && count < query.limit();
    String next = isEnd ? "null" : '"' + next(query, articles.get(count - 1)) + '"';
    body.append("],\"next\":").append(next).append('}');
    return new Reply.Content(200, JSON, body.toString(), null, null);
  }

  // Of all that stands in it, nothing needs escaping.
  private static String next(ArticleQuery query, Article last) {
    State state = query.state();
    return "/api/articles?"
        + (state == null ? "" : "state=" + state.wireName() + "&")
        + (query.category() == null ? "" : "category=" + query.category() + "&")
        + "limit="
        + query.limit()
        + "&after="
        + last.id();
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL_LIMIT;
    }
    boolean isNumber = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int limit = isNumber && !text.isEmpty() ? Integer.parseInt(text) : 0;
    return limit <= ArticleQuery.MAX_LIMIT ? limit : 0;
  }
}

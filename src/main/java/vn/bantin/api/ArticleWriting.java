package vn.bantin.api;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.CleanText;
import vn.bantin.article.Revision;
import vn.bantin.article.State;
import vn.bantin.ingest.ArticleJson;
import vn.bantin.ingest.Ingest;
import vn.bantin.ingest.JsonText;
import vn.bantin.ingest.Rejection;
import vn.bantin.ingest.Result;
import vn.bantin.store.ArticleStore;

/** The half of the API that changes one article. */
final class ArticleWriting {

  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final int ATTEMPTS = 5;

  private final ArticleStore store;
  private final Function<Actor, Ingest> ingests;
  private final InstantSource clock;

  ArticleWriting(ArticleStore store, Function<Actor, Ingest> ingests, InstantSource clock) {
    this.clock = clock;
    this.store = store;
    this.ingests = ingests;
  }

  Reply put(Call call, ArticleId id, Actor actor) {
    if (!call.contentType().equals(ArticleReading.JSON)) {
      return Refusals.type(ArticleReading.JSON);
    }
    return switch (JsonText.parse(call.body())) {
      case JsonText.Wrong(Rejection rejection) -> Refusals.article(rejection);
      case JsonText.Tree(ObjectNode article) -> {
        Precondition condition = condition(call, id);
        yield condition.holds ? store(article, id, actor, condition.expected) : Refusals.CHANGED;
      }
    };
  }

  /** Changes what the merge patch names (RFC 7396), of the revision that is there. */
  Reply patch(Call call, ArticleId id, Actor actor) {
    if (!call.contentType().equals(MERGE_PATCH)
        && !call.contentType().equals(ArticleReading.JSON)) {
      return Refusals.type(MERGE_PATCH);
    }
    return switch (JsonText.parse(call.body())) {
      case JsonText.Wrong(Rejection rejection) -> Refusals.article(rejection);
      case JsonText.Tree(ObjectNode patch) -> patch(call, id, actor, patch);
    };
  }

  private Reply patch(Call call, ArticleId id, Actor actor, ObjectNode patch) {
    Reply reply = Refusals.CHANGED;
    for (int i = 0; i < ATTEMPTS && reply.equals(Refusals.CHANGED); i++) {
      Optional<Revision> current = store.current(id);
      if (current.isEmpty()) {
        return Refusals.NO_ARTICLE;
      }
      Precondition condition = condition(call, id);
      if (!condition.holds) {
        return Refusals.CHANGED;
      }
      Article article = current.get().article();
      if (article.state() == State.WITHDRAWN) {
        return Refusals.WITHDRAWN;
      }
      reply = store(patched(article, patch, actor), id, actor, current.get().seq());
    }
    return reply;
  }

  // Of a public article the times that have come say nothing any more, and readers are to notice
  // that it has changed. A note belongs to the state that it was given with: a new correction has
  // words of its own, and what is live again has none.
  private ObjectNode patched(Article article, ObjectNode patch, Actor actor) {
    ObjectNode before = ingests.apply(actor).given(article);
    if (article.state().isPublic()) {
      before.remove("publish_at");
      before.remove("embargo_until");
    }
    ObjectNode base = before.deepCopy();
    if (patch.has("state")) {
      base.remove("note");
    }
    ObjectNode after = (ObjectNode) MergePatch.apply(base, patch);
    if (article.state().isPublic() && !patch.has("updated") && !after.equals(before)) {
      OffsetDateTime least = article.updated().plusSeconds(1);
      OffsetDateTime now = clock.instant().atOffset(least.getOffset()).withNano(0);
      after.put("updated", (now.isBefore(least) ? least : now).toString());
    }
    return after;
  }

  Reply withdraw(Call call, ArticleId id, Actor actor) {
    String reason = CleanText.line(call.query().getOrDefault("reason", ""));
    if (reason.chars().noneMatch(Character::isLetterOrDigit)) {
      return Refusals.parameter("a withdrawal needs a reason", "add ?reason=why");
    }
    Precondition condition = condition(call, id);
    if (!condition.holds) {
      return Refusals.CHANGED;
    }
    ChangeOutcome outcome = Ingest.withdraw(store, id, reason, condition.expected, actor);
    return switch (outcome) {
      case ChangeOutcome.Withdrawn(long seq) -> shown(200, id, seq);
      case ChangeOutcome.StaysWithdrawn _ -> shown(200, id, null);
      case ChangeOutcome.Unknown _ -> Refusals.NO_ARTICLE;
      case ChangeOutcome.Conflict _ -> Refusals.CHANGED;
      case ChangeOutcome.Created _, ChangeOutcome.Replaced _, ChangeOutcome.Unchanged _ ->
          throw new IllegalStateException("a withdrawal was taken for something else");
    };
  }

  private Reply store(ObjectNode json, ArticleId id, Actor actor, @Nullable Long expected) {
    JsonNode said = json.get("id");
    if (said == null || said.isNull()) {
      json.put("id", id.value());
    } else if (!said.isString() || !said.stringValue().equals(id.value())) {
      return Refusals.article(
          new Rejection("bad-id", "/id: it is not that of the address", "leave it out"));
    }
    return switch (ingests.apply(actor).put(json, expected)) {
      case Result.Rejected(Rejection rejection) -> Refusals.article(rejection);
      case Result.Stored(Article article, ChangeOutcome outcome) -> stored(article, outcome);
    };
  }

  private Reply stored(Article article, ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Created(long seq) ->
          new Reply.Content(
              201,
              ArticleReading.JSON,
              ArticleJson.of(article),
              RevisionTag.of(seq),
              "/api/articles/" + article.id());
      case ChangeOutcome.Replaced(long seq) ->
          new Reply.Content(
              200, ArticleReading.JSON, ArticleJson.of(article), RevisionTag.of(seq), null);
      case ChangeOutcome.Unchanged _ -> shown(200, article.id(), null);
      case ChangeOutcome.StaysWithdrawn _ -> Refusals.WITHDRAWN;
      case ChangeOutcome.Conflict _ -> Refusals.CHANGED;
      case ChangeOutcome.Unknown _, ChangeOutcome.Withdrawn _ ->
          throw new IllegalStateException("an article was taken for a withdrawal");
    };
  }

  /** The article as it stands, with the tag of the change when that is known. */
  private Reply shown(int status, ArticleId id, @Nullable Long seq) {
    Revision revision = store.current(id).orElseThrow();
    String tag = RevisionTag.of(seq == null ? revision.seq() : seq);
    return new Reply.Content(
        status, ArticleReading.JSON, ArticleJson.of(revision.article()), tag, null);
  }

  // What is found out here is checked once more in the transaction.
  private Precondition condition(Call call, ArticleId id) {
    String ifMatch = call.ifMatch();
    String ifNoneMatch = call.ifNoneMatch();
    if (ifMatch == null && ifNoneMatch == null) {
      return new Precondition(true, null);
    }
    Optional<Revision> current = store.current(id);
    long seq = current.map(Revision::seq).orElse(ArticleChange.NONE);
    boolean matches = ifMatch == null || (current.isPresent() && RevisionTag.matches(ifMatch, seq));
    boolean known = current.isPresent() && RevisionTag.isKnown(ifNoneMatch, seq);
    return new Precondition(matches && !known, seq);
  }

  private record Precondition(boolean holds, @Nullable Long expected) {}
}

package vn.bantin.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.bantin.access.Scope;
import vn.bantin.access.Token;
import vn.bantin.article.Actor;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Lifetimes;
import vn.bantin.ingest.Ingest;
import vn.bantin.store.AnswerStore;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.StaleRulesException;
import vn.bantin.store.TokenStore;

/**
 * The newsroom's articles for programs.
 *
 * <pre>
 * /openapi.yaml           what all this is, for programs
 * /articles               GET lists, POST takes many
 * /articles/ID            GET, PUT, PATCH, DELETE
 * /articles/ID/history    GET
 * </pre>
 *
 * <p>When a change is answered, every public address of this server shows it.
 */
public final class ArticleApi {

  private static final String DESCRIPTION = "/openapi.yaml";
  private static final String ARTICLES = "/articles";
  private static final String HISTORY = "/history";

  private final Gatekeeper gatekeeper;
  private final ArticleReading reading;
  private final ArticleWriting writing;
  private final BulkWriting bulk;
  private final Once once;
  private final Runnable served;

  /**
   * An API over a store.
   *
   * @param ingests gives, for whoever writes, what goes by the newsroom's rules of that moment
   * @param lifetimes of copies, by the definitions of that moment
   * @param served brings all addresses up to what the store holds
   * @param clock tells when a change was made
   */
  public ArticleApi(
      ArticleStore store,
      TokenStore tokens,
      AnswerStore answers,
      Function<Actor, Ingest> ingests,
      Supplier<? extends Lifetimes> lifetimes,
      Runnable served,
      InstantSource clock) {
    this.once = new Once(answers);
    this.gatekeeper = new Gatekeeper(tokens);
    this.reading = new ArticleReading(store, lifetimes);
    this.writing = new ArticleWriting(store, ingests, clock);
    this.bulk = new BulkWriting(ingests, once);
    this.served = served;
  }

  /**
   * What can be said without the body: why whoever calls may not, or what needs none; null when it
   * has to be read.
   *
   * @param authorization the value of {@code Authorization}; null when it is not there
   */
  public @Nullable Reply beforeBody(Call call, @Nullable String authorization) {
    return switch (visit(call, authorization)) {
      case Gatekeeper.Visitor.Refused(Reply reply) -> reply;
      case Gatekeeper.Visitor.Known _ -> call.isWriting() ? null : answer(call, authorization);
      case null -> description(call);
    };
  }

  /** Answers; may wait for the store. */
  public Reply answer(Call call, @Nullable String authorization) {
    return switch (visit(call, authorization)) {
      case Gatekeeper.Visitor.Refused(Reply reply) -> reply;
      case Gatekeeper.Visitor.Known(Token token) ->
          call.isWriting() ? served(call, token) : answer(call, token);
      case null -> description(call);
    };
  }

  /**
   * Why whoever asks for a feed as a partner may not have it so; null when nothing is in the way.
   *
   * @param authorization the value of {@code Authorization}
   */
  public @Nullable Reply refusalToPartner(String authorization) {
    return switch (gatekeeper.admit(authorization, Scope.EMBARGO)) {
      case Gatekeeper.Visitor.Refused(Reply reply) -> reply;
      case Gatekeeper.Visitor.Known _ -> null;
    };
  }

  /**
   * Whose a partner's key is; may wait for the store.
   *
   * @param key as it stands in an address
   */
  public KeyHolder holder(String key) {
    return gatekeeper.holder(key);
  }

  private Gatekeeper.@Nullable Visitor visit(Call call, @Nullable String authorization) {
    return call.path().equals(DESCRIPTION)
        ? null
        : gatekeeper.admit(authorization, call.isWriting() ? Scope.WRITE : Scope.READ);
  }

  // What is refused may have changed something before: of many articles, those that came first.
  private Reply served(Call call, Token token) {
    Reply refusal = Once.refusal(call);
    if (refusal != null) {
      return refusal;
    }
    try {
      return answer(call, token);
    } finally {
      served.run();
    }
  }

  private Reply answer(Call call, Token token) {
    String path = call.path();
    try {
      if (path.equals(ARTICLES)) {
        return all(call, token);
      }
      if (!path.startsWith(ARTICLES + "/")) {
        return Refusals.NOTHING_HERE;
      }
      String rest = path.substring(ARTICLES.length() + 1);
      boolean history = rest.endsWith(HISTORY);
      String id = history ? rest.substring(0, rest.length() - HISTORY.length()) : rest;
      if (!ArticleId.isValid(id)) {
        return Refusals.NO_ARTICLE;
      }
      return history ? past(call, new ArticleId(id)) : one(call, new ArticleId(id), token);
    } catch (StaleRulesException _) {
      return Refusals.RULES;
    }
  }

  private Reply all(Call call, Token token) {
    return switch (call.method()) {
      case "GET", "HEAD" -> reading.list(call);
      case "POST" -> bulk.take(call, token, actor(token));
      default -> Refusals.method("GET, HEAD, POST");
    };
  }

  private Reply one(Call call, ArticleId id, Token token) {
    return switch (call.method()) {
      case "GET", "HEAD" -> reading.one(call, id);
      case "PUT" -> once.answer(call, token, () -> writing.put(call, id, actor(token)));
      case "PATCH" -> once.answer(call, token, () -> writing.patch(call, id, actor(token)));
      case "DELETE" -> once.answer(call, token, () -> writing.withdraw(call, id, actor(token)));
      default -> Refusals.method("GET, HEAD, PUT, PATCH, DELETE");
    };
  }

  private static Actor actor(Token token) {
    return new Actor("token:" + token.name());
  }

  private Reply past(Call call, ArticleId id) {
    return call.isWriting() ? Refusals.method("GET, HEAD") : reading.history(id);
  }

  private static Reply description(Call call) {
    if (call.isWriting()) {
      return Refusals.method("GET, HEAD");
    }
    try (InputStream in =
        Objects.requireNonNull(ArticleApi.class.getResourceAsStream("/openapi.yaml"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Reply.Content(200, "application/yaml", text, null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.bantin.api;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.bantin.access.Token;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.ingest.Ingest;
import vn.bantin.ingest.Item;
import vn.bantin.ingest.Kind;
import vn.bantin.ingest.Reading;
import vn.bantin.ingest.Rejection;
import vn.bantin.ingest.Result;
import vn.bantin.ingest.SeenIds;

/** Takes many articles, one on each line, and says on a line what became of each. */
final class BulkWriting {

  private static final String NDJSON = "application/x-ndjson";
  private static final int AT_ONCE = 1_000;

  /** The most lines that are not blank. */
  static final int MOST_LINES = 20_000;

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Function<Actor, Ingest> ingests;
  private final Once once;

  BulkWriting(Function<Actor, Ingest> ingests, Once once) {
    this.ingests = ingests;
    this.once = once;
  }

  Reply take(Call call, Token token, Actor actor) {
    if (!call.contentType().equals(NDJSON)) {
      return Refusals.type(NDJSON);
    }
    StringBuilder out = new StringBuilder();
    SeenIds seen = new SeenIds();
    Ingest ingest = ingests.apply(actor);
    List<Item> items = lines(call.body());
    if (items.size() > MOST_LINES) {
      return Refusals.TOO_MANY_LINES;
    }
    for (int i = 0; i < items.size(); i += AT_ONCE) {
      List<Item> some = items.subList(i, Math.min(i + AT_ONCE, items.size()));
      List<Reading> readings = ingest.read(some, seen);
      Reply told =
          once.part(call, token, i / AT_ONCE, () -> content(told(some, ingest.store(readings))));
      switch (told) {
        case Reply.Content part -> out.append(part.body());
        case Reply.Refusal refusal -> {
          return refusal;
        }
      }
    }
    return content(out.toString());
  }

  private static Reply content(String lines) {
    return new Reply.Content(200, NDJSON, lines, null, null);
  }

  private static String told(List<Item> items, List<Result> results) {
    StringWriter out = new StringWriter();
    for (int i = 0; i < results.size(); i++) {
      tell(items.get(i).name(), results.get(i), out);
    }
    return out.toString();
  }

  private static List<Item> lines(byte[] body) {
    List<Item> items = new ArrayList<>();
    int line = 1;
    for (int from = 0; from < body.length && items.size() <= MOST_LINES; line++) {
      int to = from;
      boolean blank = true;
      while (to < body.length && body[to] != '\n') {
        blank &= body[to] <= ' ' && body[to] >= 0;
        to++;
      }
      if (!blank) {
        byte[] bytes = Arrays.copyOfRange(body, from, to);
        items.add(new Item(Integer.toString(line), bytes, Kind.JSON, List.of()));
      }
      from = to + 1;
    }
    return items;
  }

  private static void refuse(Reply.Refusal refusal, JsonGenerator json) {
    json.writeStringProperty("outcome", "refused");
    json.writeStringProperty("code", refusal.code());
    json.writeStringProperty("message", refusal.title());
    json.writeStringProperty("hint", refusal.hint());
  }

  private static void tell(String line, Result result, StringWriter out) {
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("line", Integer.parseInt(line));
      switch (result) {
        case Result.Stored(Article article, ChangeOutcome.StaysWithdrawn _) -> {
          json.writeStringProperty("id", article.id().value());
          refuse(Refusals.WITHDRAWN, json);
        }
        case Result.Stored(Article article, ChangeOutcome outcome) -> {
          json.writeStringProperty("id", article.id().value());
          json.writeStringProperty("outcome", outcome.word());
          json.writeStringProperty("state", article.state().wireName());
        }
        case Result.Rejected(Rejection rejection) -> refuse(Refusals.article(rejection), json);
      }
      json.writeEndObject();
    }
    out.write('\n');
  }
}

package vn.bantin.ingest;

import java.io.StringWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Carriage;
import vn.bantin.article.History;
import vn.bantin.article.Revision;

/** An article's history as JSON, the same in the API and at the command line. */
public final class HistoryJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private HistoryJson() {}

  /** The history on one line. */
  public static String of(ArticleId id, History history) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("id", id.value());
      json.writeArrayPropertyStart("revisions");
      history.revisions().forEach(revision -> write(revision, json));
      json.writeEndArray();
      json.writeArrayPropertyStart("feeds");
      history.carriages().forEach(carriage -> write(carriage, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  /** A feed's version as its entity-tags begin. */
  public static String version(long seq) {
    return Long.toString(seq, Character.MAX_RADIX);
  }

  private static void write(Revision revision, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("revision", revision.number());
    json.writeStringProperty("at", revision.at().toString());
    json.writeStringProperty("actor", revision.actor().name());
    json.writeStringProperty("state", revision.article().state().wireName());
    text(json, "note", revision.article().note());
    json.writeStringProperty("title", revision.article().title());
    json.writeEndObject();
  }

  private static void write(Carriage carriage, JsonGenerator json) {
    Long toSeq = carriage.toSeq();
    Instant to = carriage.to();
    Instant copiesUntil = carriage.copiesUntil();
    json.writeStartObject();
    json.writeStringProperty("feed", carriage.feed());
    json.writeNumberProperty("revision", carriage.revision());
    json.writeStringProperty("from_version", version(carriage.fromSeq()));
    json.writeStringProperty("from", carriage.from().toString());
    text(json, "to_version", toSeq == null ? null : version(toSeq));
    text(json, "to", to == null ? null : to.toString());
    text(json, "copies_until", copiesUntil == null ? null : copiesUntil.toString());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }
}

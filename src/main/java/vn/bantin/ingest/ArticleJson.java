package vn.bantin.ingest;

import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.bantin.article.Article;
import vn.bantin.article.Media;

/** An article as JSON, the same in the API and at the command line. */
public final class ArticleJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** RFC 3339: always with seconds, unlike {@link OffsetDateTime#toString()}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  private ArticleJson() {}

  /** The article on one line. */
  public static String of(Article article) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(article, json);
    }
    return out.toString();
  }

  /** Writes the article as one object. */
  public static void write(Article article, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", article.id().value());
    text(json, "url", article.url());
    json.writeStringProperty("title", article.title());
    json.writeStringProperty("summary", article.summary());
    json.writeStringProperty("body_html", article.bodyHtml());
    texts(json, "authors", article.authors());
    texts(json, "categories", article.categories());
    texts(json, "tags", article.tags());
    json.writeStringProperty("language", article.language());
    text(json, "source", article.source());
    json.writeStringProperty("published", TIME.format(article.published()));
    json.writeStringProperty("updated", TIME.format(article.updated()));
    json.writeStringProperty("state", article.state().wireName());
    time(json, "publish_at", article.schedule().publishAt());
    time(json, "embargo_until", article.schedule().embargoUntil());
    time(json, "expires_at", article.schedule().expiresAt());
    text(json, "note", article.note());
    json.writeStringProperty("syndication", "all");
    json.writeArrayPropertyStart("media");
    article.media().forEach(media -> write(media, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Media media, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("url", media.url().toString());
    json.writeStringProperty("type", media.type());
    number(json, "length", media.length());
    number(json, "width", media.width());
    number(json, "height", media.height());
    number(json, "duration", media.duration() == null ? null : media.duration().toSeconds());
    text(json, "caption", media.caption());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value.toString());
    }
  }

  private static void time(JsonGenerator json, String name, @Nullable OffsetDateTime value) {
    text(json, name, value == null ? null : TIME.format(value));
  }

  private static void number(JsonGenerator json, String name, @Nullable Number value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value.longValue());
    }
  }

  private static void texts(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}

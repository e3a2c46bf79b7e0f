package vn.bantin.page;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A feed's newest articles for the program that shows them on a partner's page. */
final class EntriesJson {

  private static final JsonFactory JSON = new JsonFactory();

  private EntriesJson() {}

  static byte[] of(Widget widget) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("title", widget.title());
      json.writeStringProperty("url", widget.href());
      json.writeStringProperty("newsroom", widget.newsroom());
      json.writeStringProperty("language", widget.language());
      json.writeArrayPropertyStart("entries");
      for (Entry entry : widget.entries()) {
        entry(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void entry(JsonGenerator json, Entry entry) {
    json.writeStartObject();
    json.writeStringProperty("url", entry.href());
    json.writeStringProperty("title", entry.title());
    text(json, "language", entry.language());
    json.writeStringProperty("published", entry.datetime());
    json.writeStringProperty("when", entry.when());
    text(json, "summary", entry.summary());
    text(json, "byline", entry.byline());
    Picture picture = entry.picture();
    if (picture != null) {
      json.writeObjectPropertyStart("picture");
      json.writeStringProperty("url", picture.url());
      text(json, "alt", picture.alt());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
  }
}

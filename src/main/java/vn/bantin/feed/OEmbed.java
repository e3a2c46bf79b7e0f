package vn.bantin.feed;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A feed as something that can be put into a page (oEmbed 1.0, type {@code rich}).
 *
 * @param site the newsroom
 * @param title the feed's
 * @param html what to put into the page
 * @param width of it in pixels
 * @param height of it in pixels
 * @param fresh how long this may be kept
 */
public record OEmbed(Site site, String title, String html, int width, int height, Duration fresh) {

  /** The media type of the JSON form. */
  public static final String JSON = "application/json";

  /** The media type of the XML form. */
  public static final String XML = "text/xml; charset=utf-8";

  private static final JsonFactory FACTORY = new JsonFactory();

  /** In JSON. */
  public byte[] json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      fields()
          .forEach((name, value) -> {
            if (value instanceof Long number) {
              json.writeNumberProperty(name, number);
            } else {
              json.writeStringProperty(name, value.toString());
            }
          });
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** In XML. */
  public byte[] xml() {
    Element root = new Element("oembed");
    fields().forEach((name, value) -> root.addContent(new Element(name).setText(value.toString())));
    XmlOutput.onLines(root, "  ");
    return XmlOutput.bytes(new Document(root));
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", "1.0");
    fields.put("type", "rich");
    fields.put("title", title);
    fields.put("provider_name", site.title());
    fields.put("provider_url", site.home().toASCIIString());
    fields.put("cache_age", fresh.toSeconds());
    fields.put("html", html);
    fields.put("width", (long) width);
    fields.put("height", (long) height);
    return fields;
  }
}

package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.feed.Format;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;

/** A feed reader that holds entries by id and asks for nothing but what has changed. */
final class DeltaPoller {

  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  private static final Namespace TOMBSTONES =
      Namespace.getNamespace("http://purl.org/atompub/tombstones/1.0");

  private final String feed;
  private final Format format;
  private final String target;
  private final Map<String, String> entries = new LinkedHashMap<>();
  private @Nullable String tag;

  DeltaPoller(String feed, Format format) {
    this.feed = feed;
    this.format = format;
    this.target = "/feeds/" + feed + "." + format.extension();
  }

  /** Asks once and takes over what comes; the status of the answer. */
  int poll(RawHttp http) {
    List<String> headers = new ArrayList<>(List.of("A-IM: feed"));
    if (tag != null) {
      headers.add("If-None-Match: " + tag);
    }
    RawAnswer answer = http.get(target, headers.toArray(String[]::new));
    switch (answer.status()) {
      case 200 -> {
        entries.clear();
        entries.putAll(entries(answer.text()));
      }
      case 226 -> {
        assertThat(answer.header("Delta-Base")).isEqualTo(tag);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        entries.keySet().removeAll(gone(answer.text()));
        entries.putAll(entries(answer.text()));
      }
      default -> assertThat(answer.status()).isEqualTo(304);
    }
    tag = answer.header("ETag");
    return answer.status();
  }

  /** What it shows its reader: the text of each entry by its id. */
  Map<String, String> shown() {
    return entries;
  }

  /** The entries of the feed as it is served whole. */
  Map<String, String> whole(RawHttp http) {
    return entries(http.get(target).text());
  }

  /** Which feed it reads. */
  String feed() {
    return feed;
  }

  @Override
  public String toString() {
    return target;
  }

  private Map<String, String> entries(String document) {
    Map<String, String> found = new LinkedHashMap<>();
    if (format == Format.JSON) {
      json(document)
          .get("items")
          .forEach(item -> found.put(item.get("id").asString(), item.toString()));
      return found;
    }
    List<Element> elements =
        format == Format.ATOM
            ? xml(document).getChildren("entry", ATOM)
            : xml(document).getChild("channel").getChildren("item");
    for (Element entry : elements) {
      String id =
          format == Format.ATOM ? entry.getChildText("id", ATOM) : entry.getChildText("guid");
      sameSpelling(entry);
      found.put(id, new XMLOutputter().outputString(entry));
    }
    return found;
  }

  private List<String> gone(String delta) {
    List<String> ids = new ArrayList<>();
    switch (format) {
      case JSON -> {
        JsonNode gone = json(delta).at("/_bantin/gone");
        gone.forEach(one -> ids.add(one.get("id").asString()));
      }
      case ATOM ->
          xml(delta)
              .getChildren("deleted-entry", TOMBSTONES)
              .forEach(one -> ids.add(attribute(one, "ref")));
      case RSS -> {}
    }
    return ids;
  }

  // Among entries of one moment, the spelling of that moment depends on which others are there.
  private static void sameSpelling(Element entry) {
    Element updated = entry.getChild("updated", ATOM);
    if (updated != null) {
      updated.setText(OffsetDateTime.parse(updated.getText()).toInstant().toString());
    }
  }

  private static String attribute(Element element, String name) {
    Attribute attribute = element.getAttribute(name);
    return attribute == null ? "" : attribute.getValue();
  }

  private static Element xml(String feed) {
    try {
      return new SAXBuilder().build(new StringReader(feed)).getRootElement();
    } catch (JDOMException | IOException e) {
      throw new AssertionError(feed, e);
    }
  }

  private static JsonNode json(String feed) {
    return JsonMapper.shared().readTree(feed);
  }
}

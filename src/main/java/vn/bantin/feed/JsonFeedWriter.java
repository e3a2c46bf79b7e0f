package vn.bantin.feed;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.bantin.article.Article;
import vn.bantin.article.Media;

/**
 * JSON Feed 1.1, which has no word for what is gone: an extension of ours, named {@code _bantin} as
 * it demands of extensions, lists in {@code gone} the {@code id} of each item and {@code at} when;
 * and of results of a search the {@code query}, the {@code total} and the number of the {@code
 * page}.
 */
final class JsonFeedWriter {

  private final JsonFactory factory = new JsonFactory();

  byte[] write(FeedSource source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
      feed(json, source);
    } catch (JacksonException e) {
      throw new FeedWriteException(e);
    }
    return bytes.toByteArray();
  }

  private static void feed(JsonGenerator json, FeedSource source) {
    Site site = source.site();
    FeedDefinition definition = source.definition();
    json.writeStartObject();
    json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
    json.writeStringProperty("title", definition.title());
    json.writeStringProperty("home_page_url", site.home().toASCIIString());
    json.writeStringProperty("feed_url", source.address(Format.JSON));
    text(json, "next_url", next(source.links(Format.JSON)));
    text(json, "description", definition.description());
    Image image = source.image();
    text(json, "icon", image == null ? null : image.url().toASCIIString());
    json.writeStringProperty("language", definition.language());
    authors(json, Set.of(site.title()));
    json.writeArrayPropertyStart("items");
    for (Article article : source.articles()) {
      json.writeRaw("\n");
      item(json, source, article);
    }
    json.writeEndArray();
    extension(json, source);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static @Nullable String next(Map<String, String> links) {
    return links.getOrDefault("next", links.get("prev-archive"));
  }

  private static void extension(JsonGenerator json, FeedSource source) {
    if (source.paging() instanceof Results results) {
      json.writeObjectPropertyStart("_bantin");
      json.writeStringProperty("query", results.query());
      json.writeNumberProperty("total", results.total());
      json.writeNumberProperty("page", results.page());
      json.writeEndObject();
    } else if (!source.gone().isEmpty()) {
      json.writeObjectPropertyStart("_bantin");
      gone(json, source);
      json.writeEndObject();
    }
  }

  private static void gone(JsonGenerator json, FeedSource source) {
    json.writeArrayPropertyStart("gone");
    for (Tombstone tombstone : source.gone()) {
      json.writeStartObject();
      json.writeStringProperty("id", source.addresses().articleId(tombstone.article()));
      json.writeStringProperty(
          "at", XmlOutput.rfc3339(XmlOutput.at(tombstone.at(), source.site().zone())));
      text(json, "reason", tombstone.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void item(JsonGenerator json, FeedSource source, Article article) {
    json.writeStartObject();
    json.writeStringProperty("id", source.addresses().articleId(article.id()));
    json.writeStringProperty("url", source.addresses().article(article));
    json.writeStringProperty("title", article.title());
    boolean html =
        !article.bodyHtml().isEmpty() && (source.isFull() || article.summary().isEmpty());
    json.writeStringProperty(
        html ? "content_html" : "content_text", html ? article.publicHtml() : article.summary());
    text(json, "summary", article.summary());
    Optional<Media> picture =
        article.media().stream().filter(m -> m.kind().equals("image")).findFirst();
    text(json, "image", picture.map(m -> m.url().toASCIIString()).orElse(null));
    json.writeStringProperty("date_published", XmlOutput.rfc3339(article.published()));
    json.writeStringProperty("date_modified", XmlOutput.rfc3339(article.updated()));
    if (!article.authors().isEmpty()) {
      authors(json, article.authors());
    }
    tags(json, source.site(), article);
    if (!article.language().equals(source.definition().language())) {
      json.writeStringProperty("language", article.language());
    }
    attachments(json, article);
    json.writeEndObject();
  }

  private static void authors(JsonGenerator json, Collection<String> names) {
    json.writeArrayPropertyStart("authors");
    for (String name : names) {
      json.writeStartObject();
      json.writeStringProperty("name", name);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void tags(JsonGenerator json, Site site, Article article) {
    Set<String> tags = new LinkedHashSet<>();
    article.categories().forEach(slug -> tags.add(site.label(slug)));
    tags.addAll(article.tags());
    if (tags.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("tags");
    tags.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void attachments(JsonGenerator json, Article article) {
    if (article.media().isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("attachments");
    for (Media media : article.media()) {
      json.writeStartObject();
      json.writeStringProperty("url", media.url().toASCIIString());
      json.writeStringProperty("mime_type", media.type());
      text(json, "title", media.caption());
      if (media.length() != null) {
        json.writeNumberProperty("size_in_bytes", media.length());
      }
      if (media.duration() != null) {
        json.writeNumberProperty("duration_in_seconds", media.duration().toSeconds());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
  }
}

package vn.bantin.page;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.bantin.article.Article;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.Site;

/** What search engines are told in the words of schema.org; safe inside of a script element. */
final class JsonLd {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonLd() {}

  /** The newsroom. */
  static String newsroom(Site site) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("@context", "https://schema.org");
      newsroom(json, site);
      json.writeEndObject();
    }
    return safe(text);
  }

  /** An article whose page is here. */
  static String article(Site site, Addresses addresses, Article article) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("@context", "https://schema.org");
      json.writeStringProperty("@type", "NewsArticle");
      json.writeStringProperty("headline", article.title());
      json.writeStringProperty("mainEntityOfPage", addresses.article(article));
      json.writeStringProperty("inLanguage", article.language());
      json.writeStringProperty("datePublished", Dates.machine(article.published(), site.zone()));
      json.writeStringProperty("dateModified", Dates.machine(article.updated(), site.zone()));
      @Nullable Picture picture = Picture.of(article);
      if (picture != null) {
        json.writeStringProperty("image", picture.url());
      }
      json.writeArrayPropertyStart("author");
      for (String author : article.authors()) {
        json.writeStartObject();
        json.writeStringProperty("@type", "Person");
        json.writeStringProperty("name", author);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectPropertyStart("publisher");
      newsroom(json, site);
      json.writeEndObject();
      json.writeEndObject();
    }
    return safe(text);
  }

  private static void newsroom(JsonGenerator json, Site site) {
    json.writeStringProperty("@type", "NewsMediaOrganization");
    json.writeStringProperty("name", site.title());
    json.writeStringProperty("url", site.home().toASCIIString());
    json.writeStringProperty("description", site.description());
    if (site.image() != null) {
      json.writeStringProperty("logo", site.image().url().toASCIIString());
    }
  }

  // JSON may name any sign by its number, and these would mean something to HTML.
  private static String safe(StringWriter json) {
    return json.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}

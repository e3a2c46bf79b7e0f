package vn.bantin.ingest;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Media;
import vn.bantin.article.Slug;

/** Reads an article in JSON, in the form that {@link ArticleJson} writes. */
final class JsonReader {

  private final Origin origin;

  JsonReader(Origin origin) {
    this.origin = origin;
  }

  Drafting read(String text) {
    return switch (JsonText.parse(text)) {
      case JsonText.Tree(ObjectNode object) -> read(object);
      case JsonText.Wrong(Rejection rejection) -> rejection;
    };
  }

  Drafting read(ObjectNode object) {
    return read(JsonFields.of(object));
  }

  private Drafting read(JsonFields fields) {
    ArticleId id = id(fields);
    String title = fields.text("title");
    if (!fields.has("title")) {
      fields.wrong("title", "no-title", "it is not there", "give the article a title");
    }
    Standing standing = standing(fields);
    OffsetDateTime published = fields.time("published", origin.zone());
    if (published == null) {
      published = standing.schedule().publicAt();
    }
    if (published == null && !fields.has("published")) {
      fields.wrong("published", "no-date", "it is not there", "write 2026-01-14T06:45:00+07:00");
    }
    OffsetDateTime updated = fields.time("updated", origin.zone());
    URI url = url(fields);
    List<Media> media = media(fields, Objects.requireNonNullElse(url, origin.home()));
    List<String> categories = fields.texts("categories");
    for (String category : categories) {
      if (!Slug.isValid(category)) {
        fields.wrong("categories", DraftCleaner.badCategory(category));
      }
    }
    List<String> authors = fields.texts("authors");
    List<String> tags = fields.texts("tags");
    String language = fields.text("language");
    String source = fields.text("source");
    String summary = Objects.requireNonNullElse(fields.text("summary"), "");
    String body = Objects.requireNonNullElse(fields.text("body_html"), "");
    syndication(fields);
    fields.refuseOthers();
    Optional<Rejection> rejection = fields.rejection();
    if (rejection.isPresent() || id == null || title == null || published == null) {
      return rejection.orElseThrow();
    }
    return new Draft(
        id,
        title,
        summary,
        body,
        url,
        authors,
        categories,
        tags,
        language,
        source,
        published,
        updated,
        media,
        standing);
  }

  private static @Nullable ArticleId id(JsonFields fields) {
    String id = fields.text("id");
    if (id != null && ArticleId.isValid(id)) {
      return new ArticleId(id);
    }
    fields.wrong(
        "id",
        "bad-id",
        id == null ? "it is not there" : "no id: " + PlainText.quoted(id),
        "write an id that never changes, of letters without marks, digits and -._~: within "
            + ArticleId.MAX_LENGTH
            + " characters");
    return null;
  }

  private Standing standing(JsonFields fields) {
    return Standing.of(
        fields.text("state"),
        fields.text("note"),
        fields.time("publish_at", origin.zone()),
        fields.time("embargo_until", origin.zone()),
        fields.time("expires_at", origin.zone()),
        fields::wrong);
  }

  private static @Nullable URI url(JsonFields fields) {
    String text = fields.text("url");
    URI url = text == null ? null : Addresses.absolute(text);
    if (text != null && url == null) {
      fields.wrong(
          "url",
          "bad-address",
          "no web address: " + PlainText.quoted(text),
          "write the whole address, https://…, or null");
    }
    return url;
  }

  private static List<Media> media(JsonFields fields, URI base) {
    List<Media> media = new ArrayList<>();
    for (JsonFields item : fields.objects("media")) {
      String address = item.text("url");
      String type = item.text("type");
      Long length = item.number("length", MediaFields.MAX_LENGTH);
      Long width = item.number("width", MediaFields.MAX_PIXELS);
      Long height = item.number("height", MediaFields.MAX_PIXELS);
      Long seconds = item.number("duration", MediaFields.MAX_SECONDS);
      String caption = item.text("caption");
      URI url = address == null ? null : Addresses.absolute(address, base);
      item.refuseOthers();
      if (url == null) {
        item.wrong("url", "bad-media", "no web address", "write the whole address, https://…");
      } else if (type == null || !MediaFields.TYPE.matcher(type).matches()) {
        item.wrong("type", "bad-media", "no media type", "write image/jpeg, video/mp4 or the like");
      } else {
        Duration duration = seconds == null ? null : Duration.ofSeconds(seconds);
        media.add(new Media(url, type, length, small(width), small(height), duration, caption));
      }
    }
    return media;
  }

  // There is one word for it so far.
  private static void syndication(JsonFields fields) {
    String syndication = fields.text("syndication");
    if (syndication != null && !syndication.equals("all")) {
      fields.wrong("syndication", "bad-syndication", "it is not all", "write all, or leave it out");
    }
  }

  private static @Nullable Integer small(@Nullable Long number) {
    return number == null ? null : number.intValue();
  }
}

package vn.bantin.ingest;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.CleanText;
import vn.bantin.article.Media;
import vn.bantin.article.Slug;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.YamlMap;
import vn.bantin.yaml.YamlReader;

/** Reads Markdown with YAML front matter, the form that people write by hand. */
final class MarkdownReader {

  private static final String DATE_FORM = "write published: 2026-01-14T06:45:00+07:00";

  private final Origin origin;

  MarkdownReader(Origin origin) {
    this.origin = origin;
  }

  Drafting read(String text) {
    FrontMatter parts = FrontMatter.split(CleanText.of(text));
    if (parts == null) {
      return new Rejection(
          Problems.GENERAL,
          "line 1: the front matter is not there, or not closed",
          "begin with a line ---, then KEY: VALUE lines, then another line ---");
    }
    List<Mistake> mistakes = new ArrayList<>();
    Problems problems = new Problems();
    YamlMap fields = YamlReader.read(parts.yaml(), FrontMatter.FIRST_LINE, mistakes);
    if (!mistakes.isEmpty()) {
      problems.addAll(mistakes);
      return problems.rejection();
    }
    return read(fields, new MarkdownBody(parts.body()), mistakes, problems);
  }

  private Drafting read(
      YamlMap fields, MarkdownBody body, List<Mistake> mistakes, Problems problems) {
    String id = id(fields, problems);
    String title = title(fields, body, problems);
    Standing standing = standing(fields, problems);
    OffsetDateTime published = date(fields, "published", problems);
    if (published == null) {
      published = standing.schedule().publicAt();
    }
    if (published == null && fields.text("published") == null) {
      problems.add(fields.line(), "no-date", "published is missing", DATE_FORM);
    }
    OffsetDateTime updated = date(fields, "updated", problems);
    URI url = url(fields, problems);
    List<Media> media = new ArrayList<>();
    URI base = Objects.requireNonNullElse(url, origin.home());
    for (YamlMap item : fields.maps("media")) {
      MediaFields.read(item, base, problems).ifPresent(media::add);
    }
    List<String> authors = fields.texts("authors");
    List<String> categories = categories(fields, problems);
    List<String> tags = fields.texts("tags");
    String source = fields.text("source");
    String language = language(fields, problems);
    String summary = Objects.requireNonNullElse(fields.text("summary"), "");

    fields.rejectUnknownKeys();
    problems.addAll(mistakes);
    if (!problems.isEmpty() || published == null) {
      return problems.rejection();
    }
    return new Draft(
        new ArticleId(id),
        title,
        summary,
        body.html(),
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

  private Standing standing(YamlMap fields, Problems problems) {
    return Standing.of(
        fields.text("state"),
        fields.text("note"),
        date(fields, "publish_at", problems),
        date(fields, "embargo_until", problems),
        date(fields, "expires_at", problems),
        (key, rejection) -> problems.add(fields.line(key), rejection));
  }

  private static String id(YamlMap fields, Problems problems) {
    String id = fields.text("id");
    if (id == null || !ArticleId.isValid(id)) {
      problems.add(
          fields.line("id"),
          "bad-id",
          id == null ? "id is missing" : "no id: " + PlainText.quoted(id),
          "write an id that never changes, of letters without marks, digits and -._~: within "
              + ArticleId.MAX_LENGTH
              + " characters, such as id: sm-2026-0114-01");
    }
    return Objects.requireNonNullElse(id, "");
  }

  private static String title(YamlMap fields, MarkdownBody body, Problems problems) {
    String title = fields.text("title");
    if (title != null) {
      body.dropRepeated(title);
      return title;
    }
    String heading = body.takeTitle().orElse("");
    if (PlainText.line(heading).isEmpty()) {
      problems.add(
          fields.line("title"),
          "no-title",
          "title is missing, and the text has no # heading",
          "write title: \"…\"");
    }
    return heading;
  }

  private @Nullable OffsetDateTime date(YamlMap fields, String key, Problems problems) {
    String text = fields.text(key);
    if (text == null) {
      return null;
    }
    OffsetDateTime date = DateText.parse(text, origin.zone()).orElse(null);
    if (date == null || date.getYear() < Article.MIN_YEAR || date.getYear() > Article.MAX_YEAR) {
      problems.add(
          fields.line(key),
          "bad-date",
          key + ": no date from 1900 to 9998: " + PlainText.quoted(text),
          DATE_FORM.replace("published", key));
    }
    return date;
  }

  private static @Nullable URI url(YamlMap fields, Problems problems) {
    String text = fields.text("url");
    URI url = text == null ? null : Addresses.absolute(text);
    if (text != null && url == null) {
      problems.add(
          fields.line("url"),
          "bad-address",
          "no web address: " + PlainText.quoted(text),
          "write url: https://… with the whole address, or leave the line out");
    }
    return url;
  }

  private static List<String> categories(YamlMap fields, Problems problems) {
    List<String> categories = fields.texts("categories");
    for (String category : categories) {
      if (!Slug.isValid(category)) {
        problems.add(fields.line("categories", category), DraftCleaner.badCategory(category));
      }
    }
    return categories;
  }

  private static @Nullable String language(YamlMap fields, Problems problems) {
    String language = fields.text("language");
    if (language != null && !DraftCleaner.isLanguage(language)) {
      problems.add(
          fields.line("language"),
          "bad-language",
          "no language: " + PlainText.quoted(language),
          "write a language tag, such as vi or en");
    }
    return language;
  }
}

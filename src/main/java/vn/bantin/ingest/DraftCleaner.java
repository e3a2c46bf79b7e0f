package vn.bantin.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.Media;
import vn.bantin.article.Schedule;
import vn.bantin.article.Slug;
import vn.bantin.yaml.NearestWord;

/** The one place where a draft becomes an article: everything in it clean, or a rejection. */
final class DraftCleaner {

  private static final int MAX_BODY = 8 << 20;
  private static final int MAX_TITLE = 500;
  private static final int MAX_SUMMARY = 5_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_CAPTION = 1_000;
  private static final int MAX_NOTE = 1_000;
  private static final int MADE_SUMMARY = 300;

  private final Origin origin;
  private final InstantSource clock;

  DraftCleaner(Origin origin, InstantSource clock) {
    this.origin = origin;
    this.clock = clock;
  }

  Reading clean(Draft draft) {
    Rejection rejection = check(draft);
    if (rejection != null) {
      return new Reading.Rejected(rejection);
    }
    URI base = Objects.requireNonNullElse(draft.url(), origin.home());
    HtmlCleaner.CleanHtml body = new HtmlCleaner(base).clean(draft.bodyHtml());
    String title = PlainText.line(draft.title());
    String own = PlainText.line(draft.summary());
    String summary = own.isEmpty() ? body.firstParagraph() : own;
    rejection = checkCleaned(title, own, body);
    if (rejection != null) {
      return new Reading.Rejected(rejection);
    }
    Instant now = clock.instant();
    Standing standing = wholeMinutes(draft.standing()).at(wholeMinutes(draft.published()), now);
    Schedule schedule = standing.schedule();
    OffsetDateTime published =
        Objects.requireNonNullElse(schedule.publicAt(), wholeMinutes(draft.published()));
    OffsetDateTime updated = draft.updated() == null ? published : wholeMinutes(draft.updated());
    rejection = checkLife(standing, published, draft.updated() != null, now);
    if (rejection != null) {
      return new Reading.Rejected(rejection);
    }
    Article article =
        new Article(
            draft.id(),
            title,
            own.isEmpty() ? PlainText.excerpt(summary, MADE_SUMMARY) : own,
            body.html(),
            draft.url(),
            names(draft.authors()),
            draft.categories(),
            names(draft.tags()),
            language(Objects.requireNonNullElse(draft.language(), origin.language())),
            emptyToNull(draft.source(), MAX_NAME),
            published,
            updated.isBefore(published) ? published : updated,
            draft.media().stream().map(DraftCleaner::clean).toList(),
            standing.first(),
            emptyToNull(standing.note(), MAX_NOTE),
            schedule);
    return new Reading.Read(article.at(now));
  }

  private static @Nullable Rejection checkLife(
      Standing standing, OffsetDateTime published, boolean isUpdated, Instant now) {
    OffsetDateTime expiresAt = standing.schedule().expiresAt();
    if (expiresAt != null && !expiresAt.isAfter(published)) {
      return new Rejection(
          Standing.BAD_SCHEDULE,
          "it expires at " + expiresAt + " and is published at " + published,
          "write an expires_at after that, or leave it out");
    }
    return standing.mistake(published, isUpdated, now);
  }

  private static @Nullable Rejection check(Draft draft) {
    if (draft.bodyHtml().length() > MAX_BODY) {
      return bodyTooLarge();
    }
    for (OffsetDateTime date : dates(draft)) {
      if (date.getYear() < Article.MIN_YEAR || date.getYear() > Article.MAX_YEAR) {
        return new Rejection(
            "bad-date",
            "the year " + date.getYear() + " is out of range",
            "write a date from " + Article.MIN_YEAR + " to " + Article.MAX_YEAR);
      }
    }
    for (String category : draft.categories()) {
      if (!Slug.isValid(category)) {
        return badCategory(category);
      }
    }
    String language = draft.language();
    if (language != null && !isLanguage(language)) {
      return new Rejection(
          "bad-language",
          "no language: " + PlainText.quoted(language),
          "write a language tag, such as vi or en");
    }
    return null;
  }

  private static @Nullable Rejection checkCleaned(
      String title, String summary, HtmlCleaner.CleanHtml body) {
    if (title.isEmpty()) {
      return new Rejection("no-title", "the title is empty", "give the article a title");
    }
    if (body.html().isEmpty() && summary.isEmpty()) {
      return new Rejection(
          "no-text",
          "nothing is left of the text after cleaning",
          "write a body of at least one paragraph, or a summary");
    }
    if (body.html().getBytes(StandardCharsets.UTF_8).length > MAX_BODY) {
      return bodyTooLarge();
    }
    if (title.length() > MAX_TITLE || summary.length() > MAX_SUMMARY) {
      return new Rejection(
          "too-large",
          "title of %,d and summary of %,d characters".formatted(title.length(), summary.length()),
          "keep the title within %,d and the summary within %,d characters"
              .formatted(MAX_TITLE, MAX_SUMMARY));
    }
    return null;
  }

  /** Whether the summary is the one that would be made of the text. */
  boolean isSummaryMade(Article article) {
    URI base = Objects.requireNonNullElse(article.url(), origin.home());
    String first = new HtmlCleaner(base).clean(article.bodyHtml()).firstParagraph();
    return article.summary().equals(PlainText.excerpt(first, MADE_SUMMARY));
  }

  /** The answer to a category that is no slug. */
  static Rejection badCategory(String category) {
    String slug = Slug.of(category);
    return new Rejection(
        "bad-category",
        "no category: " + PlainText.quoted(category),
        Slug.isValid(slug)
            ? "write " + slug
            : "write lower-case letters without marks, digits and hyphens, such as dan-van");
  }

  /** The answer to a category that the newsroom does not have. */
  static Rejection unknownCategory(String category, Set<String> known) {
    return new Rejection(
        "bad-category",
        "no category of the newsroom: " + category,
        NearestWord.to(category, known)
            .map(near -> "did you mean " + near)
            .orElseGet(() ->
                "write one of "
                    + String.join(", ", new TreeSet<>(known))
                    + ", or add it to site.yaml"));
  }

  /** Whether the text is a BCP 47 tag. */
  static boolean isLanguage(String text) {
    try {
      return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException _) {
      return false;
    }
  }

  private static String language(String tag) {
    return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
  }

  private static Rejection bodyTooLarge() {
    return new Rejection(
        "too-large",
        "the text is larger than %,d bytes".formatted(MAX_BODY),
        "split it into several articles, or link to the full document");
  }

  private static List<OffsetDateTime> dates(Draft draft) {
    return draft.updated() == null
        ? List.of(wholeMinutes(draft.published()))
        : List.of(wholeMinutes(draft.published()), wholeMinutes(draft.updated()));
  }

  private static Standing wholeMinutes(Standing standing) {
    Schedule schedule = standing.schedule();
    return new Standing(
        standing.said(),
        standing.note(),
        new Schedule(
            orNull(schedule.publishAt()),
            orNull(schedule.embargoUntil()),
            orNull(schedule.expiresAt())));
  }

  private static @Nullable OffsetDateTime orNull(@Nullable OffsetDateTime date) {
    return date == null ? null : wholeMinutes(date);
  }

  /** RFC 3339 has no seconds in an offset; zones had them before about 1911. */
  private static OffsetDateTime wholeMinutes(OffsetDateTime date) {
    int seconds = date.getOffset().getTotalSeconds();
    return seconds % 60 == 0
        ? date
        : date.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(seconds / 60 * 60));
  }

  private static List<String> names(List<String> names) {
    return names.stream()
        .map(name -> PlainText.excerpt(PlainText.line(name), MAX_NAME))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static @Nullable String emptyToNull(@Nullable String text, int max) {
    String line = text == null ? "" : PlainText.line(text);
    return line.isEmpty() ? null : PlainText.excerpt(line, max);
  }

  private static Media clean(Media media) {
    return new Media(
        media.url(),
        media.type(),
        media.length(),
        media.width(),
        media.height(),
        media.duration(),
        emptyToNull(media.caption(), MAX_CAPTION));
  }
}

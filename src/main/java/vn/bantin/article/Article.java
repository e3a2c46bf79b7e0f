package vn.bantin.article;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news as the newsroom means it to be read.
 *
 * <p>Texts are clean ({@link CleanText}); {@code bodyHtml} is safe HTML with absolute addresses.
 *
 * @param id the newsroom's own, stable
 * @param title plain text on one line, never blank
 * @param summary plain text on one line; may be empty
 * @param bodyHtml the whole text; may be empty when the summary says it all
 * @param url canonical address elsewhere; null for an article that lives only here
 * @param authors names as they sign, in order
 * @param categories slugs, each once, in order
 * @param tags free words, each once, in order
 * @param language BCP 47 tag, such as {@code vi}
 * @param source who reported it, such as {@code kontumtv.vn}; null when it is the newsroom itself
 * @param published first made public, to the second
 * @param updated last changed in a way that readers should notice; never before {@code published}
 * @param media pictures, films and recordings, the most telling first
 * @param state where it stands in its life
 * @param note why it was corrected or withdrawn; null when there is nothing to say
 * @param schedule when the clock changes its state
 */
public record Article(
    ArticleId id,
    String title,
    String summary,
    String bodyHtml,
    @Nullable URI url,
    List<String> authors,
    List<String> categories,
    List<String> tags,
    String language,
    @Nullable String source,
    OffsetDateTime published,
    OffsetDateTime updated,
    List<Media> media,
    State state,
    @Nullable String note,
    Schedule schedule) {

  /** The first year that an article may be published in. */
  public static final int MIN_YEAR = 1900;

  /** The last year that an article may be published in. */
  public static final int MAX_YEAR = 9998;

  /**
   * Checks, copies, and drops fractions of a second and repeated categories and tags.
   *
   * @throws IllegalArgumentException naming the part that is out of range
   */
  public Article {
    require(!title.isBlank(), "the title is blank");
    require(!summary.isBlank() || !bodyHtml.isBlank(), "there is neither summary nor body");
    require(url == null || (url.isAbsolute() && url.getHost() != null), "the address is relative");
    published = published.withNano(0);
    updated = updated.withNano(0);
    require(inRange(published) && inRange(updated), "a date is outside 1900 to 9998");
    require(!updated.isBefore(published), "updated is before published");
    authors = List.copyOf(new LinkedHashSet<>(authors));
    categories = List.copyOf(new LinkedHashSet<>(categories));
    tags = List.copyOf(new LinkedHashSet<>(tags));
    media = List.copyOf(media);
    for (String category : categories) {
      require(Slug.isValid(category), "not a category slug: " + category);
    }
    require(inRange(schedule), "a time of the schedule is outside 1900 to 9998");
    require(state != State.SCHEDULED || schedule.publishAt() != null, "scheduled for no time");
    require(state != State.EMBARGOED || schedule.embargoUntil() != null, "an embargo without end");
  }

  /** The text as readers see it: that of a corrected article with what was wrong before it. */
  public String publicHtml() {
    if (state != State.CORRECTED || note == null || bodyHtml.isEmpty()) {
      return bodyHtml;
    }
    String escaped = note.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<p><em>" + escaped + "</em></p>" + bodyHtml;
  }

  /** When the clock changes its state next; null when it does not. */
  public @Nullable Instant turnsAt() {
    OffsetDateTime time =
        switch (state) {
          case SCHEDULED -> schedule.publishAt();
          case EMBARGOED -> schedule.embargoUntil();
          case LIVE, CORRECTED -> schedule.expiresAt();
          case DRAFT, WITHDRAWN, EXPIRED -> null;
        };
    return time == null ? null : time.toInstant();
  }

  /** The article as the clock has made it by the given moment. */
  public Article at(Instant now) {
    Article article = this;
    for (Instant turn = turnsAt(); turn != null && !turn.isAfter(now); turn = article.turnsAt()) {
      article = article.in(article.nextState(), article.note);
    }
    return article;
  }

  private State nextState() {
    return switch (state) {
      case SCHEDULED -> schedule.embargoUntil() == null ? State.LIVE : State.EMBARGOED;
      case EMBARGOED -> State.LIVE;
      case LIVE, CORRECTED -> State.EXPIRED;
      case DRAFT, WITHDRAWN, EXPIRED -> state;
    };
  }

  /** The same article in another state, for the reason in {@code note}. */
  public Article in(State state, @Nullable String note) {
    return with(url, summary, bodyHtml, categories, state, note);
  }

  /** The same article in other categories. */
  public Article withCategories(List<String> categories) {
    return with(url, summary, bodyHtml, categories, state, note);
  }

  /** The same article as it is told elsewhere. */
  public Article elsewhere(URI url, String summary, String bodyHtml) {
    return with(url, summary, bodyHtml, categories, state, note);
  }

  private Article with(
      @Nullable URI url,
      String summary,
      String bodyHtml,
      List<String> categories,
      State state,
      @Nullable String note) {
    return new Article(
        id,
        title,
        summary,
        bodyHtml,
        url,
        authors,
        categories,
        tags,
        language,
        source,
        published,
        updated,
        media,
        state,
        note,
        schedule);
  }

  private static boolean inRange(Schedule schedule) {
    return Stream.of(schedule.publishAt(), schedule.embargoUntil(), schedule.expiresAt())
        .filter(Objects::nonNull)
        .allMatch(Article::inRange);
  }

  private static boolean inRange(OffsetDateTime date) {
    return date.getYear() >= MIN_YEAR && date.getYear() <= MAX_YEAR;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

package vn.bantin.article;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented articles for tests. */
public final class Articles {

  /** Who changes them. */
  public static final Actor EDITOR = new Actor("cli:man");

  private Articles() {}

  /** A live article of the given category, published {@code minutes} after the new year of 2026. */
  public static Article article(String id, String category, int minutes) {
    OffsetDateTime published =
        OffsetDateTime.parse("2026-01-01T07:00:00+07:00").plusMinutes(minutes);
    return new Article(
        new ArticleId(id),
        "Tin thử " + id,
        "Tóm tắt của bài " + id,
        "<p>Bà con thôn Đồng Mây cùng nhau làm con đường số " + minutes + ".</p>",
        URI.create("https://songmay.example/tin/" + id),
        List.of("Lê Thị Mận"),
        List.of(category),
        List.of("nông thôn"),
        "vi",
        "songmay.example",
        published,
        published,
        List.of(),
        State.LIVE,
        null,
        Schedule.NONE);
  }

  /** The same article with another title. */
  public static Article titled(Article a, String title) {
    return with(a, title, a.bodyHtml(), a.state(), a.schedule());
  }

  /** The same article with another body. */
  public static Article saying(Article a, String bodyHtml) {
    return with(a, a.title(), bodyHtml, a.state(), a.schedule());
  }

  /** The same article in another state, which the clock changes when the schedule says. */
  public static Article scheduled(Article a, State state, Schedule schedule) {
    return with(a, a.title(), a.bodyHtml(), state, schedule);
  }

  private static Article with(
      Article a, String title, String bodyHtml, State state, Schedule schedule) {
    return new Article(
        a.id(),
        title,
        a.summary(),
        bodyHtml,
        a.url(),
        a.authors(),
        a.categories(),
        a.tags(),
        a.language(),
        a.source(),
        a.published(),
        a.updated(),
        a.media(),
        state,
        a.note(),
        schedule);
  }

  /** The same article with a picture and a film. */
  public static Article withMedia(Article a) {
    List<Media> media =
        List.of(
            new Media(
                URI.create("https://media.songmay.example/a.jpg"),
                "image/jpeg",
                184_312L,
                1280,
                720,
                null,
                "Cầu mới qua suối"),
            new Media(
                URI.create("https://media.songmay.example/a.mp4"),
                "video/mp4",
                18_843_122L,
                1280,
                720,
                Duration.ofSeconds(95),
                null));
    return new Article(
        a.id(),
        a.title(),
        a.summary(),
        a.bodyHtml(),
        a.url(),
        List.of("Lê Thị Mận", "Trần Văn Sả"),
        a.categories(),
        a.tags(),
        a.language(),
        a.source(),
        a.published(),
        a.updated().plusHours(1),
        media,
        a.state(),
        a.note(),
        a.schedule());
  }

  /** The same article with one more picture of the given size. */
  public static Article pictured(Article a, @Nullable Integer width, @Nullable Integer height) {
    URI url = URI.create("https://media.songmay.example/anh.jpg");
    List<Media> media = new ArrayList<>(a.media());
    media.add(new Media(url, "image/jpeg", 184_312L, width, height, null, null));
    return with(a, a.source(), media);
  }

  /** The same article as somebody else reported it. */
  public static Article reportedBy(Article a, @Nullable String source) {
    return with(a, source, a.media());
  }

  private static Article with(Article a, @Nullable String source, List<Media> media) {
    return new Article(
        a.id(),
        a.title(),
        a.summary(),
        a.bodyHtml(),
        a.url(),
        a.authors(),
        a.categories(),
        a.tags(),
        a.language(),
        source,
        a.published(),
        a.updated(),
        media,
        a.state(),
        a.note(),
        a.schedule());
  }
}

package vn.bantin.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.Placement;
import vn.bantin.article.Slug;

/** Makes an article of the bytes of one file; never throws, whatever they are. */
public final class ArticleReader {

  private final Placement placement;
  private final PageTextReader pageText;
  private final MarkdownReader markdown;
  private final DraftCleaner cleaner;

  /**
   * A reader for one newsroom.
   *
   * @param origin what an article takes from the newsroom
   * @param placement finds the categories of an article that names none
   */
  public ArticleReader(Origin origin, Placement placement) {
    this.placement = placement;
    this.pageText = new PageTextReader(origin.zone());
    this.markdown = new MarkdownReader(origin);
    this.cleaner = new DraftCleaner(origin);
  }

  /**
   * Reads one article.
   *
   * @param bytes the whole file
   * @param kind null to find it out by content
   * @param extraCategories slugs that are added to the article's own
   */
  public Reading read(byte[] bytes, @Nullable Kind kind, List<String> extraCategories) {
    for (String category : extraCategories) {
      if (!Slug.isValid(category)) {
        return new Reading.Rejected(DraftCleaner.badCategory(category));
      }
    }
    Drafting drafting =
        switch (Utf8.decode(bytes)) {
          case Decoding.Text(String text) -> draft(text, kind);
          case Rejection rejection -> rejection;
        };
    Reading reading =
        switch (drafting) {
          case Draft draft -> cleaner.clean(draft);
          case Rejection rejection -> new Reading.Rejected(rejection);
        };
    return switch (reading) {
      case Reading.Read(Article article) -> new Reading.Read(placed(article, extraCategories));
      case Reading.Rejected rejected -> rejected;
    };
  }

  private Drafting draft(String text, @Nullable Kind kind) {
    Optional<Kind> found = kind == null ? Kind.of(text) : Optional.of(kind);
    if (found.isEmpty()) {
      return new Rejection(
          "unknown-kind",
          "line 1: this looks like HTML, XML, JSON or another format of programs",
          "import plain text or Markdown; to read it as one all the same, say --as "
              + String.join(" or --as ", Kind.wireNames()));
    }
    return switch (found.get()) {
      case PAGE_TEXT -> pageText.read(text);
      case MARKDOWN -> markdown.read(text);
    };
  }

  private Article placed(Article article, List<String> extraCategories) {
    List<String> categories = new ArrayList<>(article.categories());
    categories.addAll(extraCategories);
    return article.withCategories(
        categories.isEmpty() ? placement.categoriesByWords(article) : categories);
  }
}

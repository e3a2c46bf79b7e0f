package vn.bantin.ingest;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.Article;
import vn.bantin.article.Placement;
import vn.bantin.article.Slug;

/** Makes an article of the bytes of one file; never throws, whatever they are. */
public final class ArticleReader {

  private final Origin origin;
  private final Placement placement;
  private final PageTextReader pageText;
  private final MarkdownReader markdown;
  private final JsonReader json;
  private final DraftCleaner cleaner;

  /**
   * A reader for one newsroom.
   *
   * @param origin what an article takes from the newsroom
   * @param placement finds the categories of an article that names none
   * @param clock tells what is yet to come
   */
  public ArticleReader(Origin origin, Placement placement, InstantSource clock) {
    this.origin = origin;
    this.placement = placement;
    this.pageText = new PageTextReader(origin.zone());
    this.markdown = new MarkdownReader(origin);
    this.json = new JsonReader(origin);
    this.cleaner = new DraftCleaner(origin, clock);
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
    return read(drafting, extraCategories);
  }

  /** Reads an article in JSON; the object is not changed. */
  Reading read(ObjectNode object) {
    return read(json.read(object), List.of());
  }

  /** The article in JSON, without what was made of its own words and is to be made anew. */
  ObjectNode given(Article article) {
    ObjectNode json = (ObjectNode) JsonText.tree(ArticleJson.of(article));
    if (cleaner.isSummaryMade(article)) {
      json.remove("summary");
    }
    if (placement.categoriesByWords(article).equals(article.categories())) {
      json.remove("categories");
    }
    return json;
  }

  private Reading read(Drafting drafting, List<String> extraCategories) {
    Reading reading =
        switch (drafting) {
          case Draft draft -> cleaner.clean(draft);
          case Rejection rejection -> new Reading.Rejected(rejection);
        };
    return switch (reading) {
      case Reading.Read(Article article) -> checked(placed(article, extraCategories));
      case Reading.Rejected rejected -> rejected;
    };
  }

  private Drafting draft(String text, @Nullable Kind kind) {
    Optional<Kind> found = kind == null ? Kind.of(text) : Optional.of(kind);
    if (found.isEmpty()) {
      return new Rejection(
          "unknown-kind",
          "line 1: this looks like HTML, XML or another format of programs",
          "import plain text, Markdown or JSON; to read it as one all the same, say --as "
              + String.join(" or --as ", Kind.wireNames()));
    }
    return switch (found.get()) {
      case PAGE_TEXT -> pageText.read(text);
      case MARKDOWN -> markdown.read(text);
      case JSON -> json.read(text);
    };
  }

  private Article placed(Article article, List<String> extraCategories) {
    List<String> categories =
        new ArrayList<>(
            article.categories().isEmpty()
                ? placement.categoriesByWords(article)
                : article.categories());
    categories.addAll(extraCategories);
    return article.withCategories(categories);
  }

  private Reading checked(Article article) {
    Set<String> known = origin.categories();
    for (String category : article.categories()) {
      if (!known.isEmpty() && !known.contains(category)) {
        return new Reading.Rejected(DraftCleaner.unknownCategory(category, known));
      }
    }
    return new Reading.Read(article);
  }
}

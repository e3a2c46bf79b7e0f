package vn.bantin.feed;

import java.util.List;
import java.util.Optional;

/** A page for people, by the language of what is not the newsroom's own words. */
public enum Page implements View {
  /** In Vietnamese. */
  VI("vi"),
  /** In English. */
  EN("en");

  /** The media type of pages. */
  public static final String MEDIA_TYPE = "text/html";

  private static final String ENDING = ".html";

  private final String language;

  Page(String language) {
    this.language = language;
  }

  /** The BCP 47 tag of its language. */
  public String language() {
    return language;
  }

  @Override
  public String extension() {
    return language + ENDING;
  }

  @Override
  public String contentType() {
    return MEDIA_TYPE + "; charset=utf-8";
  }

  /** The pages in order, the one in a newsroom's own language first. */
  public static List<Page> of(Site site) {
    return site.language().equals("en") || site.language().startsWith("en-")
        ? List.of(EN, VI)
        : List.of(VI, EN);
  }

  /** The page in a language, or else in the newsroom's. */
  public static Page inLanguage(String language, Site site) {
    return List.of(values()).stream()
        .filter(page -> language.equals(page.language) || language.startsWith(page.language + "-"))
        .findFirst()
        .orElse(of(site).getFirst());
  }

  /** The page with the given extension; empty when there is none. */
  public static Optional<Page> ofExtension(String extension) {
    for (Page page : values()) {
      if (page.extension().equals(extension)) {
        return Optional.of(page);
      }
    }
    return Optional.empty();
  }
}

package vn.bantin.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.bantin.article.Article;

/**
 * What the front page shows: the newest of the first feeds, and of all others that they are there.
 *
 * @param site the newsroom
 * @param addresses where things stand
 * @param sections the first feeds, the one that stands for the whole newsroom in front
 * @param others the feeds after these, by name, as far as there is room
 * @param more how many there are beyond these
 */
public record FrontPage(
    Site site, Addresses addresses, List<Section> sections, List<FeedDefinition> others, int more) {

  /** The most feeds whose articles are shown. */
  public static final int MOST_SECTIONS = 12;

  /** The most articles that are shown of each. */
  public static final int MOST_ARTICLES = 4;

  /** The most feeds that are named after these. */
  public static final int MOST_OTHERS = 100;

  /** Copies the lists. */
  public FrontPage {
    sections = List.copyOf(sections);
    others = List.copyOf(others);
  }

  /** The feeds whose articles are shown, in order. */
  public static List<FeedDefinition> shown(FeedCatalog catalog) {
    return inOrder(catalog).subList(0, Math.min(MOST_SECTIONS, catalog.feeds().size()));
  }

  /** The page with the articles of the feeds that it shows, by name. */
  public static FrontPage of(
      FeedCatalog catalog, Addresses addresses, Map<String, List<Article>> articles) {
    List<FeedDefinition> shown = shown(catalog);
    List<Section> sections =
        shown.stream()
            .map(feed -> new Section(feed, articles.getOrDefault(feed.name(), List.of())))
            .toList();
    List<FeedDefinition> feeds = inOrder(catalog);
    List<FeedDefinition> rest = feeds.subList(shown.size(), feeds.size());
    int named = Math.min(MOST_OTHERS, rest.size());
    return new FrontPage(
        catalog.site(), addresses, sections, rest.subList(0, named), rest.size() - named);
  }

  private static List<FeedDefinition> inOrder(FeedCatalog catalog) {
    List<FeedDefinition> feeds = new ArrayList<>(catalog.feeds());
    catalog
        .main()
        .ifPresent(main -> {
          feeds.remove(main);
          feeds.addFirst(main);
        });
    return feeds;
  }

  /**
   * A feed and the newest of its articles.
   *
   * @param feed what it is
   * @param articles newest first
   */
  public record Section(FeedDefinition feed, List<Article> articles) {

    /** Copies the list. */
    public Section {
      articles = List.copyOf(articles);
    }
  }
}

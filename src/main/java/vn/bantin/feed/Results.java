package vn.bantin.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A page of what a search has found (RFC 5005 §3, OpenSearch 1.1).
 *
 * @param query as it was typed
 * @param page the number of the page, from 1
 * @param total how many articles were found
 */
public record Results(String query, int page, int total) implements Paging {

  /** How many articles a page holds. */
  public static final int PAGE_SIZE = 20;

  /** What they go by in place of a feed's name. */
  public static final String NAME = "search";

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no such page
   */
  public Results {
    if (page < 1 || page > last(total)) {
      throw new IllegalArgumentException("page " + page + " of " + total + " results");
    }
  }

  /** The number of the last page; there is a first one if nothing was found, too. */
  public static int last(int total) {
    return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
  }

  /** What the results are as a feed: with summaries, since not every feed gives more away. */
  public FeedDefinition definition(Site site) {
    boolean vietnamese = site.language().startsWith("vi");
    return new FeedDefinition(
        NAME,
        (vietnamese ? "Tìm “" : "Search for “") + query + "” – " + site.title(),
        vietnamese
            ? "Những tin, bài của " + site.title() + " có các từ này."
            : "Articles of " + site.title() + " that have these words.",
        List.of(),
        List.of(),
        List.of(),
        PAGE_SIZE,
        Content.SUMMARY,
        FeedDefinition.MIN_TTL,
        Duration.ZERO,
        site.language(),
        null);
  }

  /** How many results come before this page. */
  int before() {
    return (page - 1) * PAGE_SIZE;
  }

  @Override
  public String id(Addresses addresses, String feed) {
    return addresses.searchId(query);
  }

  @Override
  public String address(Addresses addresses, String feed, View view) {
    return addresses.search(query, page, view);
  }

  @Override
  public SequencedMap<String, String> links(Addresses addresses, String feed, View view) {
    SequencedMap<String, String> links = new LinkedHashMap<>();
    links.put("first", addresses.search(query, 1, view));
    if (page > 1) {
      links.put("previous", addresses.search(query, page - 1, view));
    }
    if (page < last(total)) {
      links.put("next", addresses.search(query, page + 1, view));
    }
    links.put("last", addresses.search(query, last(total), view));
    return links;
  }

  @Override
  public Duration ttl(Duration usual) {
    return usual;
  }
}

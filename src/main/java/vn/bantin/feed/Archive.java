package vn.bantin.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where a document stands among the pages of a feed's archive (RFC 5005): page 1 holds the first
 * {@value #PAGE_SIZE} articles that ever entered the feed, page 2 the next, and so on. The last one
 * is still filling, or empty.
 *
 * @param page the number of the page; 0 for the current feed
 * @param last the number of the last page
 * @param isWhole whether a current feed has all that there is (RFC 5005 §2)
 */
public record Archive(long page, long last, boolean isWhole) implements Paging {

  /** How many articles a full page holds, withdrawn ones among them. Changed, it moves them all. */
  public static final int PAGE_SIZE = 50;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no such page
   */
  public Archive {
    if (page < 0 || page > last) {
      throw new IllegalArgumentException("page " + page + " of " + last);
    }
  }

  /**
   * Of a current feed.
   *
   * @param positions how many articles ever entered it
   */
  public static Archive current(long positions, boolean isWhole) {
    return new Archive(0, last(positions), isWhole);
  }

  /**
   * Of a page; empty when there is none of the number.
   *
   * @param positions how many articles ever entered the feed
   */
  public static Optional<Archive> page(long number, long positions) {
    return number < 1 || number > last(positions)
        ? Optional.empty()
        : Optional.of(new Archive(number, last(positions), false));
  }

  /** The position of a page's first article. */
  public static long firstPosition(long number) {
    return (number - 1) * PAGE_SIZE + 1;
  }

  /** Whether nothing more will enter the page. */
  public boolean isFull() {
    return page > 0 && page < last;
  }

  /** Whether it is a page of the archive, not the current feed. */
  public boolean isPage() {
    return page > 0;
  }

  /** The number of the page with older entries; 0 when there is none. */
  long previous() {
    if (isPage()) {
      return page - 1;
    }
    return isWhole ? 0 : last;
  }

  /** The number of the page with newer entries; 0 when there is none. */
  long next() {
    return isFull() ? page + 1 : 0;
  }

  @Override
  public String id(Addresses addresses, String feed) {
    return addresses.feedId(feed);
  }

  @Override
  public String address(Addresses addresses, String feed, View view) {
    return isPage() ? addresses.archive(feed, page, view) : addresses.feed(feed, view);
  }

  @Override
  public SequencedMap<String, String> links(Addresses addresses, String feed, View view) {
    SequencedMap<String, String> links = new LinkedHashMap<>();
    if (isPage()) {
      links.put("current", addresses.feed(feed, view));
    }
    if (previous() > 0) {
      links.put("prev-archive", addresses.archive(feed, previous(), view));
    }
    if (next() > 0) {
      links.put("next-archive", addresses.archive(feed, next(), view));
    }
    return links;
  }

  /** A full page hardly ever changes. */
  @Override
  public Duration ttl(Duration usual) {
    return isFull() ? FeedDefinition.MAX_TTL : usual;
  }

  private static long last(long positions) {
    return positions / PAGE_SIZE + 1;
  }
}

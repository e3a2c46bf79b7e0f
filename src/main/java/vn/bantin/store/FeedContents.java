package vn.bantin.store;

import java.util.List;

/**
 * A feed at one moment.
 *
 * @param version where its log stood
 * @param positions how many articles ever entered it
 * @param isWhole whether these are all that are in it
 * @param entries newest first by publication, then by position
 * @param gone what has left it, the latest first, at most {@value #MOST_GONE}
 */
public record FeedContents(
    FeedVersion version,
    long positions,
    boolean isWhole,
    List<FeedEntry> entries,
    List<LoggedEntry> gone) {

  /** The most of {@code gone}. */
  public static final int MOST_GONE = 100;

  /** Copies the list. */
  public FeedContents {
    entries = List.copyOf(entries);
    gone = List.copyOf(gone);
  }
}

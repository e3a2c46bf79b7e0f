package vn.bantin.store;

import java.util.List;

/**
 * A feed at one moment.
 *
 * @param version where its log stood
 * @param entries newest first by publication, then by position
 */
public record FeedContents(FeedVersion version, List<FeedEntry> entries) {

  /** Copies the list. */
  public FeedContents {
    entries = List.copyOf(entries);
  }
}

package vn.bantin.store;

import java.util.List;

/**
 * The latest changes of a feed's entries at one moment.
 *
 * @param version where the log stood
 * @param lookSeq the number of the change that last made the feed look other as a whole: a copy
 *     from before it says nothing about the entries of today, changed or not
 * @param entries the entries that changed last, gone ones among them, each once; the latest first,
 *     no two with the same number
 */
public record FeedLog(FeedVersion version, long lookSeq, List<LoggedEntry> entries) {

  /** Copies the list. */
  public FeedLog {
    entries = List.copyOf(entries);
  }
}
